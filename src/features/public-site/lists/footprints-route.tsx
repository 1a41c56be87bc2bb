import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { forEverybody } from '../../../platform/answers/public-answers.ts';
import { postedForm } from '../../../platform/forms/posted-form.ts';
import { sendListDownload } from '../../../platform/http/list-download.ts';
import { UnprocessableError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { numberedPage } from '../../../views/pagination/pagination.ts';
import {
  type Day,
  listAllMembers,
  listAreas,
  listFootprints,
  listSources,
  planningKindOn,
  readDay,
  sumPopulation,
} from '../../directory/index.ts';
import { listFootprintStages, stagesOnMap } from '../../footprint-stage/index.ts';
import { mapOptions, readMap, restsOnResults } from '../../map/index.ts';
import { readBoardFigures } from '../../official-results/index.ts';
import { type Asked, askedFormat } from '../../search/index.ts';
import { listCommissioners } from './commissioner-repository.ts';
import { footprintTable, toListedFootprint } from './footprint-download.ts';
import {
  type FootprintFacts,
  type FootprintRow,
  type FootprintsQuery,
  filterQuery,
  footprintRows,
  readFootprintsQuery,
  unrecordedByStp,
} from './footprint-list.ts';
import { listCommissionersOfFootprints } from './footprint-population-repository.ts';
import { FootprintsPage } from './footprints-page.tsx';
import { readProviderResults } from './read-provider-results.ts';

export function footprintRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(
    '/footprints',
    forEverybody('as-at', 'q', 'region', 'stp', 'stage', 'sort', 'size', 'page', 'map', 'measure', 'format'),
    async (request, reply) => {
      const form = postedForm(request.query);
      const day = readDay(request.query, context);
      const [facts, regions, stps] = await Promise.all([
        readFacts(context, day),
        listAreas(context.database, 'region', day.asAt),
        listAreas(context.database, planningKindOn(day.asAt), day.asAt),
      ]);
      const asked = readFootprintsQuery(form, { regions, stps });
      const rows = footprintRows(facts, asked.query);
      const format = askedFormat(form);
      return format === null
        ? sendList(request, reply, context, { day, facts, regions, stps, asked, rows })
        : sendFile(reply, { format, day, asked, rows });
    },
  );
}

async function readFacts(context: AppContext, day: Day): Promise<FootprintFacts> {
  const { database } = context;
  const [footprints, members, ccgs, stages] = await Promise.all([
    listFootprints(database, day.asAt),
    listAllMembers(database, day.asAt),
    listCommissionersOfFootprints(database, day.asAt),
    listFootprintStages(context, day),
  ]);
  const populations = [...Map.groupBy(ccgs, ({ footprintId }) => footprintId)].map(
    ([footprintId, own]) => [footprintId, sumPopulation(own)] as const,
  );
  return { footprints, members, populations: new Map(populations), stages };
}

interface ListRequest {
  readonly day: Day;
  readonly facts: FootprintFacts;
  readonly regions: Awaited<ReturnType<typeof listAreas>>;
  readonly stps: Awaited<ReturnType<typeof listAreas>>;
  readonly asked: Asked<FootprintsQuery>;
  readonly rows: readonly FootprintRow[];
}

async function sendList(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { day, facts, regions, stps, asked, rows }: ListRequest,
): Promise<FastifyReply> {
  const { database } = context;
  const { footprints, stages } = facts;
  const { rows: shown, current } = numberedPage(rows, asked.query.page, asked.query.size);
  const query = { ...asked.query, page: current };
  const options = mapOptions(postedForm(request.query));
  const [ccgs, results, published] = await Promise.all([
    listCommissioners(database, day.asAt),
    restsOnResults(options.measure) ? readProviderResults(context, day) : null,
    readBoardFigures(database, day.asAt),
  ]);
  const onMap = { day, options, footprints, stages: stagesOnMap(stages), results, published, within: null };
  const drawn = await readMap(context, onMap);
  const sources = await listSources(database, [
    ...[...shown.map(({ footprint }) => footprint), ...stps].map((area) => area.source.sourceId),
    ...shown.flatMap(({ population }) => population.sourceIds),
    ...drawn.sourceIds,
  ]);
  return sendPage(request, reply, {
    title: query.page === 1 ? 'Footprints' : `Footprints, page ${query.page}`,
    section: 'footprints',
    illustrative: drawn.map.illustrative || shown.some((row) => row.stage.illustrative),
    body: (
      <FootprintsPage
        day={day}
        factsOn={context.pack.factsOn}
        query={query}
        refused={asked.refused}
        rows={shown}
        found={rows.length}
        total={footprints.length}
        counted={context.pack}
        regions={regions}
        stps={stps}
        unrecorded={unrecordedByStp(ccgs)}
        ccgCount={ccgs.length}
        recordedCcgCount={ccgs.filter((ccg) => ccg.hasFootprint).length}
        map={drawn.map}
        canSwitchMap={drawn.canSwitch}
        sources={sources}
      />
    ),
  });
}

interface FileRequest extends Pick<ListRequest, 'day' | 'asked' | 'rows'> {
  readonly format: 'csv' | 'json';
}

/** A file goes on to where nobody reads a hint: what makes no sense is refused rather than left out. */
function sendFile(reply: FastifyReply, { format, day, asked, rows }: FileRequest): FastifyReply {
  const { query, refused } = asked;
  const [fault] = day.refused === null ? refused : [`“${day.refused}” is not a day; write it as in ${day.asAt}.`];
  if (fault !== undefined) {
    throw new UnprocessableError(`The file was not made: ${fault}`);
  }
  const filter = Object.entries(filterQuery(query.filter)).filter(([, value]) => value !== '');
  const items = rows.map(toListedFootprint);
  return sendListDownload(reply, {
    format,
    fileName: `footprints-${day.asAt}`,
    batches: [items],
    table: footprintTable,
    head: { asAt: day.asAt, filter: Object.fromEntries(filter), total: rows.length },
    foot: () => ({ illustrative: items.some(({ illustrative }) => illustrative) }),
  });
}
