import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareInWords } from './share-in-words.ts';

describe('shareInWords', () => {
  it.each([
    [0.01, 'less than a twentieth of'],
    [0.05, 'about a twentieth of'],
    [0.17, 'about a sixth of'],
    [0.49, 'about half of'],
    [0.68, 'about two thirds of'],
    [0.93, 'about nine tenths of'],
    [0.96, 'about as many as'],
    [1, 'about as many as'],
  ])('%d is %s', (share, words) => {
    expect(shareInWords(share)).toBe(words);
  });

  it('has words for every share', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(shareInWords(share)).toMatch(/^(about [a-z ]+ (of|as)|less than a twentieth of)$/);
      }),
    );
  });
});
