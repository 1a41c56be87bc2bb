import { describe, expect, it } from 'vitest';
import type { FoundResult } from './found-result.ts';
import { releaseViews } from './results-view.ts';

const spread = { n: 4, q1: 1.5, median: 2.25, q3: 3 };

/** A made-up result of Vale. */
function result(change: Partial<FoundResult> = {}): FoundResult {
  return {
    series: 'made-up',
    version: 1,
    sourceId: 'results-made-up-1',
    title: 'Made-up results',
    publisher: 'Nobody',
    publishedOn: '2031-01-31',
    standing: 'official',
    about: '',
    measures: ['Well led', 'Overall'],
    greatest: [4, 4.5],
    decimals: [1, 6],
    isOwn: true,
    code: 'RZ1',
    name: 'VALE',
    careSetting: 'Acute',
    year: 2030,
    scores: ['2', '2.130952'],
    note: '',
    spreads: [spread, spread],
    ...change,
  };
}

describe('official results as they are shown', () => {
  it('know each name that they were published under', () => {
    const [release] = releaseViews([result({ name: 'DALE', year: 2029 }), result(), result({ year: 2031 })]);
    expect(release?.own[0]?.names).toEqual(['VALE', 'DALE']);
  });

  it('have the decimals of their measure, two at most, and the years of what was measured in several', () => {
    const earlier = result({ year: 2029, scores: [null, '3.5'], spreads: [null, spread] });
    const [release] = releaseViews([earlier, result()]);
    expect(release?.own).toHaveLength(1);
    expect(release?.own[0]?.lines.map(({ label, score, median, n }) => [label, score, median, n])).toEqual([
      ['Well led', '2.0', '2.3', 4],
      ['Overall, 2030', '2.13', '2.25', 4],
      ['Overall, 2029', '3.50', '2.25', 4],
    ]);
    expect(release?.own[0]?.greatest).toBe(5);
    expect(release?.own[0]?.comparable).toEqual(['Overall']);
  });

  it('are compared between years by what has figures in each, and a word is said where others have not', () => {
    const comparable = (...rows: FoundResult[]) => releaseViews(rows)[0]?.own[0]?.comparable;
    expect(comparable(result())).toEqual([]);
    expect(comparable(result({ year: 2029 }), result())).toEqual([]);
    expect(comparable(result({ year: 2029, scores: [null, '3'] }), result({ year: 2028 }), result())).toEqual([
      'Overall',
    ]);
  });

  it('stand by care setting, and those of whoever went before under their own names', () => {
    const others = [
      result({ careSetting: 'Community', note: 'One site' }),
      result({ isOwn: false, code: 'RZ2', name: 'HILL' }),
      result({ isOwn: false, code: 'RZ2', name: 'HILL', careSetting: 'Community' }),
      result({ isOwn: false, code: 'RZ3', name: 'DALE' }),
    ];
    const [release] = releaseViews([result(), ...others]);
    expect(release?.own.map(({ careSetting, notes }) => [careSetting, notes])).toEqual([
      ['Acute', []],
      ['Community', ['One site']],
    ]);
    expect(release?.before.map(({ name, settings }) => [name, settings.map(({ careSetting }) => careSetting)])).toEqual(
      [
        ['HILL', ['Acute', 'Community']],
        ['DALE', ['Acute']],
      ],
    );
    const ids = [...(release?.own ?? []), ...(release?.before ?? []).flatMap(({ settings }) => settings)].map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are nothing where there are none', () => {
    expect(releaseViews([])).toEqual([]);
  });
});
