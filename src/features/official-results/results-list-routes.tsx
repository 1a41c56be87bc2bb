import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { forEverybody } from '../../platform/answers/public-answers.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import { sendListDownload } from '../../platform/http/list-download.ts';
import { UnprocessableError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { pageCount } from '../../views/pagination/pagination.ts';
import { type AreaRef, type Day, listAreas, listSources, planningKindOn, readDay } from '../directory/index.ts';
import { listCodesInArea } from './areas/area-results-repository.ts';
import {
  fileAsked,
  type ListedRelease,
  type ListedResult,
  measuresIn,
  narrowed,
  RESULTS_ON_A_PAGE,
  type ResultsQuery,
  readResultsQuery,
  releasesOf,
  resultsTable,
  sortResults,
  withdrawnBy,
} from './results-list.ts';
import { findSpread, listListedReleases, listReleaseRows } from './results-list-repository.ts';
import { decimalsIn } from './shown-score.ts';
import { NoResultsPage, ResultsListPage } from './views/results-list-page.tsx';

type Releases = readonly [ListedRelease, ...ListedRelease[]];

/** Results that others published, a care setting at a time, and as files. */
export function officialResultsRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(
    '/official-results',
    forEverybody('as-at', 'series', 'setting', 'year', 'measure', 'q', 'region', 'board', 'sort', 'page', 'format'),
    async (request, reply) => {
      const day = readDay(request.query, context);
      const all = await listListedReleases(context.database);
      const [first, ...more] = releasesOf(all, day.asAt);
      return first === undefined
        ? sendNone(request, reply, day, all)
        : sendReleases(request, reply, context, { day, all, releases: [first, ...more] });
    },
  );
}

const page = {
  title: 'Official results',
  section: 'data',
  breadcrumbs: [{ href: paths.data(), text: 'Data' }],
} as const;

function sendNone(request: FastifyRequest, reply: FastifyReply, day: Day, all: readonly ListedRelease[]) {
  const days = all.map(({ publishedOn }) => publishedOn).sort();
  const withdrawn = withdrawnBy(all, day.asAt);
  const body = <NoResultsPage {...{ day, withdrawn }} firstOn={days[0] ?? null} />;
  return sendPage(request, reply, { ...page, body });
}

interface Listed {
  readonly day: Day;
  /** Every release on record. */
  readonly all: readonly ListedRelease[];
  /** Those of the day. */
  readonly releases: Releases;
}

async function sendReleases(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { day, all, releases }: Listed,
): Promise<FastifyReply> {
  const { database } = context;
  const form = postedForm(request.query);
  const [regions, boards] = await Promise.all(
    ['region', planningKindOn(day.asAt)].map((kind) => listAreas(database, kind, day.asAt)),
  );
  const areas = { regions: regions ?? [], boards: boards ?? [] };
  const known = { regions: codesOf(areas.regions), boards: codesOf(areas.boards) };
  const { query, release, refused } = readResultsQuery(form, releases, known);
  const asked = fileAsked(form);
  if (asked !== null) {
    return sendFile(reply, context, { day, areas, query, release, asked, refused });
  }
  const part = await listReleaseRows(database, { ...release, part: query });
  const measures = measuresIn(release, part);
  const measure = measures.find(({ place }) => place === query.measure) ?? measures[0] ?? null;
  const found = sortResults(await narrow(context, part, { day, areas, query }), query.sort);
  const last = pageCount(found.length, RESULTS_ON_A_PAGE);
  const current = Math.min(query.page, last);
  return sendPage(request, reply, {
    ...page,
    title: current === 1 ? page.title : `${page.title}, page ${current}`,
    body: (
      <ResultsListPage
        {...{ day, release, releases, refused, measures, measure, areas }}
        query={{ ...query, page: current }}
        rows={found.slice((current - 1) * RESULTS_ON_A_PAGE, current * RESULTS_ON_A_PAGE)}
        found={found.length}
        of={part.length}
        decimals={decimalsIn(part.map(({ scores }) => (measure === null ? null : (scores[measure.place] ?? null))))}
        spread={measure === null ? null : await findSpread(database, release, { ...query, ...measure })}
        earlier={all.filter(({ series, version }) => series === release.series && version < release.version)}
        withdrawn={withdrawnBy(all, day.asAt)}
        sources={await listSources(database, [release.sourceId])}
      />
    ),
  });
}

function codesOf(areas: readonly AreaRef[]): string[] {
  return areas.map(({ code }) => code);
}

interface Narrowing {
  readonly day: Day;
  readonly areas: { readonly regions: readonly AreaRef[]; readonly boards: readonly AreaRef[] };
  readonly query: ResultsQuery;
}

async function narrow(
  { database }: AppContext,
  rows: readonly ListedResult[],
  { day, areas, query }: Narrowing,
): Promise<ListedResult[]> {
  const chosen = [
    ...areas.regions.filter(({ code }) => code === query.region),
    ...areas.boards.filter(({ code }) => code === query.board),
  ];
  const inside = await Promise.all(chosen.map(({ areaId }) => listCodesInArea(database, areaId, day.asAt)));
  return narrowed(
    rows,
    query.find,
    inside.map((codes) => new Set(codes)),
  );
}

interface FileRequest extends Narrowing {
  readonly release: ListedRelease;
  readonly asked: 'publication' | 'filter';
  readonly refused: readonly string[];
}

/** A file goes on to where nobody reads a hint: what makes no sense is refused rather than left out. */
async function sendFile(
  reply: FastifyReply,
  context: AppContext,
  { release, asked, refused, ...narrowing }: FileRequest,
): Promise<FastifyReply> {
  const [fault] = refused;
  if (fault !== undefined) {
    throw new UnprocessableError(`The file was not made: ${fault}`);
  }
  const { series, version } = release;
  const isWhole = asked === 'publication';
  const rows = await listReleaseRows(context.database, { series, version, part: isWhole ? null : narrowing.query });
  return sendListDownload(reply, {
    format: 'csv',
    fileName: `official-results-${series}-${version}${isWhole ? '' : '-part'}`,
    batches: [isWhole ? rows : sortResults(await narrow(context, rows, narrowing), narrowing.query.sort)],
    table: resultsTable(release),
    head: {},
    foot: () => ({}),
  });
}
