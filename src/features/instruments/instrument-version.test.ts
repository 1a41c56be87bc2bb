import { expect, it } from 'vitest';
import type { Activation } from './activation/activation.ts';
import { countingActivation, type InstrumentVersion, versionState } from './instrument-version.ts';

const activation = (state: Activation['state'], digest = 'a'): Activation => ({
  activationId: state,
  id: 'one',
  version: '2',
  digest,
  state,
  proposedBy: 'Asha',
  proposedById: 'asha',
  proposedAt: new Date(0),
  settledBy: null,
  settledAt: null,
  reason: '',
});

const version: InstrumentVersion = {
  id: 'one',
  version: '2',
  title: 'One',
  digest: 'a',
  isInPack: true,
  isAsked: false,
  askedIn: [],
  activation: null,
};

const answered = { askedIn: [{ round: { id: 'first', label: 'First' }, since: new Date(0) }] };

it.each<[string, Partial<InstrumentVersion>]>([
  ['inactive', {}],
  ['proposed', { activation: activation('proposed') }],
  ['inactive', { activation: activation('lapsed', 'b') }],
  ['inactive', { activation: activation('active', 'b') }],
  ['active', { activation: activation('active'), isAsked: true }],
  ['kept', { activation: activation('active') }],
  ['in-use', { ...answered, activation: activation('active'), isAsked: true }],
  ['kept', { ...answered, activation: activation('active') }],
])('%s: %j', (state, differences) => {
  expect(versionState({ ...version, ...differences })).toBe(state);
});

it('counts that a text is active before whatever was proposed since', () => {
  const [proposed, active, earlier] = [activation('withdrawn'), activation('active'), activation('active', 'b')];
  expect(countingActivation([proposed, active, earlier], 'a')).toBe(active);
  expect(countingActivation([proposed, earlier], 'a')).toBe(proposed);
  expect(countingActivation([], 'a')).toBeNull();
});
