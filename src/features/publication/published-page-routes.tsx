import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { forEverybody } from '../../platform/answers/public-answers.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { DifferencesPage, documentPages, parseSince } from '../roadmap/index.ts';
import { crumbsOf } from './edition-crumbs.ts';
import type { Edition } from './find-edition.ts';
import { requireEdition, requireEditionAt } from './require-edition.ts';

interface VersionRoute {
  Params: { slug: string; number: string };
}

/** What is published, from one side, or beside what was published before. */
export function publishedPageRoutes(app: FastifyInstance, context: AppContext): void {
  const version = '/footprints/:slug/roadmap/versions/:number';

  app.get<VersionRoute>(`${version}/changes`, forEverybody('since'), async (request, reply) => {
    const edition = await requireEditionAt(request.params, context);
    const before = await requireOther(edition, parseSince(request.query), context);
    const { footprint, publication, trail, download } = edition;
    const { versionNumber } = publication;
    return sendOf(edition, request, reply, {
      title: `Changes between versions ${before.publication.versionNumber} and ${versionNumber}: ${footprint.name}`,
      body: (
        <DifferencesPage
          before={before.download.document}
          after={download.document}
          others={trail.map((other) => other.versionNumber).filter((other) => other !== versionNumber)}
          address={paths.publishedChanges(footprint.slug, versionNumber)}
        />
      ),
    });
  });

  for (const { id, title, parameters, bodyOf } of documentPages) {
    app.get<VersionRoute>(`${version}/${id}`, forEverybody(...parameters), async (request, reply) => {
      const edition = await requireEditionAt(request.params, context);
      const { footprint, publication, download } = edition;
      const address = paths.publishedPage(footprint.slug, publication.versionNumber, id);
      return sendOf(edition, request, reply, {
        title: `${title}: ${footprint.name}, version ${publication.versionNumber}`,
        body: bodyOf({ document: download.document, query: request.query, address }),
      });
    });
  }
}

/** The edition that another is held against: the one that was asked for, or else the one before it, or any other. */
async function requireOther(edition: Edition, since: number | null, context: AppContext): Promise<Edition> {
  const { footprint, publication, trail, changes } = edition;
  const others = trail.map(({ versionNumber }) => versionNumber).filter((other) => other !== publication.versionNumber);
  const other = since ?? changes?.sinceVersion ?? others[0];
  if (other === undefined || other === publication.versionNumber) {
    throw new NotFoundError('There is no other published version to hold this one against.', {
      href: paths.publishedVersion(footprint.slug, publication.versionNumber),
      text: `Read version ${publication.versionNumber}`,
    });
  }
  return requireEdition(context, footprint, other);
}

function sendOf(
  { footprint, publication }: Edition,
  request: FastifyRequest,
  reply: FastifyReply,
  page: { readonly title: string; readonly body: ReactNode },
): FastifyReply {
  const roadmap = { href: paths.publishedVersion(footprint.slug, publication.versionNumber), text: 'Digital roadmap' };
  return sendPage(request, reply, {
    ...page,
    section: 'footprints',
    breadcrumbs: [...crumbsOf(footprint), roadmap],
    illustrative: publication.illustrative,
  });
}
