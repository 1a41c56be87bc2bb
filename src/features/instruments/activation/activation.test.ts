import { describe, expect, it } from 'vitest';
import { type ActivationFacts, activationStates, decideActivation } from './activation.ts';

const proposed = { state: 'proposed', proposedById: 'asha', digest: 'a' } as const;
const facts: ActivationFacts = { personId: 'ben', digest: 'a', kept: 'a', reason: '' };

describe('a proposal that a version may be asked', () => {
  it('is confirmed by a second person who has read the very text', () => {
    expect(decideActivation(proposed, 'confirm', facts)).toEqual({ kind: 'ok', state: 'active' });
  });

  it.each([
    ['by whoever proposed it', { personId: 'asha' }, 'second-person'],
    ['with another text on the page', { digest: 'b' }, 'same-text'],
    ['once the pack says something else', { kept: 'b' }, 'same-text'],
    ['once it is kept no more', { kept: null }, 'same-text'],
  ] as const)('is not confirmed %s', (_how, other, code) => {
    expect(decideActivation(proposed, 'confirm', { ...facts, ...other })).toMatchObject({ kind: 'refused', code });
  });

  it('is withdrawn with a reason, by anybody who may', () => {
    expect(decideActivation(proposed, 'withdraw', facts)).toMatchObject({ kind: 'refused', code: 'reason' });
    expect(decideActivation(proposed, 'withdraw', { ...facts, personId: 'asha', reason: 'A slip' })).toEqual({
      kind: 'ok',
      state: 'withdrawn',
    });
  });

  it('lapses', () => {
    expect(decideActivation(proposed, 'lapse', facts)).toEqual({ kind: 'ok', state: 'lapsed' });
  });
});

it.each(activationStates.filter((state) => state !== 'proposed'))('%s is final', (state) => {
  for (const action of ['confirm', 'withdraw', 'lapse'] as const) {
    const decision = decideActivation({ ...proposed, state }, action, { ...facts, reason: 'A slip' });
    expect(decision).toMatchObject({ kind: 'refused', code: 'not-from-this-state' });
  }
});
