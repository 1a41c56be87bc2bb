import { describe, expect, test } from 'vitest';
import { overviewOfResult } from './result-overview.ts';
import { scoreAssessment } from './score-assessment.ts';
import type { Benchmark } from './spread/benchmark.ts';
import { summarise } from './spread/distribution.ts';
import { storedScores } from './stored-score.ts';
import { answers, fixtureInstrument } from './testing/fixture-instrument.ts';

const instrument = fixtureInstrument();
const scores = storedScores(
  scoreAssessment(
    instrument,
    'acute',
    answers({
      SA1: 'agree',
      SA2: 'agree',
      SA3: 'agree',
      RA1: '0',
      RA2: 'unstructured',
      RA3: '0-50',
      EI1: '0',
      EI2: 'agree',
    }),
  ),
);

function benchmark(level: Benchmark['level'], key: string, values: readonly number[]): Benchmark {
  return { level, key, national: summarise(values), careSetting: null };
}

describe('a result beside others', () => {
  const others = [
    benchmark('section', 'strategy', [10, 20, 30, 40, 50]),
    benchmark('section', 'records', [10, 20, 30, 40, 50]),
    benchmark('section', 'medicines', [10, 20, 30, 40, 50]),
    benchmark('section', 'infrastructure', [50, 50, 50, 50, 50]),
    benchmark('overall', 'overall', [1, 2, 3, 4]),
  ];
  const overview = overviewOfResult(instrument, scores, others);

  test('has every theme and section of the instrument, in its order', () => {
    expect(overview.themes.map(({ id, sections }) => [id, sections.map((section) => section.label)])).toEqual([
      ['readiness', ['1. strategy']],
      ['capabilities', ['2. records', '3. medicines']],
      ['infrastructure', ['4. infrastructure']],
    ]);
  });

  test('keeps what stands behind a score', () => {
    expect(overview.themes[1]).toMatchObject({ score: 0, answered: 3, applicable: 5, missing: 2 });
    expect(overview.themes[1]?.sections[1]).toMatchObject({ score: null, missing: 2 });
  });

  test('draws no spread of four organisations', () => {
    expect(overview.overall.national).toBeNull();
    expect(overview.themes[0]?.sections[0]?.national).toMatchObject({ n: 5, median: 30 });
  });

  test('counts above and below the median, a section without a score as neither', () => {
    expect(overview.highlights).toMatchObject({ aboveMedian: 1, belowMedian: 1, compared: 3 });
  });

  test('names no strongest and weakest among a few', () => {
    expect(overview.highlights).toMatchObject({ strongest: [], weakest: [] });
  });

  test('without others everything is there but the comparison', () => {
    const alone = overviewOfResult(instrument, scores, []);
    expect(alone.overall.score).toBe(50);
    expect(alone.highlights.compared).toBe(0);
  });
});

test('strongest and weakest are the three at either end, with how many have the same score', () => {
  const [theme] = instrument.themes;
  if (theme?.sections[0] === undefined) {
    throw new Error('The fixture has a theme with a section');
  }
  const section = theme.sections[0];
  const many = {
    ...instrument,
    themes: [{ ...theme, sections: ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ ...section, id })) }],
  };
  const given = { level: 'section' as const, answered: 1, evidenced: 0, applicable: 1, notApplicable: 0, missing: 0 };
  const highlightsOf = (values: readonly number[]) => {
    const list = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key, at) => ({ ...given, key, score: values[at] ?? 0 }));
    return overviewOfResult(many, list, []).highlights;
  };
  const apart = highlightsOf([50, 10, 90, 70, 30, 20, 80]);
  expect(apart.strongest.map(({ id }) => id)).toEqual(['c', 'g', 'd']);
  expect(apart.weakest.map(({ id }) => id)).toEqual(['b', 'f', 'e']);
  expect(apart).toMatchObject({ alsoStrongest: 0, alsoWeakest: 0 });
  expect(highlightsOf([90, 90, 90, 90, 90, 20, 10])).toMatchObject({ alsoStrongest: 2, alsoWeakest: 4 });
});
