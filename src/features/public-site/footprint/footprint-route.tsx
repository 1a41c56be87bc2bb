import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { forEverybody } from '../../../platform/answers/public-answers.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import {
  addressPart,
  type Day,
  type Footprint,
  findFootprint,
  listMembers,
  listSources,
  type Member,
  readDay,
} from '../../directory/index.ts';
import { getFootprintStage } from '../../footprint-stage/index.ts';
import { formationOf } from '../../formation/index.ts';
import {
  AbsentPage,
  AreaNotes,
  existenceOn,
  findAreaNear,
  listOtherFootprints,
  readAreaHistory,
  TimelineSection,
} from '../../history/index.ts';
import { listMappedAreas, locatorCells } from '../../map/index.ts';
import { kindLabel } from '../facts/kind-label.ts';
import { FootprintPage, Governance, Roadmap } from './footprint-page.tsx';
import { readRoadmapInShort } from './read-roadmap-in-short.ts';

/** The page of one footprint. */
export function footprintRoute(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: { slug: string } }>('/footprints/:slug', forEverybody('as-at'), (request, reply) =>
    sendFootprint(request, reply, context, addressPart(request.params.slug)),
  );
}

async function sendFootprint(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  slug: string,
): Promise<FastifyReply> {
  const { database, pack } = context;
  const day = readDay(request.query, context);
  const footprint = await findFootprint(database, slug, day.asAt);
  if (footprint === null) {
    return sendElsewhere(request, reply, context, { slug, day });
  }
  const { areaId } = footprint;
  const [members, otherFootprints, areas, stage, roadmap, governance, history] = await Promise.all([
    listMembers(database, areaId, day.asAt),
    listOtherFootprints(database, areaId, day.asAt),
    listMappedAreas(database, day.asAt),
    getFootprintStage(context, areaId, day),
    readRoadmapInShort(context, areaId, day),
    formationOf(database, areaId, day.recordedBy),
    readAreaHistory(database, areaId),
  ]);
  const sources = await listSources(database, [...sourceIdsOf(footprint, members), ...history.sourceIds]);
  return sendPage(request, reply, {
    title: `${footprint.name} footprint`,
    section: 'footprints',
    breadcrumbs: [{ href: day.link(paths.footprints()), text: 'Footprints' }],
    illustrative: [stage, roadmap?.publication, governance, ...sources].some((shown) => shown?.illustrative === true),
    body: (
      <FootprintPage
        {...{ day, pack, footprint, members, otherFootprints, stage, roadmap, governance, sources, ...history }}
        mapCells={locatorCells(areas, footprint.stps, day)}
      />
    ),
  });
}

/** An address a footprint had on another day leads to the one it has, or says when it existed and what came after. */
async function sendElsewhere(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
  { slug, day }: { readonly slug: string; readonly day: Day },
): Promise<FastifyReply> {
  const found = await findAreaNear(database, { kind: 'footprint', slug }, day.asAt);
  if (found === null) {
    throw new NotFoundError('No footprint is recorded at this address. Look for it in the list of footprints.', {
      href: paths.footprints(),
      text: 'Go to the footprints',
    });
  }
  if (found.isThere) {
    return reply.redirect(day.link(paths.footprint(found.slug)), 302);
  }
  const [{ past, timeline, lineage, sourceIds }, roadmap, governance] = await Promise.all([
    readAreaHistory(database, found.areaId),
    readRoadmapInShort({ database }, found.areaId, day),
    formationOf(database, found.areaId, day.recordedBy),
  ]);
  const existence = existenceOn(past.records, day.asAt);
  const sources = await listSources(database, sourceIds);
  return sendPage(request, reply, {
    title: `${found.name} footprint`,
    section: 'footprints',
    breadcrumbs: [{ href: day.link(paths.footprints()), text: 'Footprints' }],
    illustrative: [roadmap?.publication, governance, ...sources].some((shown) => shown?.illustrative === true),
    body: (
      <AbsentPage
        {...{ day, lineage, sources }}
        caption={kindLabel(pack, 'footprint')}
        name={found.name}
        path={paths.footprint(found.slug)}
        existence={existence.kind === 'absent' ? existence : { kind: 'absent', until: null, since: null }}
        history={<TimelineSection {...{ day, pack, sources }} entries={timeline} isArea />}
      >
        <AreaNotes notes={past.notes} sources={sources} />
        {roadmap !== null && <Roadmap day={day} footprint={found} roadmap={roadmap} elsewhere={null} />}
        <Governance governance={governance} />
      </AbsentPage>
    ),
  });
}

function sourceIdsOf(footprint: Footprint, members: readonly Member[]): string[] {
  return [
    footprint.source.sourceId,
    ...members.flatMap((member) => [member.source.sourceId, member.registeredPatients?.sourceId ?? []].flat()),
  ];
}
