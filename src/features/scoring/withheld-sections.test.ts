import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredScore } from './stored-score.ts';
import { fixtureInstrument } from './testing/fixture-instrument.ts';
import { withheldSections } from './withheld-sections.ts';

const [theme] = fixtureInstrument().themes;
const [section] = theme?.sections ?? [];

/** A theme whose sections have so many answers each. */
function themeOf(counts: readonly number[]) {
  if (theme === undefined || section === undefined) {
    throw new Error('no theme in the instrument');
  }
  const sections = counts.map((_, index) => ({ ...section, id: `s${index}` }));
  const scores = counts.map((answered, index): StoredScore => {
    const basis = { answered, evidenced: 0, applicable: answered, notApplicable: 0, missing: 0 };
    return { level: 'section', key: `s${index}`, score: 50, ...basis };
  });
  return { instrument: { themes: [{ ...theme, sections }] }, scores };
}

const withheld = (...counts: number[]) => {
  const { instrument, scores } = themeOf(counts);
  return [...withheldSections(instrument, scores)].toSorted();
};

describe('sections that are not for everybody', () => {
  it.each([
    [[3, 4, 5], []],
    [
      [1, 4, 5],
      ['s0', 's1'],
    ],
    [
      [5, 2, 4],
      ['s1', 's2'],
    ],
    [
      [1, 1, 6],
      ['s0', 's1', 's2'],
    ],
    [
      [1, 2, 6],
      ['s0', 's1'],
    ],
    [
      [0, 4, 1],
      ['s1', 's2'],
    ],
    // All that there is of its theme.
    [[2], []],
    [[0, 2], []],
  ])('of %j answers are %j', (counts, expected) => {
    expect(withheld(...counts)).toEqual(expected);
  });

  it('hold back what could be worked out from the theme', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(counts, (each) => {
        const hidden = withheld(...each).map((id) => each[Number(id.slice(1))] ?? 0);
        const scored = each.filter((count) => count > 0);
        const isSmall = scored.length > 1 && scored.some((count) => count < 3);
        expect(hidden.length > 0).toBe(isSmall);
        const total = hidden.reduce((sum, count) => sum + count, 0);
        expect(
          !isSmall ||
            (hidden.length >= 2 &&
              total >=
                Math.min(
                  3,
                  scored.reduce((sum, count) => sum + count, 0),
                )),
        ).toBe(true);
      }),
    );
  });
});
