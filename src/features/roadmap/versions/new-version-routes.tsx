import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { readForm } from '../../../platform/forms/form-reader.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { versionNumberOf } from '../drafts/draft-form.ts';
import { actingAt, requireVersion, type VersionExchange } from '../require-roadmap.ts';
import { sendRoadmapPage } from '../roadmap-frame.tsx';
import { NewVersionPage } from '../views/new-version-page.tsx';
import { beginVersion } from './begin-version.ts';
import { mayBeginVersion } from './version-state.ts';

const address = '/workspace/roadmaps/:slug/new-version';
const summaryLimit = 2_000;

/** Beginning a further version of a roadmap. */
export function newVersionRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) =>
    sendNewVersion(await requireVersion(context, request, reply, 'roadmap.edit'), '', []),
  );
  app.post(address, async (request, reply) =>
    answerNewVersion(await requireVersion(context, request, reply, 'roadmap.edit')),
  );
}

function sendNewVersion(exchange: VersionExchange, summary: string, errors: readonly FieldError[]): FastifyReply {
  const { place } = exchange;
  if (!mayBeginVersion(place.version.state)) {
    throw new ConflictError(
      'A new version can begin once the current one is cleared or published, or changes to it are requested.',
      { href: paths.roadmap(place.footprint.slug), text: 'Go to the roadmap' },
    );
  }
  return sendRoadmapPage(exchange, {
    title: `Begin version ${place.version.nextNumber}`,
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    body: <NewVersionPage place={place} summary={summary} errors={errors} />,
  });
}

async function answerNewVersion(exchange: VersionExchange): Promise<FastifyReply> {
  const { context, place, request, reply } = exchange;
  const { slug, areaId } = place.footprint;
  const form = postedForm(request.body);
  const reader = readForm(form);
  const required = 'Say in a sentence or two what will be different';
  const summaryOfChanges = reader.text('summary', { label: 'The summary', limit: summaryLimit, required });
  const parsed = reader.outcome(summaryOfChanges);
  if (parsed.kind === 'errors') {
    return sendNewVersion(exchange, summaryOfChanges, parsed.errors);
  }

  const command = { footprintId: areaId, afterNumber: versionNumberOf(form), summaryOfChanges };
  const outcome = await beginVersion(context, command, actingAt(exchange, 'roadmap.edit'));
  if (outcome.kind === 'refused') {
    throw new ConflictError(`${outcome.reason}. Nothing was changed.`, {
      href: paths.roadmap(place.footprint.slug),
      text: 'Go to the roadmap',
    });
  }
  return redirectWithSuccess(
    reply,
    paths.roadmap(slug),
    `Version ${outcome.number} is begun, with everything the last one says`,
  );
}
