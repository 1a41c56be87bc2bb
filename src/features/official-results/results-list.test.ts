import { describe, expect, it } from 'vitest';
import {
  fileAsked,
  isNarrowed,
  type ListedRelease,
  type ListedResult,
  measuresIn,
  narrowed,
  placeAmong,
  type ResultsSortKey,
  readResultsQuery,
  releasesOf,
  resultsQueryParts,
  sortResults,
  withdrawnBy,
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
    withdrawn: null,
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

  it('are without what was withdrawn by then, for which no earlier version comes back', () => {
    const [first = release(), second = release(), ...more] = all;
    const one = [first, { ...second, withdrawn: { on: '2031-03-31', reason: 'A fault' } }, ...more];
    const names = (found: readonly ListedRelease[]) => found.map(({ series, version }) => `${series} ${version}`);
    expect(names(releasesOf(one, '2031-03-30'))).toEqual(['made-up 2', 'other 1']);
    expect(withdrawnBy(one, '2031-03-30')).toEqual([]);
    expect(names(releasesOf(one, '2031-03-31'))).toEqual(['other 1']);
    expect(names(withdrawnBy(one, '2031-03-31'))).toEqual(['made-up 2']);
  });
});

describe('the address of the list', () => {
  const areas = { regions: ['Y54'], boards: ['QOX'] };
  const read = (query: Record<string, string>) => readResultsQuery(query, [release()], areas);

  it('may leave everything open', () => {
    expect(read({})).toMatchObject({
      query: {
        series: 'made-up',
        careSetting: 'Acute',
        year: 2030,
        measure: null,
        ...{ find: '', region: '', board: '', page: 1 },
        sort: { by: 'name', descending: false },
      },
      refused: [],
    });
  });

  it('says what is wanted, and leads to the same list again', () => {
    const asked = {
      ...{ series: 'made-up', setting: 'Acute', year: '2029', measure: '1' },
      ...{ q: 'vale', region: 'Y54', board: 'QOX', sort: '-code', page: '2' },
    };
    const { query, refused } = read(asked);
    expect([query.measure, query.sort, refused]).toEqual([1, { by: 'code', descending: true }, []]);
    expect(resultsQueryParts(query)).toEqual(asked);
    expect([isNarrowed(query), isNarrowed(read({}).query)]).toEqual([true, false]);
  });

  it('is told what it asked for that there is not, an order by score among it', () => {
    const { query, refused } = read({ setting: 'Mental health', year: '2029', sort: '-score', board: 'Q99' });
    expect(query).toMatchObject({ careSetting: 'Mental health', year: 2030, sort: { by: 'name' }, board: '' });
    expect(refused).toEqual([
      '“2029” is no year of it: the newest is shown.',
      '“Q99” is no area of a board of this day: those of all are shown.',
      '“-score” is no order of this list: it is in its usual one.',
    ]);
  });
});

describe('the list', () => {
  const rows = [row('VALE TRUST', 'RZ1', '2.8'), row('DALE TRUST', 'RZ3', null), row('HILL TRUST', 'RZ2', '10')];
  const names = (found: readonly ListedResult[]) => found.map(({ name }) => name.split(' ')[0]);

  it('is by name or code', () => {
    const order = (key: ResultsSortKey, descending = false) => names(sortResults(rows, { by: key, descending }));
    expect(order('name')).toEqual(['DALE', 'HILL', 'VALE']);
    expect(order('code', true)).toEqual(['DALE', 'HILL', 'VALE']);
    expect(order('code')).toEqual(['VALE', 'HILL', 'DALE']);
  });

  it.each<[string, readonly string[][], readonly string[]]>([
    ['', [], ['VALE', 'DALE', 'HILL']],
    ['trust dale', [], ['DALE']],
    ['rz2', [], ['HILL']],
    ['', [['RZ1', 'RZ2']], ['VALE', 'HILL']],
    ['', [['RZ1', 'RZ2'], ['RZ2']], ['HILL']],
    ['moon', [], []],
  ])('has what is looked for: “%s” in %j', (find, areas, expected) => {
    const codes = areas.map((area) => new Set(area));
    expect(names(narrowed(rows, find, codes))).toEqual(expected);
  });

  it('says where a score lies, where enough others have one', () => {
    const spread = { n: 8, q1: 2, median: 2.5, q3: 3 };
    expect(['1.9', '2', '3', '3.1', null].map((score) => placeAmong(score, spread))).toEqual([
      'below the middle half',
      'in the middle half',
      'in the middle half',
      'above the middle half',
      null,
    ]);
    expect([placeAmong('1', { ...spread, n: 7 }), placeAmong('1', null)]).toEqual([null, null]);
  });
});

it('a file is of all of a publication, or of the list that is looked at', () => {
  expect([fileAsked({}), fileAsked({ format: 'csv' }), fileAsked({ format: 'csv', setting: 'Acute' })]).toEqual([
    null,
    'publication',
    'filter',
  ]);
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
