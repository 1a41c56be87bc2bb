import { describe, expect, it, test } from 'vitest';
import { allowedActions } from '../../platform/transition-table.ts';
import { isOpen, nextProposalState, proposalStates, proposalTransitions } from './proposal-state.ts';

const sound = { isSecondPerson: true, isPlanAsRead: true };

describe('a proposal of a change', () => {
  it('is confirmed by a second person who read this very plan', () => {
    expect(nextProposalState('proposed', 'confirm', sound)).toEqual({ kind: 'ok', state: 'applied' });
  });

  it('is withdrawn by whoever made it too', () => {
    expect(nextProposalState('proposed', 'withdraw', { isSecondPerson: false, isPlanAsRead: false })).toEqual({
      kind: 'ok',
      state: 'withdrawn',
    });
  });

  test.each([
    ['proposed', 'confirm', { isSecondPerson: false }, 'You proposed this yourself'],
    ['proposed', 'confirm', { isPlanAsRead: false }, 'The plan on your page was another one'],
    ['proposed', 'confirm', { isSecondPerson: false, isPlanAsRead: false }, 'You proposed this yourself'],
    ['applied', 'confirm', {}, 'This proposal has been applied already'],
    ['withdrawn', 'confirm', {}, 'This proposal has been withdrawn'],
    ['applied', 'withdraw', {}, 'This proposal is settled already'],
    ['withdrawn', 'withdraw', {}, 'This proposal is settled already'],
  ] as const)('that is %s: %s with %j is refused', (state, action, facts, reason) => {
    expect(nextProposalState(state, action, { ...sound, ...facts })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining(reason),
    });
  });

  it('is open as long as anything can be done about it', () => {
    for (const state of proposalStates) {
      expect(isOpen(state), state).toBe(allowedActions(proposalTransitions, state).length > 0);
    }
  });
});
