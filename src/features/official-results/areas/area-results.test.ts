import { expect, it } from 'vitest';
import { type AreaResult, areaReleases } from './area-results.ts';

const result = (name: string, year: number, scores: readonly (string | null)[], careSetting = 'Acute'): AreaResult => ({
  series: 'made-up',
  sourceId: 'results-made-up-1',
  title: 'Made-up results',
  publisher: 'Nobody',
  publishedOn: '2031-01-31',
  measures: ['Well led', 'Overall'],
  code: name.slice(0, 3).toUpperCase(),
  name,
  careSetting,
  year,
  scores,
  decimals: [1, 6],
});

it('has a row for each organisation and a column for each measure with figures, care setting by care setting', () => {
  const releases = areaReleases([
    result('Dale', 2030, ['2', '2.130952']),
    result('Dale', 2029, [null, '2']),
    result('Vale', 2030, ['2.8', null]),
    result('Vale', 2030, ['1', '1'], 'Community'),
  ]);
  expect(releases.map(({ title, settings }) => [title, settings.map(({ careSetting }) => careSetting)])).toEqual([
    ['Made-up results', ['Acute', 'Community']],
  ]);
  const [acute, community] = releases[0]?.settings ?? [];
  expect(acute?.headings).toEqual(['Well led', 'Overall, 2030 (2029)']);
  expect(acute?.rows.map(({ name, figures }) => [name, ...figures])).toEqual([
    ['Dale', '2.0', '2.13 (2.00)'],
    ['Vale', '2.8', null],
  ]);
  expect(community?.headings).toEqual(['Well led', 'Overall']);
});
