import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isInWork,
  isOver,
  nextUploadState,
  type UploadAction,
  uploadStates,
  uploadTransitions,
  workOn,
} from './upload-state.ts';

const actions = [...new Set(uploadTransitions.map(({ action }) => action))];

describe('the states of a file that somebody sent', () => {
  it('give a person a way on or back from every state that is not the end', () => {
    for (const state of uploadStates.filter((each) => !isOver(each))) {
      const ways = uploadTransitions.filter(({ from, by }) => by === 'person' && from.includes(state));
      expect(ways, state).not.toEqual([]);
    }
    expect(uploadStates.filter(isOver)).toEqual(['imported', 'refused', 'withdrawn']);
  });

  it('tell the work what there is to do', () => {
    expect(Object.fromEntries(uploadStates.filter(isInWork).map((state) => [state, workOn(state)]))).toEqual({
      received: 'check',
      checking: 'check',
      confirmed: 'bring-in',
      importing: 'bring-in',
    });
  });

  it('let nothing be brought in that nobody confirmed, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions)), (taken) => {
        const steps = walk(taken);
        const finished = steps.indexOf('finish');
        const before = finished === -1 ? [] : steps.slice(0, finished);
        // The last word of a person before the end is the confirmation.
        const words = before.filter((step) => ['confirm', 'stop', 'withdraw', 'retry', 'find-other'].includes(step));
        return finished === -1 || (words.at(-1) === 'confirm' && finished === steps.length - 1);
      }),
      { numRuns: 2000 },
    );
  });
});

/** The actions that had an effect. */
function walk(taken: readonly UploadAction[]): UploadAction[] {
  let state: (typeof uploadStates)[number] = 'received';
  return taken.filter((action) => {
    const next = nextUploadState(state, action);
    state = next ?? state;
    return next !== null;
  });
}
