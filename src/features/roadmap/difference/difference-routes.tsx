import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { requireRoadmap } from '../require-roadmap.ts';
import { sendRoadmapPage } from '../roadmap-frame.tsx';
import { documentOfVersion, versionInAddress } from '../versions/read-version.ts';
import { parseSince } from './parse-since.ts';
import { DifferencesPage } from './views/differences-page.tsx';

/** What a version says differently from another of its footprint: for everybody who may read them. */
export function differenceRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/roadmaps/:slug/versions/:number/changes', async (request, reply) => {
    const exchange = await requireRoadmap(context, request, reply);
    const { version, versions } = await versionInAddress(exchange);
    const { slug } = exchange.place.footprint;
    const others = versions.filter(({ versionId }) => versionId !== version.versionId);
    const basis = others.find(({ versionId }) => versionId === version.basedOn) ?? others[0];
    const since = parseSince(request.query) ?? basis?.number;
    const other = others.find(({ number }) => number === since);
    if (other === undefined) {
      throw new NotFoundError(
        others.length === 0
          ? 'This is the only version of the roadmap: there is none to hold it against.'
          : 'The roadmap has no other version of that number.',
        { href: paths.readVersion(slug, version.number), text: `Read version ${version.number}` },
      );
    }
    return sendRoadmapPage(exchange, {
      title: `Changes between version ${other.number} and version ${version.number}`,
      crumbs: [{ href: paths.readVersion(slug, version.number), text: `Version ${version.number}` }],
      body: (
        <DifferencesPage
          before={await documentOfVersion(exchange, other)}
          after={await documentOfVersion(exchange, version)}
          others={others.map(({ number }) => number)}
          address={paths.versionChanges(slug, version.number)}
        />
      ),
    });
  });
}
