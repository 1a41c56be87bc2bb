import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallestGroup } from '../scoring/index.ts';
import {
  type AssessedProvider,
  bandsOf,
  coverageBy,
  coverageOf,
  filterProviders,
  overallMeasure,
  sectionMeasure,
  spreadOf,
  spreadsBy,
  themeMeasure,
} from './national-statistics.ts';

const scale = { least: 0, most: 100, decimals: 0 };

const all = { id: 'all', label: 'All' };
const settings = [
  { id: 'acute', label: 'Acute hospitals' },
  { id: 'ambulance', label: 'Ambulance services' },
];

function provider(
  index: number,
  change: Partial<AssessedProvider> = {},
  overall: number | null = index,
): AssessedProvider {
  return {
    organisationId: `o${index}`,
    code: `C${index}`,
    name: `Provider ${index}`,
    careSetting: 'acute',
    regionCode: 'R1',
    unasked: new Set(),
    scores: { themes: { readiness: overall }, sections: { records: overall }, overall },
    ...change,
  };
}

const score = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null });
const providersOf = fc
  .array(
    fc.record({
      careSetting: fc.constantFrom('acute', 'ambulance', 'elsewhere'),
      regionCode: fc.constantFrom('R1', 'R2', null),
      overall: score,
      submitted: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ careSetting, regionCode, overall, submitted }, index) =>
      provider(index, { careSetting, regionCode, ...(submitted ? {} : { scores: null }) }, overall),
    ),
  );

describe('a spread', () => {
  test('needs five scores', () => {
    const four = [10, 20, 30, 40].map((value) => provider(value));
    expect(spreadOf(all, four, overallMeasure)).toMatchObject({ n: 4, missing: 0, spread: null });
    const five = [...four, provider(50)];
    expect(spreadOf(all, five, overallMeasure)).toMatchObject({ n: 5, spread: { q1: 20, median: 30, q3: 40 } });
  });

  test('an absent score is missing, never zero', () => {
    const providers = [10, 20, 30, 40, 50].map((value) => provider(value));
    const withAbsent = [...providers, provider(6, {}, null), provider(7, { scores: null })];
    expect(spreadOf(all, withAbsent, overallMeasure)).toMatchObject({
      n: 5,
      missing: 2,
      spread: { min: 10, median: 30 },
    });
    expect(spreadOf(all, withAbsent, sectionMeasure('unheard-of'))).toMatchObject({ n: 0, missing: 7, spread: null });
    expect(spreadOf(all, withAbsent, themeMeasure('readiness')).n).toBe(5);
  });

  test('whoever is not asked is not missing', () => {
    const unasked = new Set([sectionMeasure('records').key]);
    const providers = [provider(1), provider(2, { scores: null }), provider(3, { scores: null, unasked })];
    expect(spreadOf(all, providers, sectionMeasure('records'))).toMatchObject({ n: 1, missing: 1 });
    expect(spreadOf(all, providers, overallMeasure)).toMatchObject({ n: 1, missing: 2 });
  });

  test('everybody is counted once, with or without a score', () => {
    fc.assert(
      fc.property(providersOf, (providers) => {
        const { n, missing, spread } = spreadOf(all, providers, overallMeasure);
        expect(n + missing).toBe(providers.length);
        expect(spread === null).toBe(n < smallestGroup);
        const bands = bandsOf(providers, overallMeasure, scale);
        expect(bands?.reduce((sum, band) => sum + band.count, 0) ?? 0).toBe(spread === null ? 0 : n);
      }),
    );
  });

  test('groups add up, and none is shown that nobody is in', () => {
    fc.assert(
      fc.property(providersOf, (providers) => {
        const rows = spreadsBy(settings, providers, ({ careSetting }) => careSetting, overallMeasure);
        const inGroups = providers.filter(({ careSetting }) => careSetting !== 'elsewhere').length;
        expect(rows.reduce((sum, row) => sum + row.n + row.missing, 0)).toBe(inGroups);
        expect(rows.every((row) => row.n + row.missing > 0)).toBe(true);
      }),
    );
  });
});

describe('coverage', () => {
  test('names who is missing', () => {
    const coverage = coverageOf(all, [provider(1), provider(2, { scores: null })]);
    expect(coverage).toMatchObject({ expected: 2, submitted: 1, missing: [{ organisationId: 'o2' }] });
  });

  test('counts an organisation with several care settings once, and as submitted with the last of them', () => {
    const both = [provider(1), provider(1, { careSetting: 'ambulance', scores: null }), provider(2)];
    expect(coverageOf(all, both)).toMatchObject({ expected: 2, submitted: 1, missing: [{ organisationId: 'o1' }] });
    expect(coverageBy(settings, both, ({ careSetting }) => careSetting)).toMatchObject([
      { id: 'acute', expected: 2, submitted: 2 },
      { id: 'ambulance', expected: 1, submitted: 0 },
    ]);
  });

  test('adds up, whole and by group', () => {
    fc.assert(
      fc.property(providersOf, (providers) => {
        for (const row of [
          coverageOf(all, providers),
          ...coverageBy(settings, providers, ({ careSetting }) => careSetting),
        ]) {
          expect(row.submitted + row.missing.length).toBe(row.expected);
        }
      }),
    );
  });
});

test('filters keep those of a setting and a region, or all', () => {
  fc.assert(
    fc.property(
      providersOf,
      fc.constantFrom('', 'acute'),
      fc.constantFrom('', 'R2'),
      (providers, careSetting, region) => {
        const kept = filterProviders(providers, { careSetting, region });
        for (const one of providers) {
          const fits =
            (careSetting === '' || one.careSetting === careSetting) && (region === '' || one.regionCode === region);
          expect(kept.includes(one)).toBe(fits);
        }
      },
    ),
  );
});
