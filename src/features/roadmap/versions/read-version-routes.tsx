import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { currentEndorsements } from '../../agreement/index.ts';
import { can } from '../../identity/index.ts';
import { packOfRound } from '../../programme/index.ts';
import { subjectInWords } from '../content/all-content.ts';
import { listAuthors, listLatestSaves } from '../drafts/save-repository.ts';
import type { VersionEndorsement } from '../endorsement/endorsement.ts';
import { listEndorsements } from '../endorsement/endorsement-repository.ts';
import { controlBlock } from '../read-overview.ts';
import { type RoadmapExchange, requireRoadmap } from '../require-roadmap.ts';
import type { RoadmapMember } from '../roadmap.ts';
import { sendRoadmapPage } from '../roadmap-frame.tsx';
import type { Signature } from '../views/document/signatures-table.tsx';
import { ReadVersionPage, type SavedSubject } from '../views/read-version-page.tsx';
import { isLeftBehind } from './left-behind.ts';
import { documentOfVersion, versionInAddress } from './read-version.ts';
import { changesSinceBasis } from './read-version-changes.ts';
import type { RoadmapVersionRow } from './version-repository.ts';

/** Reading a whole version: members, reviewers and the national team. */
export function readVersionRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/roadmaps/:slug/versions/:number', async (request, reply) => {
    const exchange = await requireRoadmap(context, request, reply);
    const { version, versions } = await versionInAddress(exchange);
    return sendVersion(exchange, version, isLeftBehind(version, versions));
  });
}

async function sendVersion(
  exchange: RoadmapExchange,
  version: RoadmapVersionRow,
  wasLeftBehind: boolean,
): Promise<FastifyReply> {
  const { context, place } = exchange;
  const { database, pack } = context;
  const { members, actor } = place;
  const document = await documentOfVersion(exchange, version);
  const endorsements = currentEndorsements(await listEndorsements(database, version.versionId), version.digest);
  const toDecide = members.filter(({ organisationId }) => {
    const subject = { organisationIds: [organisationId] };
    return version.state === 'endorsement' && can(actor, 'roadmap.endorse', subject);
  });
  return sendRoadmapPage(exchange, {
    title: `Version ${version.number}`,
    body: (
      <ReadVersionPage
        place={place}
        template={pack.roadmapTemplate}
        control={controlBlock(version, await listAuthors(database, version.versionId))}
        document={document}
        signatures={endorsements.map((endorsement) => signatureOf(endorsement, members))}
        changes={await changesSinceBasis(database, version, document)}
        toDecide={toDecide}
        leftBehind={wasLeftBehind ? await savedIn(exchange, version) : null}
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

/** An endorsement as it is shown beneath a document, which knows organisations by code. */
function signatureOf(
  endorsement: VersionEndorsement,
  members: readonly Pick<RoadmapMember, 'organisationId' | 'code'>[],
): Signature {
  const { organisationId, person, decision, conditions, at } = endorsement;
  const member = members.find((candidate) => candidate.organisationId === organisationId);
  return { organisationCode: member?.code ?? organisationId, person, decision, conditions, at };
}
