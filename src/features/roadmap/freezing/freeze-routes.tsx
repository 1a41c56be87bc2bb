import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import type { CheckResult } from '../../../platform/check-result.ts';
import { today } from '../../../platform/days.ts';
import { postedForm } from '../../../platform/forms/posted-form.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { readSigners } from '../../agreement/index.ts';
import { versionNumberOf } from '../drafts/draft-form.ts';
import { actingAt, requireVersion, type VersionExchange } from '../require-roadmap.ts';
import { sendRoadmapPage } from '../roadmap-frame.tsx';
import { isSubmittingOpen } from '../round-of-roadmap.ts';
import { readFreezeState } from '../versions/read-version-checks.ts';
import { acceptsEdits } from '../versions/version-state.ts';
import { FreezePage } from '../views/freeze-page.tsx';
import { freezeVersion, roundClosedWords } from './freeze-version.ts';

const address = '/workspace/roadmaps/:slug/freeze';

/** Freezing a draft, after a page that says what stands in the way and who will be asked. */
export function freezeRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) => {
    const exchange = await requireVersion(context, request, reply, 'roadmap.freeze');
    const { version, members } = exchange.place;
    if (!acceptsEdits(version.state)) {
      throw new ConflictError('This version is frozen already. See who has decided.', {
        href: paths.agreement(exchange.place.footprint.slug),
        text: 'See who has decided',
      });
    }
    if (!isSubmittingOpen(context.pack, version, today(context.clock))) {
      throw new ConflictError(`${roundClosedWords}. The programme office can open the round again.`, {
        href: paths.roadmap(exchange.place.footprint.slug),
        text: 'Go to the roadmap',
      });
    }
    const { check } = await readFreezeState(context.database, context.pack, version, members, today(context.clock));
    return sendFreeze(exchange, check, false);
  });

  app.post(address, async (request, reply) => {
    const exchange = await requireVersion(context, request, reply, 'roadmap.freeze');
    const { footprint } = exchange.place;
    const number = versionNumberOf(postedForm(request.body));
    const outcome = await freezeVersion(context, footprint, number, actingAt(exchange, 'roadmap.freeze'));
    switch (outcome.kind) {
      case 'ok':
        return redirectWithSuccess(
          reply,
          paths.agreement(footprint.slug),
          `Version ${number} is frozen. Its members can now decide`,
        );
      case 'blocked':
        return sendFreeze(exchange, outcome.check, true);
      case 'refused':
        throw new ConflictError(`${outcome.reason}. Nothing was changed.`, {
          href: paths.agreement(exchange.place.footprint.slug),
          text: 'See who has decided',
        });
    }
  });
}

async function sendFreeze(exchange: VersionExchange, check: CheckResult, wasRefused: boolean): Promise<FastifyReply> {
  const { place, context } = exchange;
  const memberIds = place.members.map(({ organisationId }) => organisationId);
  const signers = await readSigners(context.database, memberIds);
  return sendRoadmapPage(exchange, {
    title: 'Freeze this version',
    status: wasRefused ? 422 : 200,
    hasErrors: wasRefused,
    body: (
      <FreezePage
        place={place}
        check={check}
        rule={context.pack.submissionRule}
        signers={signers}
        wasRefused={wasRefused}
      />
    ),
  });
}
