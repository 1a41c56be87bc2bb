import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { forEverybody } from '../../platform/answers/public-answers.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import { sendListDownload } from '../../platform/http/list-download.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { listSources, readDay } from '../directory/index.ts';
import { isFileAsked, measuresIn, readResultsQuery, releasesOf, resultsTable, sortResults } from './results-list.ts';
import { listListedReleases, listReleaseRows } from './results-list-repository.ts';
import { NoResultsPage, ResultsListPage } from './views/results-list-page.tsx';

/** Results that others published, a care setting at a time, and each release as a file. */
export function officialResultsRoutes(app: FastifyInstance, context: AppContext): void {
  const { database } = context;
  app.get(
    '/official-results',
    forEverybody('as-at', 'series', 'setting', 'year', 'measure', 'sort', 'format'),
    async (request, reply) => {
      const day = readDay(request.query, context);
      const form = postedForm(request.query);
      const all = await listListedReleases(database);
      const [first, ...more] = releasesOf(all, day.asAt);
      const page = {
        title: 'Official results',
        section: 'data',
        breadcrumbs: [{ href: paths.data(), text: 'Data' }],
      } as const;
      if (first === undefined) {
        const days = all.map(({ publishedOn }) => publishedOn).sort();
        return sendPage(request, reply, { ...page, body: <NoResultsPage day={day} firstOn={days[0] ?? null} /> });
      }
      const releases = [first, ...more] as const;
      const { query, release, refused } = readResultsQuery(form, releases);
      const { series, version } = release;
      if (isFileAsked(form)) {
        return sendListDownload(reply, {
          format: 'csv',
          fileName: `official-results-${series}-${version}`,
          batches: [await listReleaseRows(database, { series, version, part: null })],
          table: resultsTable(release),
          head: {},
          foot: () => ({}),
        });
      }
      const rows = await listReleaseRows(database, { series, version, part: query });
      const measures = measuresIn(release, rows);
      const measure = measures.find(({ place }) => place === query.measure) ?? measures[0] ?? null;
      return sendPage(request, reply, {
        ...page,
        body: (
          <ResultsListPage
            {...{ day, query, release, releases, refused, measures, measure }}
            rows={sortResults(rows, query.sort, measure?.place ?? 0)}
            earlier={all.filter((each) => each.series === series && each.version < version)}
            sources={await listSources(database, [release.sourceId])}
          />
        ),
      });
    },
  );
}
