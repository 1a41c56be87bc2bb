import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { forEverybody } from '../../platform/answers/public-answers.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import type { AreaRef } from '../directory/index.ts';
import { listAreaSuccessors } from './area-successor-repository.ts';
import { crumbsOf } from './edition-crumbs.ts';
import { findPublication } from './publication-repository.ts';
import { publishRoutes } from './publish-routes.tsx';
import { publishedPageRoutes } from './published-page-routes.tsx';
import { noSuchVersion, requireEdition, requireFootprint, requireLatest, versionNumber } from './require-edition.ts';
import { downloadFileName } from './roadmap-download.ts';
import { RoadmapPage } from './views/roadmap-page.tsx';
import { SignUpPage } from './views/sign-up-page.tsx';

interface SlugRoute {
  Params: { slug: string };
}

interface VersionRoute {
  Params: { slug: string; number: string };
}

/** What anyone may read without an account: published roadmaps, who agreed to them, and the files to check them by. */
export function publicationRoutes(app: FastifyInstance, context: AppContext): void {
  const { database } = context;

  app.get<SlugRoute>('/footprints/:slug/roadmap', forEverybody(), async (request, reply) => {
    const footprint = await requireFootprint(request.params.slug, context);
    return sendRoadmap(request, reply, context, footprint, await requireLatest(context, footprint));
  });

  app.get<VersionRoute>('/footprints/:slug/roadmap/versions/:number', forEverybody(), async (request, reply) => {
    const footprint = await requireFootprint(request.params.slug, context);
    return sendRoadmap(request, reply, context, footprint, versionNumber(request.params.number));
  });

  app.get<SlugRoute>('/footprints/:slug/roadmap/sign-up', forEverybody(), async (request, reply) => {
    const footprint = await requireFootprint(request.params.slug, context);
    const edition = await requireEdition(context, footprint, await requireLatest(context, footprint));
    return sendPage(request, reply, {
      title: `Who agreed to the roadmap of ${footprint.name}`,
      section: 'footprints',
      breadcrumbs: [...crumbsOf(footprint), { href: paths.publishedRoadmap(footprint.slug), text: 'Digital roadmap' }],
      illustrative: edition.publication.illustrative,
      body: <SignUpPage edition={edition} />,
    });
  });

  app.get<VersionRoute>(
    '/footprints/:slug/roadmap/versions/:number/download.json',
    forEverybody(),
    async (request, reply) => {
      const footprint = await requireFootprint(request.params.slug, context);
      const found = await findPublication(database, footprint.areaId, versionNumber(request.params.number));
      if (found === null) {
        throw noSuchVersion(footprint);
      }
      const name = downloadFileName(footprint.slug, found.versionNumber);
      reply
        // A publication is never edited, so a copy may be kept; it is asked after all the same, as an address may be used anew.
        .header('cache-control', 'public, max-age=3600')
        .header('content-disposition', `attachment; filename="${name}"`)
        .type('application/json; charset=utf-8');
      if (found.illustrative) {
        reply.header('x-robots-tag', 'noindex');
      }
      return reply.send(found.downloadText);
    },
  );

  publishedPageRoutes(app, context);
  publishRoutes(app, context);
}

async function sendRoadmap(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  footprint: AreaRef,
  number: number,
): Promise<FastifyReply> {
  const { database, pack, pdf } = context;
  const edition = await requireEdition(context, footprint, number);
  const cameAfter = await listAreaSuccessors(database, footprint.areaId, pack.positionOn);
  return sendPage(request, reply, {
    title: `Digital roadmap of ${footprint.name}, version ${number}`,
    section: 'footprints',
    breadcrumbs: crumbsOf(footprint),
    illustrative: edition.publication.illustrative,
    body: <RoadmapPage edition={edition} template={pack.roadmapTemplate} cameAfter={cameAfter} hasPdf={pdf.isAble} />,
  });
}
