import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { writeCheckpoint } from '../../platform/audit/checkpoint.ts';
import { dayOf, today } from '../../platform/days.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import { ConflictError } from '../../platform/http/problem.ts';
import { mapPage } from '../../platform/page.ts';
import { formatNumber } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { can, onBehalfOf, requireCan } from '../identity/index.ts';
import { countChains, findLastCheck, listAuditEvents } from './audit-list-repository.ts';
import { readAuditQuery } from './audit-query.ts';
import { CHECKS, checkTrail, recordTrailCheck, type TrailCheck } from './record-trail-check.ts';
import { shownDetail } from './shown-detail.ts';
import { AuditPage } from './views/audit-page.tsx';

const EVENTS_SHOWN = 50;
const toTrail = { href: paths.audit(), text: 'Go to the audit trail' };

/** The audit trail for those who answer for the service: what was done, whether it is whole, and a checkpoint to keep. */
export function auditRoutes(app: FastifyInstance, { database, clock, realClock }: AppContext): void {
  app.get('/workspace/audit', async (request, reply) => {
    const actor = requireCan(request, 'audit.read');
    const mayReadAnswers = can(actor, 'assessment.read');
    const query = readAuditQuery(postedForm(request.query), today(realClock));
    const [extent, lastCheck, page] = await Promise.all([
      countChains(database),
      findLastCheck(database, CHECKS),
      listAuditEvents(database, query, EVENTS_SHOWN),
    ]);
    const shown = mapPage(page, (line) => ({ ...line, detail: shownDetail(line.action, line.detail, mayReadAnswers) }));
    return sendPage(request, reply, {
      title: 'Audit trail',
      section: 'workspace',
      realDates: 'people',
      status: query.errors.length > 0 ? 422 : 200,
      hasErrors: query.errors.length > 0,
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      body: <AuditPage extent={extent} lastCheck={lastCheck} query={query} page={shown} />,
    });
  });

  app.post('/workspace/audit/check', async (request, reply) => {
    const actor = requireCan(request, 'audit.read');
    const by = { personId: actor.personId, onBehalfOf: onBehalfOf(actor, 'audit.read'), at: clock() };
    const { discrepancyCount } = requireChecked(await recordTrailCheck(database, by));
    // What was found stands on the page; it is no success to tell.
    return discrepancyCount === 0
      ? redirectWithSuccess(reply, paths.audit(), 'The audit trail is sound.')
      : reply.redirect(paths.audit(), 303);
  });

  app.get('/workspace/audit/checkpoint.json', async (request, reply) => {
    requireCan(request, 'audit.read');
    const at = clock();
    const { discrepancyCount, heads } = requireChecked(await checkTrail(database));
    if (discrepancyCount > 0) {
      throw new ConflictError(
        'The audit trail is not sound, so there is nothing to keep. Check it on its page first.',
        toTrail,
      );
    }
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="audit-checkpoint-${dayOf(at)}.json"`)
      .send(writeCheckpoint({ at, heads }));
  });
}

function requireChecked(check: TrailCheck) {
  if (check.kind === 'too-large') {
    const { events, limit } = check;
    throw new ConflictError(
      `The trail has ${formatNumber(events)} events. Up to ${formatNumber(limit)} are checked here; for more, ask whoever runs ` +
        'the service to run: ldr audit verify, and for a checkpoint: ldr audit digest --write <file>',
      toTrail,
    );
  }
  return check.report;
}
