import { z } from 'zod';
import { mapPage } from '../../../platform/page.ts';
import { listListedReleases, listResultsPage, releasesOf } from '../../official-results/index.ts';
import { officialResultAnswer, officialResultTable, toOfficialResult } from '../answers/official-answers.ts';
import { officialResultExample } from '../examples/official-examples.ts';
import { listOperation } from '../list-operation.ts';
import { textParameter } from '../parameters.ts';
import { checkAmong, refuseUnknown } from '../refuse-unknown.ts';

const listOfficialResults = listOperation({
  id: 'listOfficialResults',
  tag: 'Official results',
  path: '/official-results',
  summary: 'List scores that others published',
  description:
    'Scores of organisations as a national body published them: nothing in them is worked out here, and they are apart from ' +
    'the self-assessments that are answered here. A publication is listed from its day on, in its newest version of the day. ' +
    'Also as a table with a row for each figure, where `limit` counts organisations.',
  filters: z.object({
    series: textParameter('A publication, in whatever version.', 'dma-2024-2025'),
    code: textParameter('Code of an organisation or board, as published.', 'RNZ'),
    careSetting: textParameter('A care setting, in the words of the publisher.', 'Acute'),
    year: textParameter('A year of results.', '2025'),
  }),
  isDated: true,
  itemName: 'OfficialResult',
  item: officialResultAnswer,
  keyLength: 2,
  csv: officialResultTable,
  list: async ({ database }, { series, code, careSetting, year }, { day, slice }) => {
    const releases = releasesOf(await listListedReleases(database), day);
    const groups = releases.flatMap((release) => release.groups);
    refuseUnknown([
      checkAmong(
        'series',
        series,
        releases.map((release) => ({ id: release.series })),
      ),
      checkAmong('careSetting', careSetting, known(groups.map((group) => group.careSetting))),
      checkAmong('year', year, known(groups.map((group) => String(group.year)))),
    ]);
    const listing = {
      series: series ?? null,
      code: code ?? null,
      careSetting: careSetting ?? null,
      year: year === undefined ? null : Number(year),
    };
    return mapPage(await listResultsPage(database, listing, day, slice), toOfficialResult);
  },
  example: { request: '/official-results?code=RNZ', items: [officialResultExample], total: 1 },
});

function known(values: readonly string[]): { readonly id: string }[] {
  return [...new Set(values)].sort().map((id) => ({ id }));
}

export const officialOperations = [listOfficialResults];
