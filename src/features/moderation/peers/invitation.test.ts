import { expect, it } from 'vitest';
import { decidePeerStep, isPeerOpen, type PeerAction, type PeerStep, peerStateOf } from './invitation.ts';

const by = { personId: 'pia', personName: 'Pia', onBehalfOf: 'Peer moderator, Another trust' };
const taken = (...kinds: PeerAction[]): PeerStep[] =>
  kinds.map((kind) => ({ kind, reason: '', by, at: new Date('2018-01-01T00:00:00Z') }));
const facts = { steps: taken(), reason: 'So', isFinished: false, conflict: '' };

it.each([
  [[], 'invited', true],
  [['accept'], 'accepted', true],
  [['accept', 'decline'], 'declined', false],
  [['withdraw'], 'withdrawn', false],
] as const)('stands as its last step left it: %j', (kinds, state, isOpen) => {
  const steps = taken(...kinds);
  expect([peerStateOf({ steps }), isPeerOpen({ steps })]).toEqual([state, isOpen]);
});

it.each([
  ['accept', {}, 'ok'],
  ['accept', { isFinished: true }, 'nothing left to check'],
  ['accept', { conflict: 'You signed this return.' }, 'You signed this return'],
  ['accept', { steps: taken('accept') }, 'accepted the invitation already'],
  ['accept', { steps: taken('withdraw') }, 'withdrawn the invitation'],
  ['decline', {}, 'ok'],
  ['decline', { reason: '' }, 'Say why'],
  ['decline', { steps: taken('accept'), conflict: 'You signed this return.' }, 'ok'],
  ['decline', { steps: taken('decline') }, 'declined the invitation'],
  ['withdraw', { steps: taken('accept'), isFinished: true }, 'ok'],
  ['withdraw', { reason: '' }, 'Say why'],
] as const)('can %s with %j: %s', (action, given, said) => {
  const decision = decidePeerStep(action, { ...facts, ...given });
  expect(decision.kind === 'ok' ? 'ok' : decision.reason).toContain(said);
});
