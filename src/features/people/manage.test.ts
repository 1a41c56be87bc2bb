import { describe, expect, it } from 'vitest';
import { type Actor, isRole, type Role, roleLabels, scopeOfRole } from '../identity/index.ts';
import { mayManage, reachOf, rolesToGive } from './manage.ts';

const roles = Object.keys(roleLabels).filter(isRole);
const held = (role: Role, place = 'here') => {
  const scopeKind = scopeOfRole[role];
  return { role, scopeKind, scopeId: scopeKind === 'nation' ? '' : place, scopeName: 'A place' };
};
const holding = (...grants: ReturnType<typeof held>[]): Actor => ({ personId: 'p', name: 'P', jobTitle: '', grants });

const expected: Readonly<Record<Role, readonly Role[]>> = {
  contributor: [],
  coordinator: ['contributor'],
  executive: [],
  signatory: ['signatory'],
  peer: [],
  editor: [],
  lead: ['editor'],
  reviewer: ['reviewer'],
  analyst: [],
  'programme-manager': roles,
  administrator: roles,
};

describe.each(roles)('%s', (role) => {
  const actor = holding(held(role));

  it('looks after exactly the roles of the table, in their own place', () => {
    expect(roles.filter((other) => mayManage(actor, held(other)))).toEqual(expected[role]);
    expect(rolesToGive(actor, roles).map((each) => each.role)).toEqual(expected[role]);
  });

  it('looks after nobody elsewhere, unless for the nation', () => {
    const elsewhere = roles.filter((other) => mayManage(actor, held(other, 'elsewhere')));
    expect(elsewhere).toEqual(expected[role] === roles ? roles : []);
  });
});

it('sees each place once, and everybody where one of the roles reaches everything', () => {
  const places = [held('coordinator'), held('executive'), held('lead', 'there'), held('contributor', 'else')];
  expect(reachOf(holding(...places))).toEqual([
    { scopeKind: 'organisation', scopeId: 'here' },
    { scopeKind: 'footprint', scopeId: 'there' },
  ]);
  expect(reachOf(holding(...places, held('administrator')))).toEqual([{ scopeKind: 'nation', scopeId: '' }]);
  expect(reachOf(holding(held('analyst')))).toEqual([]);
});
