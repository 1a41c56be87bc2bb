import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesByPart, type ProviderChange } from './change-statistics.ts';

const parts = [
  { id: 'overall', label: 'Overall' },
  { id: 'records', label: 'Records' },
];

const moved = (earlier: number | null, later: number | null): ProviderChange => ({
  earlier: { overall: earlier },
  later: { overall: later },
});

it('gives the medians of those who have both scores, and who went where', () => {
  const providers = [moved(10, 20), moved(20, 20.4), moved(30, 25), moved(40, 60), moved(50, 55), moved(60, null)];
  expect(changesByPart(parts, providers, 0)).toEqual([
    { id: 'overall', label: 'Overall', n: 5, earlier: 30, later: 25, moves: { up: 3, down: 1 } },
    { id: 'records', label: 'Records', n: 0, earlier: null, later: null, moves: null },
  ]);
});

it('tells moves apart as finely as scores are printed', () => {
  const five = Array.from({ length: 5 }, () => moved(2.1, 2.3));
  const [whole] = changesByPart(parts, five, 0);
  const [tenths] = changesByPart(parts, five, 1);
  expect([whole?.moves?.up, tenths?.moves?.up]).toEqual([0, 5]);
});

it('shows neither medians nor moves of fewer than five', () => {
  const [overall] = changesByPart(parts, [moved(1, 2), moved(1, 2), moved(1, 2), moved(1, 2)], 0);
  expect(overall).toMatchObject({ n: 4, earlier: null, later: null, moves: null });
});

it('counts nobody twice, and turns round with the rounds', () => {
  const score = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 4 });
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score)), (pairs) => {
      const [there] = changesByPart(
        parts,
        pairs.map(([before, after]) => moved(before, after)),
        0,
      );
      const [back] = changesByPart(
        parts,
        pairs.map(([before, after]) => moved(after, before)),
        0,
      );
      expect((there?.moves?.up ?? 0) + (there?.moves?.down ?? 0)).toBeLessThanOrEqual(there?.n ?? 0);
      expect([back?.moves?.up, back?.moves?.down, back?.earlier, back?.later]).toEqual([
        there?.moves?.down,
        there?.moves?.up,
        there?.later,
        there?.earlier,
      ]);
    }),
  );
});
