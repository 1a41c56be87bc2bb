import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { readForm } from '../../../platform/forms/form-reader.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { versionNumberOf } from '../drafts/draft-form.ts';
import { endorsementBoard } from '../endorsement/endorsement-board.ts';
import { listEndorsements } from '../endorsement/endorsement-repository.ts';
import { actingAt, requireVersion, type VersionExchange } from '../require-roadmap.ts';
import { sendRoadmapPage } from '../roadmap-frame.tsx';
import { ReturnToDraftPage } from '../views/return-to-draft-page.tsx';
import { returnToDraft } from './return-to-draft.ts';

const address = '/workspace/roadmaps/:slug/return-to-draft';
const reasonLimit = 2_000;

/** Opening a frozen version for changes again, after a page that says whose decisions lapse. */
export function returnToDraftRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) =>
    sendReturn(await requireVersion(context, request, reply, 'roadmap.freeze'), '', []),
  );
  app.post(address, async (request, reply) =>
    answerReturn(await requireVersion(context, request, reply, 'roadmap.freeze')),
  );
}

async function sendReturn(
  exchange: VersionExchange,
  reason: string,
  errors: readonly FieldError[],
): Promise<FastifyReply> {
  const { context, place } = exchange;
  const { version, named } = place;
  if (version.state !== 'endorsement') {
    throw new ConflictError('Only a version that waits for endorsement can be returned to draft.', {
      href: paths.roadmap(place.footprint.slug),
      text: 'Go to the roadmap',
    });
  }
  const endorsements = await listEndorsements(context.database, version.versionId);
  const { rows } = endorsementBoard(named, endorsements, version.digest, context.pack.submissionRule);
  const decided = rows.filter(({ endorsement }) => endorsement !== null);
  return sendRoadmapPage(exchange, {
    title: 'Return this version to draft',
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    crumbs: [{ href: paths.agreement(place.footprint.slug), text: 'Agreement' }],
    body: <ReturnToDraftPage place={place} decided={decided} reason={reason} errors={errors} />,
  });
}

async function answerReturn(exchange: VersionExchange): Promise<FastifyReply> {
  const { context, place, request, reply } = exchange;
  const { slug, areaId } = place.footprint;
  const form = postedForm(request.body);
  const reader = readForm(form);
  const required = 'Say why the version is returned to draft: the organisations that were asked will read it';
  const reason = reader.text('reason', { label: 'The reason', limit: reasonLimit, required });
  const parsed = reader.outcome(reason);
  if (parsed.kind === 'errors') {
    return sendReturn(exchange, reason, parsed.errors);
  }

  const command = { footprintId: areaId, versionNumber: versionNumberOf(form), reason };
  const outcome = await returnToDraft(context, command, actingAt(exchange, 'roadmap.freeze'));
  if (outcome.kind === 'refused') {
    throw new ConflictError(`${outcome.reason}. Nothing was changed.`, {
      href: paths.roadmap(place.footprint.slug),
      text: 'Go to the roadmap',
    });
  }
  return redirectWithSuccess(reply, paths.roadmap(slug), `Version ${command.versionNumber} is a draft again`);
}
