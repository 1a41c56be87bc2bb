import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import { postedForm } from '../../../platform/forms/posted-form.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { versionNumberOf } from '../drafts/draft-form.ts';
import { sendRoadmapPage } from '../roadmap-frame.tsx';
import { readFreezeState } from '../versions/read-version-checks.ts';
import { acceptsEdits } from '../versions/version-state.ts';
import { FreezePage } from '../views/freeze-page.tsx';
import { actingAt, type VersionVisit, visitVersion } from '../visit-roadmap.ts';
import { freezeVersion } from './freeze-version.ts';

const address = '/workspace/roadmaps/:slug/freeze';

/** Freezing a draft, after a page that says what stands in the way and who will be asked. */
export function freezeRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) => {
    const visit = await visitVersion(context, request, reply, 'roadmap.freeze');
    const { version, members } = visit.place;
    if (!acceptsEdits(version.state)) {
      throw new ConflictError('This version is frozen already. See who has decided.', {
        href: paths.agreement(visit.place.footprint.slug),
        text: 'See who has decided',
      });
    }
    const { check } = await readFreezeState(context.database, context.pack, version.versionId, members);
    return sendFreeze(visit, check, false);
  });

  app.post(address, async (request, reply) => {
    const visit = await visitVersion(context, request, reply, 'roadmap.freeze');
    const { footprint } = visit.place;
    const number = versionNumberOf(postedForm(request.body));
    const outcome = await freezeVersion(context, footprint, number, actingAt(visit, 'roadmap.freeze'));
    switch (outcome.kind) {
      case 'ok':
        return redirectWithSuccess(
          reply,
          paths.agreement(footprint.slug),
          `Version ${number} is frozen. Its members can now decide`,
        );
      case 'blocked':
        return sendFreeze(visit, outcome.check, true);
      case 'refused':
        throw new ConflictError(`${outcome.reason}. Nothing was changed.`, {
          href: paths.agreement(visit.place.footprint.slug),
          text: 'See who has decided',
        });
    }
  });
}

function sendFreeze(visit: VersionVisit, check: CheckResult, wasRefused: boolean): FastifyReply {
  const { place, context } = visit;
  return sendRoadmapPage(visit, {
    title: 'Freeze this version',
    status: wasRefused ? 422 : 200,
    hasErrors: wasRefused,
    body: <FreezePage place={place} check={check} rule={context.pack.submissionRule} wasRefused={wasRefused} />,
  });
}
