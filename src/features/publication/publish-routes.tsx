import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { readForm } from '../../platform/forms/form-reader.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import { ConflictError, NotFoundError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { type Footprint, findFootprintAtWork } from '../directory/index.ts';
import { type Actor, acting, requireActor, requireCan } from '../identity/index.ts';
import type { MembersDifference } from '../register/index.ts';
import { listVersions, readMembersSince } from '../roadmap/index.ts';
import { type PublishCase, readPublishCase } from './publish-case.ts';
import { publishVersion } from './publish-version.ts';
import { PublishPage } from './views/publish-page.tsx';

interface SlugRoute {
  Params: { slug: string };
}

interface PublishPlace {
  readonly footprint: Footprint;
  readonly actor: Actor;
  readonly found: PublishCase;
  readonly membersSince: MembersDifference | null;
}

/** The check before publishing, and publishing itself. */
export function publishRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<SlugRoute>('/workspace/roadmaps/:slug/publish', async (request, reply) => {
    const place = await enterPublishing(request, context);
    return sendCheck(request, reply, place, 200);
  });

  app.post<SlugRoute>('/workspace/roadmaps/:slug/publish', async (request, reply) => {
    const place = await enterPublishing(request, context);
    const { footprint, actor, found } = place;
    const digest = readForm(postedForm(request.body)).line('digest', { label: 'The digest', limit: 64 });
    if (digest !== found.digest) {
      throw new ConflictError(
        'The roadmap changed after you opened the page, and nothing was published. Open the page again.',
        { href: paths.roadmap(footprint.slug), text: 'Go to the roadmap' },
      );
    }
    const by = acting(actor, 'publication.publish', subjectOf(footprint), context.clock());
    const outcome = await publishVersion(context, found.version.versionId, by);
    switch (outcome.kind) {
      case 'ok':
        return redirectWithSuccess(
          reply,
          paths.publishedRoadmap(footprint.slug),
          `Version ${found.version.number} is published. Anyone can read it at this address, download it and verify it.`,
        );
      case 'blocked':
        return sendCheck(request, reply, { ...place, found: { ...found, check: outcome.check } }, 422);
      case 'refused':
        throw new ConflictError(`${outcome.reason}. Go back to the roadmap.`, {
          href: paths.roadmap(footprint.slug),
          text: 'Go to the roadmap',
        });
    }
  });
}

function subjectOf(footprint: Footprint) {
  return { footprintIds: [footprint.areaId] };
}

async function enterPublishing(request: FastifyRequest<SlugRoute>, context: AppContext): Promise<PublishPlace> {
  const { database, pack } = context;
  requireActor(request);
  const { slug } = request.params;
  const atWork = await findFootprintAtWork(database, { slug }, pack.positionOn);
  if (atWork === null) {
    throw new NotFoundError('There is no footprint at this address. Look for it in the list of footprints.', {
      href: paths.footprints(),
      text: 'Go to the footprints',
    });
  }
  const { footprint, members } = atWork;
  const actor = requireCan(request, 'publication.publish', subjectOf(footprint));
  // A newer version may have been begun beside the cleared one, which can be published until that one is submitted.
  const versions = await listVersions(database, footprint.areaId);
  const version = versions.find(({ state }) => state === 'cleared') ?? versions[0] ?? null;
  const found = version === null ? null : await readPublishCase(database, version);
  if (found === null) {
    throw new NotFoundError(
      `${footprint.name} has no roadmap that could be published: it is not written yet, or still a draft.`,
      { href: paths.roadmap(slug), text: `Go to the roadmap of ${footprint.name}` },
    );
  }
  return { footprint, actor, found, membersSince: await readMembersSince(database, found.version.versionId, members) };
}

function sendCheck(
  request: FastifyRequest,
  reply: FastifyReply,
  { footprint, found, membersSince }: PublishPlace,
  status: number,
) {
  const { slug, name } = footprint;
  return sendPage(request, reply, {
    title: `Publish – ${name}`,
    section: 'workspace',
    breadcrumbs: [
      { href: paths.workspace(), text: 'My work' },
      { href: paths.roadmap(slug), text: `Roadmap of ${name}` },
    ],
    illustrative: found.version.illustrative,
    status,
    hasErrors: status !== 200,
    body: <PublishPage footprint={footprint} found={found} membersSince={membersSince} />,
  });
}
