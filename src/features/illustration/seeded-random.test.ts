import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

function draw(count: number, next: () => number): readonly number[] {
  return Array.from({ length: count }, next);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('seeded random', () => {
  test('gives these draws for this seed and key, today and on every machine', () => {
    const random = seededRandom(2016, 'RX1');
    expect(draw(3, random.uniform)).toMatchInlineSnapshot(`
      [
        0.7524487180635333,
        0.3854310668539256,
        0.501772302435711,
      ]
    `);
  });

  test('the same seed and key give the same stream; another gives another', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), fc.string(), (seed, key, other) => {
        fc.pre(key !== other);
        const stream = (random: SeededRandom) => draw(5, random.uniform);
        expect(stream(seededRandom(seed, key))).toEqual(stream(seededRandom(seed, key)));
        expect(stream(seededRandom(seed, key))).not.toEqual(stream(seededRandom(seed, other)));
      }),
    );
  });

  test('the parts of a key do not run together', () => {
    expect(seededRandom(1, 'a', 'b').uniform()).not.toBe(seededRandom(1, 'ab').uniform());
  });

  test('uniform draws fill [0, 1) evenly', () => {
    const values = draw(10_000, seededRandom(7).uniform);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    for (const tenth of draw(10, () => 0).keys()) {
      const inside = values.filter((value) => Math.floor(value * 10) === tenth).length;
      expect(inside).toBeGreaterThan(850);
      expect(inside).toBeLessThan(1150);
    }
  });

  test('first draws of neighbouring keys are as good as those of one stream', () => {
    let number = 0;
    const values = draw(10_000, () => seededRandom(7, `R${number++}`).normal());
    const mean = meanOf(values);
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(meanOf(values.map((value) => (value - mean) ** 2))).toBeCloseTo(1, 1);
  });
});
