import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelReached } from './level-reached.ts';
import { elementsUpTo, levelledInstrument } from './testing/levelled-instrument.ts';

const levels = levelledInstrument().themes[0]?.sections[0]?.questions[0]?.levels ?? [];
const allIds = levels.flatMap(({ elements }) => elements.map(({ id }) => id));
const reached = (met: readonly string[]) => Number(levelReached(levels, met).option);

describe('the level of a question', () => {
  it('is the first while nothing is met', () => {
    expect(levelReached(levels, [])).toEqual({
      option: '1',
      tally: [
        { option: '2', met: 0, of: 2 },
        { option: '3', met: 0, of: 3 },
        { option: '4', met: 0, of: 2 },
        { option: '5', met: 0, of: 1 },
      ],
    });
  });

  it.each([
    ['one of two elements of level 2', ['WL1-2-1'], 1],
    ['all of level 2', elementsUpTo('WL1', 2), 2],
    ['all of level 2 and two of three of level 3', [...elementsUpTo('WL1', 2), 'WL1-3-1', 'WL1-3-3'], 2],
    ['all of level 3', elementsUpTo('WL1', 3), 3],
    ['everything', elementsUpTo('WL1', 5), 5],
    ['everything but one element of level 2', elementsUpTo('WL1', 5).slice(1), 1],
    ['everything but the whole of level 4', [...elementsUpTo('WL1', 3), 'WL1-5-1'], 3],
  ])('%s', (_case, met, level) => {
    expect(reached(met)).toBe(level);
  });

  it('cannot be told of a question without levels', () => {
    expect(() => levelReached([], [])).toThrow(RangeError);
  });
});

describe('of any elements', () => {
  const anyMet = fc.subarray(allIds);

  it('is one of the levels, whose elements are all met, those below it too, and the next one is short', () => {
    fc.assert(
      fc.property(anyMet, (met) => {
        const level = reached(met);
        expect(Number.isInteger(level)).toBe(true);
        expect(elementsUpTo('WL1', level).every((id) => met.includes(id))).toBe(true);
        expect(level === 5 || elementsUpTo('WL1', level + 1).some((id) => !met.includes(id))).toBe(true);
      }),
    );
  });

  it('never falls when one more is met', () => {
    fc.assert(
      fc.property(anyMet, fc.constantFrom(...allIds), (met, one) => {
        expect(reached([...met, one])).toBeGreaterThanOrEqual(reached(met));
      }),
    );
  });

  it('is not changed by what is met above a level that is not reached', () => {
    fc.assert(
      fc.property(anyMet, (met) => {
        const level = reached(met);
        const counting = elementsUpTo('WL1', level + 1);
        expect(reached(met.filter((id) => counting.includes(id)))).toBe(level);
      }),
    );
  });

  it('does not hang on the order in which they are given', () => {
    const twoOrders = anyMet.chain((met) =>
      fc.tuple(fc.constant(met), fc.shuffledSubarray(met, { minLength: met.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([met, other]) => {
        expect(levelReached(levels, other)).toEqual(levelReached(levels, met));
      }),
    );
  });
});
