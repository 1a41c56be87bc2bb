import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { can } from '../../identity/index.ts';
import { packOfRound } from '../../programme/index.ts';
import { subjectInWords } from '../content/all-content.ts';
import { listAuthors, listLatestSaves } from '../drafts/save-repository.ts';
import { controlBlock } from '../read-overview.ts';
import type { RoadmapExchange } from '../require-roadmap.ts';
import { sendRoadmapPage } from '../roadmap-frame.tsx';
import { ReadVersionPage, type SavedSubject } from '../views/read-version-page.tsx';
import { isLeftBehind } from './left-behind.ts';
import { changesSinceBasis } from './read-version-changes.ts';
import { requireVersionRead, type VersionRead } from './require-version-read.ts';
import type { RoadmapVersionRow } from './version-repository.ts';

/** Reading a whole version: members, reviewers and the national team. */
export function readVersionRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/roadmaps/:slug/versions/:number', async (request, reply) =>
    sendVersion(await requireVersionRead(context, request, reply)),
  );
}

async function sendVersion({ exchange, version, versions, document, signatures }: VersionRead): Promise<FastifyReply> {
  const { context, place } = exchange;
  const { database, pack, pdf } = context;
  const toDecide = place.members.filter(({ organisationId }) => {
    const subject = { organisationIds: [organisationId] };
    return version.state === 'endorsement' && can(place.actor, 'roadmap.endorse', subject);
  });
  return sendRoadmapPage(exchange, {
    title: `Version ${version.number}`,
    body: (
      <ReadVersionPage
        place={place}
        template={pack.roadmapTemplate}
        control={controlBlock(version, await listAuthors(database, version.versionId))}
        document={document}
        signatures={signatures}
        changes={await changesSinceBasis(database, version, document)}
        toDecide={toDecide}
        leftBehind={isLeftBehind(version, versions) ? await savedIn(exchange, version) : null}
        hasPdf={pdf.isAble}
      />
    ),
  });
}

/** Everything that was ever saved in a version. */
async function savedIn({ context, place }: RoadmapExchange, version: RoadmapVersionRow): Promise<SavedSubject[]> {
  const terms = { pack: packOfRound(context.pack, version.roundId), members: place.members };
  const saves = await listLatestSaves(context.database, version.versionId);
  return saves.flatMap((save) => {
    const read = subjectInWords(save.subject, [save], terms);
    return read === null ? [] : [{ subject: save.subject, title: read.title }];
  });
}
