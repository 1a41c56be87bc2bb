import { describe, expect, test } from 'vitest';
import { rounded } from '../../platform/rounding.ts';
import { scoreAssessment } from './score-assessment.ts';
import { answer } from './testing/fixture-instrument.ts';
import { answerAtLevel, instrumentOfPillars } from './testing/levelled-instrument.ts';

describe('pillars of levels from 1 to 5, to one decimal place, as NHS England publishes them', () => {
  /** Levels reached in each pillar; 0 stands for a domain that is not applicable. */
  const scoreOf = (levels: Readonly<Record<string, readonly number[]>>) => {
    const counts = Object.fromEntries(Object.entries(levels).map(([pillar, list]) => [pillar, list.length]));
    const given = Object.entries(levels).flatMap(([pillar, list]) =>
      list.map((level, index) => {
        const id = `${pillar}${index + 1}`;
        return level === 0 ? answer(id, 'not-applicable') : answerAtLevel(id, level);
      }),
    );
    return scoreAssessment(instrumentOfPillars(counts), 'acute', given);
  };
  const pillar = (...levels: number[]) => scoreOf({ p: levels }).themes[0]?.score ?? Number.NaN;

  test.each([
    ['9 over 4', [3, 2, 2, 2], 9 / 4, 2.3],
    ['11 over 4', [3, 3, 3, 2], 11 / 4, 2.8],
    ['13 over 7', [1, 2, 2, 2, 2, 2, 2], 13 / 7, 1.9],
    ['10 over 4', [3, 3, 2, 2], 10 / 4, 2.5],
    ['a domain left out: 9 over 4 of 5', [3, 2, 0, 2, 2], 9 / 4, 2.3],
    ['two left out: 13 over 5 of 7', [3, 3, 0, 3, 2, 2, 0], 13 / 5, 2.6],
    ['57 over 18', [...Array.from({ length: 15 }, () => 3), 4, 4, 4], 57 / 18, 3.2],
  ])('%s is the mean of what applies, printed half up', (_case, levels, mean, printed) => {
    expect(pillar(...levels)).toBe(mean);
    expect(rounded(pillar(...levels), 1)).toBe(printed);
  });

  test('the overall score is the mean of unrounded pillars, each weighing the same whatever its size', () => {
    const score = scoreOf({ a: [3, 2, 2, 2], b: [1, 2, 2, 2, 2, 2, 2], c: Array.from({ length: 12 }, () => 2) });
    expect(score.overall.score).toBeCloseTo((9 / 4 + 13 / 7 + 2) / 3, 12);
    // Of rounded pillars it would be (2.3 + 1.9 + 2.0) / 3 = 2.07, of all domains (9 + 13 + 24) / 23 = 2.
    expect(rounded(score.overall.score ?? 0, 3)).toBe(2.036);
  });

  /** Levels that add up to so much, as even as they can be. */
  const adding = (sum: number, count: number) =>
    Array.from({ length: count }, (_, index) => Math.floor(sum / count) + (index < sum % count ? 1 : 0));

  test.each([
    [
      176 / 84,
      {
        a: adding(11, 4),
        b: adding(29, 12),
        c: adding(7, 4),
        d: adding(9, 4),
        e: adding(14, 7),
        f: adding(7, 4),
        g: adding(7, 4),
      },
    ],
    [
      179 / 84,
      {
        a: adding(11, 4),
        b: adding(29, 12),
        c: adding(7, 4),
        d: adding(9, 4),
        e: adding(14, 7),
        f: adding(7, 4),
        g: adding(8, 4),
      },
    ],
    // One of twelve domains does not apply.
    [
      120 / 77,
      {
        a: adding(4, 4),
        b: [...adding(21, 11), 0],
        c: adding(6, 4),
        d: adding(4, 4),
        e: adding(21, 7),
        f: adding(6, 4),
        g: adding(5, 5),
      },
    ],
    // One of seven pillars has nothing that applies.
    [
      201 / 72,
      {
        a: adding(10, 4),
        b: adding(13, 4),
        c: adding(3, 3),
        d: adding(7, 2),
        e: adding(11, 4),
        f: adding(15, 4),
        g: [0, 0],
      },
    ],
  ])('whole levels come to the published overall score of %d', (published, levels) => {
    expect(scoreOf(levels).overall.score).toBeCloseTo(published, 12);
  });
});
