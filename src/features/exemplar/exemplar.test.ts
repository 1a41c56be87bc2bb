import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords, type ExemplarAction, exemplarStates, isLive, nextExemplarState } from './exemplar.ts';

const actions: readonly ExemplarAction[] = ['nominate', 'designate', 'publish-blueprint', 'withdraw'];

describe('states of an exemplar', () => {
  test('lead from candidate to a published blueprint', () => {
    expect(nextExemplarState('candidate', 'nominate')).toBe('nominated');
    expect(nextExemplarState('nominated', 'designate')).toBe('designated');
    expect(nextExemplarState('designated', 'publish-blueprint')).toBe('blueprint-published');
  });

  test('no step is skipped', () => {
    expect(nextExemplarState('candidate', 'designate')).toBeNull();
    expect(nextExemplarState('nominated', 'publish-blueprint')).toBeNull();
  });

  test('any but a withdrawn one can be withdrawn, and nothing follows', () => {
    for (const state of exemplarStates) {
      expect(nextExemplarState(state, 'withdraw')).toBe(state === 'withdrawn' ? null : 'withdrawn');
    }
    expect(actions.map((action) => nextExemplarState('withdrawn', action))).toEqual([null, null, null, null]);
  });

  test('whatever is done, one moves forward or stays', () => {
    fc.assert(
      fc.property(fc.constantFrom(...exemplarStates), fc.array(fc.constantFrom(...actions)), (start, tried) => {
        let state = start;
        for (const action of tried) {
          const next = nextExemplarState(state, action);
          expect(next === null || exemplarStates.indexOf(next) > exemplarStates.indexOf(state)).toBe(true);
          state = next ?? state;
        }
      }),
    );
  });

  test('only designated ones are live', () => {
    expect(exemplarStates.filter(isLive)).toEqual(['designated', 'blueprint-published']);
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
