import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { forEverybody } from '../../../platform/answers/public-answers.ts';
import { postedForm } from '../../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import {
  type Area,
  addressPart,
  areaHref,
  type Day,
  findArea,
  isPlanningKind,
  listAllMembers,
  listFootprints,
  listSources,
  planningKindOn,
  readDay,
} from '../../directory/index.ts';
import { listFootprintStages, stagesOnMap } from '../../footprint-stage/index.ts';
import { AbsentPage, existenceOn, findAreaNear, readAreaHistory, TimelineSection } from '../../history/index.ts';
import {
  canDrawBoundaries,
  listMappedAreas,
  locatorCells,
  mapOptions,
  readMap,
  restsOnResults,
} from '../../map/index.ts';
import { OfficialResultsSection, readBoardResults, readResultsInArea } from '../../official-results/index.ts';
import { kindLabel } from '../facts/kind-label.ts';
import { everyFootprint, footprintRows } from '../lists/footprint-list.ts';
import { readProviderResults } from '../lists/read-provider-results.ts';
import { listLinkedAreas, listOrganisationsIn, type OrganisationInArea } from './area-organisations-repository.ts';
import { AreaPage } from './area-page.tsx';
import { areaOrganisations } from './area-view.ts';

export function areaRoute(app: FastifyInstance, context: AppContext): void {
  app.get<{ Params: { kind: string; code: string } }>(
    '/areas/:kind/:code',
    forEverybody('as-at', 'map', 'measure'),
    async (request, reply) => {
      const [kind, code] = [addressPart(request.params.kind), addressPart(request.params.code)];
      const day = readDay(request.query, context);
      const area = await findArea(context.database, kind, code, day.asAt);
      if (area === null) {
        return sendElsewhere(request, reply, context, { kind, code, day });
      }
      return kind === 'footprint'
        ? reply.redirect(day.link(paths.footprint(area.slug)), 301)
        : sendArea(request, reply, context, { area, day });
    },
  );
}

/** A code an area had on another day leads to where it is now, or says when it existed and what came after. */
async function sendElsewhere(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
  { kind, code, day }: { readonly kind: string; readonly code: string; readonly day: Day },
): Promise<FastifyReply> {
  const found = await findAreaNear(database, { kind, code }, day.asAt);
  if (found === null) {
    throw new NotFoundError('No area is recorded at this address. Search for the place by name.', {
      href: paths.search(),
      text: 'Search',
    });
  }
  if (found.isThere || kind === 'footprint') {
    return reply.redirect(day.link(areaHref(found)), 302);
  }
  const { past, timeline, lineage, sourceIds } = await readAreaHistory(database, found.areaId);
  const existence = existenceOn(past.records, day.asAt);
  const official = await readBoardResults(database, found, day.asAt);
  const sources = await listSources(database, [...sourceIds, ...official.sourceIds]);
  return sendPage(request, reply, {
    title: found.name,
    section: 'footprints',
    breadcrumbs: [{ href: day.link(paths.footprints()), text: 'Footprints' }],
    illustrative: sources.some(({ illustrative }) => illustrative),
    body: (
      <AbsentPage
        {...{ day, lineage, sources, existence }}
        caption={kindLabel(pack, kind)}
        name={found.name}
        path={paths.area(kind, found.code)}
        history={<TimelineSection {...{ day, pack, sources }} entries={timeline} isArea />}
      >
        <OfficialResultsSection
          day={day}
          name={found.name}
          releases={official.releases}
          hrefOf={(other) => paths.area(kind, other)}
        />
      </AbsentPage>
    ),
  });
}

async function sendArea(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { area, day }: { readonly area: Area; readonly day: Day },
): Promise<FastifyReply> {
  const { database, pack } = context;
  const options = mapOptions(postedForm(request.query));
  const [related, footprints, members, organisations, mapped, stages, canDraw, history, official] = await Promise.all([
    listLinkedAreas(database, area.areaId, isPlanningKind(area.kind) ? 'region' : planningKindOn(day.asAt), day.asAt),
    listFootprints(database, day.asAt),
    listAllMembers(database, day.asAt),
    listOrganisationsIn(database, area.areaId, day.asAt),
    listMappedAreas(database, day.asAt),
    listFootprintStages(context, day),
    canDrawBoundaries(context, day),
    readAreaHistory(database, area.areaId),
    readOfficial(context, area, day),
  ]);
  const drawn =
    canDraw && options.form === 'boundaries'
      ? await readMap(context, {
          day,
          options,
          footprints,
          stages: stagesOnMap(stages),
          results: restsOnResults(options.measure) ? await readProviderResults(context, day) : null,
          published: null,
          within: area,
        })
      : null;
  const inside = footprints.filter(({ stps, regions }) =>
    [...stps, ...regions].some(({ areaId }) => areaId === area.areaId),
  );
  const rows = footprintRows({ footprints: inside, members, populations: new Map(), stages }, everyFootprint);
  return sendPage(request, reply, {
    title: area.name,
    section: 'footprints',
    breadcrumbs: [{ href: day.link(paths.footprints()), text: 'Footprints' }],
    illustrative: (drawn?.map.illustrative ?? false) || rows.some((row) => row.stage.illustrative),
    body: (
      <AreaPage
        day={day}
        pack={pack}
        area={area}
        lineage={history.lineage}
        past={history.past}
        timeline={history.timeline}
        officialReleases={official.releases}
        resultsHere={official.here}
        related={related}
        footprints={rows}
        organisations={areaOrganisations(pack, organisations, day.asAt)}
        mapCells={locatorCells(mapped, isPlanningKind(area.kind) ? [area] : related, day)}
        map={drawn?.map ?? null}
        canDrawBoundaries={canDraw}
        sources={
          await listSources(database, [
            area.source.sourceId,
            ...inside.map((footprint) => footprint.source.sourceId),
            ...sourceIdsOf(organisations),
            ...(drawn?.sourceIds ?? []),
            ...history.sourceIds,
            ...official.sourceIds,
          ])
        }
      />
    ),
  });
}

/** What was published of the board of an area, and of the organisations in it. */
async function readOfficial({ database }: AppContext, area: Area, { asAt }: Day) {
  const [own, here] = await Promise.all([
    readBoardResults(database, area, asAt),
    readResultsInArea(database, area, asAt),
  ]);
  return { releases: own.releases, here, sourceIds: [...own.sourceIds, ...here.sourceIds] };
}

function sourceIdsOf(organisations: readonly OrganisationInArea[]): string[] {
  return organisations.flatMap(({ sourceId, placeSourceId, registeredPatients }) =>
    registeredPatients === null ? [sourceId, placeSourceId] : [sourceId, placeSourceId, registeredPatients.sourceId],
  );
}
