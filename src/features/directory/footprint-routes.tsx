import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { postedForm } from '../../platform/forms.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { formatDate } from '../../views/format.ts';
import { sendPage } from '../../views/send-page.tsx';
import { addressPart } from './address-part.ts';
import { listAllMembers, listCommissioners, listMappedAreas, listSources } from './area-repository.ts';
import { readDay } from './as-at.ts';
import type { Footprint, Member } from './directory.ts';
import type { DirectoryReads } from './directory-reads.ts';
import { findFootprint, listAreas, listFootprints, listMembers } from './directory-repository.ts';
import { footprintFilter, footprintRows, unrecordedByStp } from './views/footprint-list.ts';
import { FootprintPage } from './views/footprint-page.tsx';
import { FootprintsPage } from './views/footprints-page.tsx';
import { locatorCells } from './views/locator-map.ts';
import { stageOf } from './views/stage.tsx';

export function footprintRoutes(app: FastifyInstance, context: AppContext, reads: DirectoryReads): void {
  app.get('/footprints', (request, reply) => sendList(request, reply, context, reads));

  app.get<{ Params: { slug: string } }>('/footprints/:slug', (request, reply) =>
    sendFootprint(request, reply, context, reads, addressPart(request.params.slug)),
  );
}

async function sendList(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
  reads: DirectoryReads,
): Promise<FastifyReply> {
  const day = readDay(request.query, pack);
  const filter = footprintFilter(postedForm(request.query));
  const [footprints, members, ccgs, regions, stps, stages] = await Promise.all([
    listFootprints(database, day.asAt),
    listAllMembers(database, day.asAt),
    listCommissioners(database, day.asAt),
    listAreas(database, 'region', day.asAt),
    listAreas(database, 'stp', day.asAt),
    reads.footprintStages(),
  ]);
  const rows = footprintRows(footprints, members, stages, filter);
  const sources = await listSources(
    database,
    [...rows.map((row) => row.footprint), ...stps].map((area) => area.source.sourceId),
  );
  return sendPage(request, reply, {
    title: 'Footprints',
    section: 'footprints',
    illustrative: rows.some((row) => row.stage.illustrative),
    body: (
      <FootprintsPage
        day={day}
        filter={filter}
        rows={rows}
        total={footprints.length}
        regions={regions}
        stps={stps}
        unrecorded={unrecordedByStp(ccgs)}
        ccgCount={ccgs.length}
        recordedCcgCount={ccgs.filter((ccg) => ccg.hasFootprint).length}
        sources={sources}
      />
    ),
  });
}

async function sendFootprint(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
  reads: DirectoryReads,
  slug: string,
): Promise<FastifyReply> {
  const day = readDay(request.query, pack);
  const footprint = await findFootprint(database, slug, day.asAt);
  if (footprint === null) {
    throw new NotFoundError(
      `No footprint is recorded at this address on ${formatDate(day.asAt)}. Look for it in the list of footprints.`,
    );
  }
  const [members, areas, stages, roadmap] = await Promise.all([
    listMembers(database, footprint.areaId, day.asAt),
    listMappedAreas(database, day.asAt),
    reads.footprintStages(),
    reads.roadmapSummary(footprint.areaId),
  ]);
  const stage = stageOf(stages, footprint.areaId);
  return sendPage(request, reply, {
    title: `${footprint.name} footprint`,
    section: 'footprints',
    breadcrumbs: [{ href: day.link(paths.footprints()), text: 'Footprints' }],
    illustrative: stage.illustrative || (roadmap?.illustrative ?? false),
    body: (
      <FootprintPage
        day={day}
        pack={pack}
        footprint={footprint}
        members={members}
        stage={stage}
        roadmap={roadmap}
        mapCells={locatorCells(areas, footprint.stps, day)}
        sources={await listSources(database, sourceIdsOf(footprint, members))}
      />
    ),
  });
}

function sourceIdsOf(footprint: Footprint, members: readonly Member[]): string[] {
  return [
    footprint.source.sourceId,
    ...members.flatMap((member) => [member.source.sourceId, member.registeredPatients?.sourceId ?? []].flat()),
  ];
}
