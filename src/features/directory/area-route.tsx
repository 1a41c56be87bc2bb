import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { formatDate } from '../../views/format.ts';
import { sendPage } from '../../views/send-page.tsx';
import { addressPart } from './address-part.ts';
import {
  listAllMembers,
  listLinkedAreas,
  listMappedAreas,
  listOrganisationsIn,
  listSources,
} from './area-repository.ts';
import { type Day, readDay } from './as-at.ts';
import type { Area, OrganisationInArea } from './directory.ts';
import type { DirectoryReads } from './directory-reads.ts';
import { findArea, listFootprints } from './directory-repository.ts';
import { AreaPage } from './views/area-page.tsx';
import { areaOrganisations } from './views/area-view.ts';
import { footprintFilter, footprintRows } from './views/footprint-list.ts';
import { locatorCells } from './views/locator-map.ts';

export function areaRoute(app: FastifyInstance, context: AppContext, reads: DirectoryReads): void {
  app.get<{ Params: { kind: string; code: string } }>('/areas/:kind/:code', async (request, reply) => {
    const [kind, code] = [addressPart(request.params.kind), addressPart(request.params.code)];
    const day = readDay(request.query, context.pack);
    const area = await findArea(context.database, kind, code, day.asAt);
    if (area === null) {
      throw new NotFoundError(
        `No area is recorded at this address on ${formatDate(day.asAt)}. Search for the place by name.`,
      );
    }
    return kind === 'footprint'
      ? reply.redirect(day.link(paths.footprint(area.slug)), 301)
      : sendArea(request, reply, context, reads, { area, day });
  });
}

async function sendArea(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
  reads: DirectoryReads,
  { area, day }: { readonly area: Area; readonly day: Day },
): Promise<FastifyReply> {
  const [related, footprints, members, organisations, mapped, stages] = await Promise.all([
    listLinkedAreas(database, area.areaId, area.kind === 'stp' ? 'region' : 'stp', day.asAt),
    listFootprints(database, day.asAt),
    listAllMembers(database, day.asAt),
    listOrganisationsIn(database, area.areaId, day.asAt),
    listMappedAreas(database, day.asAt),
    reads.footprintStages(),
  ]);
  const inside = footprints.filter(({ stps, regions }) =>
    [...stps, ...regions].some(({ areaId }) => areaId === area.areaId),
  );
  const rows = footprintRows(inside, members, stages, footprintFilter({}));
  return sendPage(request, reply, {
    title: area.name,
    section: 'footprints',
    breadcrumbs: [{ href: day.link(paths.footprints()), text: 'Footprints' }],
    illustrative: rows.some((row) => row.stage.illustrative),
    body: (
      <AreaPage
        day={day}
        pack={pack}
        area={area}
        related={related}
        footprints={rows}
        organisations={areaOrganisations(pack, organisations)}
        mapCells={locatorCells(mapped, area.kind === 'stp' ? [area] : related, day)}
        sources={
          await listSources(database, [
            area.source.sourceId,
            ...inside.map((footprint) => footprint.source.sourceId),
            ...sourceIdsOf(organisations),
          ])
        }
      />
    ),
  });
}

function sourceIdsOf(organisations: readonly OrganisationInArea[]): string[] {
  return organisations.flatMap(({ sourceId, placeSourceId, registeredPatients }) =>
    registeredPatients === null ? [sourceId, placeSourceId] : [sourceId, placeSourceId, registeredPatients.sourceId],
  );
}
