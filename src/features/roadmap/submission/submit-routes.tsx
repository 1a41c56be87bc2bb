import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import { today } from '../../../platform/days.ts';
import { postedForm } from '../../../platform/forms/posted-form.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { versionNumberOf } from '../drafts/draft-form.ts';
import { agreementCrumb } from '../endorsement/agreement-routes.tsx';
import { actingAt, requireVersion, type VersionExchange } from '../require-roadmap.ts';
import { sendRoadmapPage } from '../roadmap-frame.tsx';
import { isSubmittingOpen } from '../round-of-roadmap.ts';
import { readSubmissionCheck } from '../versions/read-version-checks.ts';
import { SubmitPage } from '../views/submit-page.tsx';
import { submitVersion } from './submit-version.ts';

const address = '/workspace/roadmaps/:slug/submit';

/** Submitting the frozen version, after a page that says what stands in the way. */
export function submitRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) => {
    const exchange = await requireVersion(context, request, reply, 'roadmap.submit');
    const { version } = exchange.place;
    if (version.state !== 'endorsement') {
      throw new ConflictError(
        'Only a version that waits for endorsement can be submitted. See the roadmap for where it stands.',
        { href: paths.roadmap(exchange.place.footprint.slug), text: 'Go to the roadmap' },
      );
    }
    const { database, pack, clock } = context;
    return sendSubmit(
      exchange,
      await readSubmissionCheck(database, pack, version, isSubmittingOpen(pack, version, today(clock))),
      false,
    );
  });

  app.post(address, async (request, reply) => {
    const exchange = await requireVersion(context, request, reply, 'roadmap.submit');
    const { footprint } = exchange.place;
    const number = versionNumberOf(postedForm(request.body));
    const outcome = await submitVersion(context, footprint, number, actingAt(exchange, 'roadmap.submit'));
    switch (outcome.kind) {
      case 'ok':
        return redirectWithSuccess(
          reply,
          paths.roadmap(footprint.slug),
          `Version ${number} is submitted. The regional team reviews it next`,
        );
      case 'blocked':
        return sendSubmit(exchange, outcome.check, true);
      case 'members-changed':
        throw new ConflictError(
          `${outcome.reason}. The version is a draft again: look at it with its members, freeze it, and have it endorsed anew.`,
        );
      case 'refused':
        throw new ConflictError(`${outcome.reason}. Nothing was changed.`, {
          href: paths.roadmap(exchange.place.footprint.slug),
          text: 'Go to the roadmap',
        });
    }
  });
}

function sendSubmit(exchange: VersionExchange, check: CheckResult, wasRefused: boolean): FastifyReply {
  const { place } = exchange;
  return sendRoadmapPage(exchange, {
    title: 'Submit this version',
    status: wasRefused ? 422 : 200,
    hasErrors: wasRefused,
    crumbs: [agreementCrumb(place.footprint.slug)],
    body: <SubmitPage place={place} check={check} wasRefused={wasRefused} />,
  });
}
