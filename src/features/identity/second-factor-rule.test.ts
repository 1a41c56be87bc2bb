import { expect, it } from 'vitest';
import type { Grant } from './role.ts';
import { countedGrants, isFactorShown, rolesIn } from './second-factor-rule.ts';

const executive: Grant = { role: 'executive', scopeKind: 'organisation', scopeId: 'RL4', scopeName: 'A trust' };
const contributor: Grant = { ...executive, role: 'contributor' };
const all = [executive, contributor];

it.each([
  ['without one', { hasSecondFactor: false, isPersona: false }, [contributor], [executive]],
  ['with one', { hasSecondFactor: true, isPersona: false }, all, []],
  ['of an invented person', { hasSecondFactor: false, isPersona: true }, all, []],
] as const)('a role that needs a second factor, %s', (_what, who, grants, withheld) => {
  expect(countedGrants(all, who, ['executive'])).toEqual({ grants, withheld });
});

it('names what is no role', () => {
  expect(rolesIn(['executive', 'king'])).toEqual({ roles: ['executive'], unknown: 'king' });
});

it.each([
  ['a password', {}, [false, false]],
  ['a password and a code', { hasCode: true }, [true, true]],
  ['a passkey', { byPasskey: true }, [true, true]],
  ['a provider', { byProvider: true }, [false, true]],
  ['a provider, by who has a code here', { byProvider: true, hasCode: true }, [false, true]],
  ['a provider, and a passkey after it', { byProvider: true, byPasskey: true }, [true, true]],
])('a session opened by %s', (_what, how, shown) => {
  const opened = { hasCode: false, byPasskey: false, byProvider: false, ...how };
  expect([false, true].map((asks) => isFactorShown(opened, asks))).toEqual(shown);
});
