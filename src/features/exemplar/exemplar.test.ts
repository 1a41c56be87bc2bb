import { describe, expect, test } from 'vitest';
import { countWords, exemplarStates, isLive, nextExemplarState } from './exemplar.ts';

describe('states of an exemplar', () => {
  test('a designated one can be withdrawn, and nothing follows', () => {
    expect(nextExemplarState('designated', 'withdraw')).toBe('withdrawn');
    expect(nextExemplarState('withdrawn', 'withdraw')).toBeNull();
  });

  test('only designated ones are live', () => {
    expect(exemplarStates.filter(isLive)).toEqual(['designated']);
  });
});

describe('words', () => {
  test.each([
    ['', 0],
    ['  \n ', 0],
    ['one', 1],
    ['– and — 3 things…', 3],
    ['a b\nc', 3],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
