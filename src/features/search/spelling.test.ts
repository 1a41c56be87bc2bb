import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyWords, oneSlipAway, slipsBetween } from './spelling.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 8 });

describe('slipsBetween', () => {
  it.each([
    ['leeds', 'leeds', 0],
    ['wolverhamton', 'wolverhampton', 1],
    ['glocestershire', 'gloucestershire', 1],
    ['gorges', 'georges', 1],
    ['barst', 'barts', 1],
    ['yrok', 'york', 1],
    ['yrok', 'yorks', 2],
    ['elisabeth', 'elizabeth', 1],
    ['leeds', '', 5],
  ])('from %j to %j: %i', (one, other, slips) => {
    expect(slipsBetween(one, other)).toBe(slips);
    expect(slipsBetween(other, one)).toBe(slips);
  });

  it('is one for exactly the words that are one slip away', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(oneSlipAway(one).includes(other)).toBe(slipsBetween(one, other) === 1);
      }),
    );
  });

  it('is none between equal words only, and never more than the longer word has letters', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(slipsBetween(one, other) === 0).toBe(one === other);
        expect(slipsBetween(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});

describe('likelyWords', () => {
  const known = ['leeds', 'lees', 'deeds', 'leafs', 'london'].map((each) => ({
    word: each,
    rank: each === 'leeds' ? 1 : 2,
  }));

  it.each([
    ['leds', ['leeds', 'lees']],
    ['ldeeds', ['leeds', 'deeds', 'lees']],
    ['lodnon', ['london']],
    ['xq', []],
  ])('for %s are %j', (typed, likely) => {
    expect(likelyWords(typed, known, 3)).toEqual(likely);
  });

  it('leaves out the word itself', () => {
    expect(likelyWords('london', known, 3)).toEqual([]);
  });
});
