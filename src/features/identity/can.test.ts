import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, can, grantFor, mayAnywhere, permissions, type Subject } from './can.ts';
import { type Actor, type Grant, type Role, roleLabels, scopeOfRole } from './role.ts';

const roles = Object.keys(roleLabels) as Role[];
const actions = Object.keys(permissions) as Action[];

function holding(...grants: Omit<Grant, 'scopeName'>[]): Actor {
  return { personId: 'p', name: 'P', jobTitle: '', grants: grants.map((grant) => ({ ...grant, scopeName: '' })) };
}

function grant(role: Role, scopeId: string): Omit<Grant, 'scopeName'> {
  const scopeKind = scopeOfRole[role];
  return { role, scopeKind, scopeId: scopeKind === 'nation' ? '' : scopeId };
}

/** A subject that every kind of scope named `here` reaches. */
const here: Subject = { organisationIds: ['here'], peerIds: ['here'], footprintIds: ['here'], regionIds: ['here'] };

const arbitraryRole = fc.constantFrom(...roles);
const arbitraryAction = fc.constantFrom(...actions);

describe('can', () => {
  it.each(actions)('%s is refused to anyone not signed in', (action) => {
    expect(can(null, action, here)).toBe(false);
  });

  it.each(actions)('%s is allowed to exactly the roles of the table, within their scope', (action) => {
    const allowed = roles.filter((role) => can(holding(grant(role, 'here')), action, here));
    expect(new Set(allowed)).toEqual(new Set<Role>(permissions[action]));
  });

  it('may be asked whether it allows anything at all', () => {
    fc.assert(
      fc.property(fc.uniqueArray(arbitraryRole), arbitraryAction, (held, action) => {
        const actor = holding(...held.map((role) => grant(role, 'here')));
        expect(mayAnywhere(actor, action)).toBe(can(actor, action, here));
      }),
    );
  });

  it('reaches no other organisation, footprint or region', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryAction, fc.string({ minLength: 1 }), (role, action, elsewhere) => {
        fc.pre(elsewhere !== 'here' && scopeOfRole[role] !== 'nation');
        expect(can(holding(grant(role, elsewhere)), action, here)).toBe(false);
      }),
    );
  });

  it('does not take an organisation for a footprint of the same id', () => {
    const actor = holding(grant('executive', 'here'));
    expect(can(actor, 'roadmap.endorse', { footprintIds: ['here'], regionIds: ['here'] })).toBe(false);
  });

  it.each(actions)('lets a peer %s nowhere in their own organisation, and nobody there by being one', (action) => {
    expect(can(holding(grant('peer', 'here')), action, { organisationIds: ['here'] })).toBe(false);
    const others = roles.filter((role) => role !== 'peer' && scopeOfRole[role] !== 'nation');
    const actor = holding(...others.map((role) => grant(role, 'here')));
    expect(can(actor, action, { peerIds: ['here'] })).toBe(false);
  });

  it('never loses a permission by a further grant', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryRole, arbitraryAction, (first, second, action) => {
        const one = can(holding(grant(first, 'here')), action, here);
        const both = can(holding(grant(second, 'elsewhere'), grant(first, 'here')), action, here);
        expect(both || !one).toBe(true);
      }),
    );
  });

  it('names the grant that allowed it', () => {
    const actor = holding(grant('contributor', 'here'), grant('executive', 'here'));
    expect(grantFor(actor, 'assessment.authorise', here)?.role).toBe('executive');
    expect(grantFor(holding(grant('coordinator', 'here')), 'assessment.authorise', here)).toBeNull();
  });
});
