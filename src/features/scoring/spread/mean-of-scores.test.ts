import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanOfScores } from './mean-of-scores.ts';

/** Northvale and its providers are fictitious; the figures are the worked example of docs/scoring.md. */
const northvale: readonly (readonly [group: string, acute: number, mental: number, community: number, mean: number])[] =
  [
    ['Records, assessments and plans', 52, 44, 57, 51],
    ['Transfers of care', 61, 40, 46, 49],
    ['Orders and results', 70, 35, 33, 46],
    ['Medicines', 28, 15, 11, 18],
    ['Decision support', 40, 25, 28, 31],
    ['Remote and assistive care', 20, 38, 35, 31],
    ['Asset and resource', 45, 30, 33, 36],
  ];

describe('the score of a place', () => {
  test.each(northvale)('Northvale: %s', (_group, acute, mental, community, expected) => {
    const scores = [
      { organisationId: 'northvale-acute', score: acute },
      { organisationId: 'westmoor', score: mental },
      { organisationId: 'fellside', score: community },
    ];
    expect(meanOfScores(scores)).toEqual({ mean: expected, n: 3, missing: [] });
  });

  test('a provider without a submission is left out and named', () => {
    const scores = [
      { organisationId: 'westmoor', score: null },
      { organisationId: 'northvale-acute', score: 0 },
      { organisationId: 'fellside', score: null },
    ];
    expect(meanOfScores(scores)).toEqual({ mean: 0, n: 1, missing: ['fellside', 'westmoor'] });
  });

  test('without any score there is no mean', () => {
    expect(meanOfScores([])).toEqual({ mean: null, n: 0, missing: [] });
    expect(meanOfScores([{ organisationId: 'a', score: null }])).toEqual({ mean: null, n: 0, missing: ['a'] });
  });

  test('an organisation counts once', () => {
    const twice = [
      { organisationId: 'a', score: 40 },
      { organisationId: 'a', score: 60 },
    ];
    expect(() => meanOfScores(twice)).toThrow(RangeError);
  });

  test('the order of organisations does not change a bit of the result', () => {
    // Sevenths, because sums of them round and so depend on the order of adding.
    const score = fc.option(fc.integer({ min: 0, max: 700 }).map((sevenths) => sevenths / 7));
    const scores = fc.uniqueArray(fc.record({ organisationId: fc.string(), score }), {
      minLength: 3,
      selector: ({ organisationId }) => organisationId,
    });
    const twoOrders = scores.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([one, other]) => {
        expect(JSON.stringify(meanOfScores(other))).toBe(JSON.stringify(meanOfScores(one)));
      }),
    );
  });
});
