import { describe, expect, it } from 'vitest';
import {
  type ListedRelease,
  type ListedResult,
  measuresIn,
  type ResultsSortKey,
  readResultsQuery,
  releasesOf,
  resultsQueryParts,
  sortResults,
} from './results-list.ts';
import { decimalsIn, shownScore } from './shown-score.ts';

/** A made-up release. */
function release(change: Partial<ListedRelease> = {}): ListedRelease {
  return {
    series: 'made-up',
    version: 1,
    sourceId: 'results-made-up-1',
    title: 'Made-up results',
    publisher: 'Nobody',
    publishedOn: '2031-01-31',
    about: '',
    measures: ['Well led', 'Overall'],
    groups: [
      { careSetting: 'Acute', year: 2030 },
      { careSetting: 'Acute', year: 2029 },
      { careSetting: 'Mental health', year: 2030 },
    ],
    ...change,
  };
}

function row(name: string, code: string, ...scores: (string | null)[]): ListedResult {
  return { code, name, careSetting: 'Acute', year: 2030, scores, note: '', page: null };
}

describe('the releases of a day', () => {
  const all = [
    release(),
    release({ version: 2, publishedOn: '2031-02-28' }),
    release({ series: 'other', publishedOn: '2031-02-01' }),
  ];
  const on = (asAt: string) => releasesOf(all, asAt).map(({ series, version }) => `${series} ${version}`);

  it('are those that were out, each series in its newest version, the newest first', () => {
    expect(on('2031-01-30')).toEqual([]);
    expect(on('2031-02-27')).toEqual(['other 1', 'made-up 1']);
    expect(on('2031-02-28')).toEqual(['made-up 2', 'other 1']);
  });
});

describe('the address of the list', () => {
  const read = (query: Record<string, string>) => readResultsQuery(query, [release()]);

  it('may leave everything open', () => {
    expect(read({})).toMatchObject({
      query: {
        series: 'made-up',
        careSetting: 'Acute',
        year: 2030,
        measure: null,
        sort: { by: 'name', descending: false },
      },
      refused: [],
    });
  });

  it('says what is wanted, and leads to the same list again', () => {
    const asked = { series: 'made-up', setting: 'Acute', year: '2029', measure: '1', sort: '-score' };
    const { query, refused } = read(asked);
    expect([query.measure, query.sort, refused]).toEqual([1, { by: 'score', descending: true }, []]);
    expect(resultsQueryParts(query)).toEqual(asked);
  });

  it('is told what it asked for that there is not', () => {
    const { query, refused } = read({ setting: 'Mental health', year: '2029', sort: '7' });
    expect(query).toMatchObject({ careSetting: 'Mental health', year: 2030, sort: { by: 'name' } });
    expect(refused).toEqual([
      '“2029” is no year of it: the newest is shown.',
      '“7” is no order of this list: it is in its usual one.',
    ]);
  });
});

describe('the order of the list', () => {
  const rows = [
    row('Vale', 'RZ1', '2.8'),
    row('Dale', 'RZ3', null),
    row('Hill', 'RZ2', '10'),
    row('Hall', 'RZ4', '2.8'),
  ];
  const order = (key: ResultsSortKey, descending = false) =>
    sortResults(rows, { by: key, descending }, 0).map(({ name }) => name);

  it('is by name, code or figure, and without a figure last', () => {
    expect(order('name')).toEqual(['Dale', 'Hall', 'Hill', 'Vale']);
    expect(order('code', true)).toEqual(['Hall', 'Dale', 'Hill', 'Vale']);
    expect(order('score')).toEqual(['Hall', 'Vale', 'Hill', 'Dale']);
    expect(order('score', true)).toEqual(['Hill', 'Hall', 'Vale', 'Dale']);
  });
});

it('figures of a column have the same decimals, two at most', () => {
  const scores = ['2', '2.8', null, '2.130952'];
  expect([decimalsIn(scores.slice(0, 3)), decimalsIn(scores), decimalsIn(['2', null])]).toEqual([1, 6, 0]);
  expect([shownScore(2, 1), shownScore(2.130952, 6), shownScore(2.25, 1)]).toEqual(['2.0', '2.13', '2.3']);
});

it('only measures with figures are offered', () => {
  expect(measuresIn(release(), [row('Vale', 'RZ1', null, '2'), row('Dale', 'RZ3', null, null)])).toEqual([
    { place: 1, label: 'Overall' },
  ]);
});
