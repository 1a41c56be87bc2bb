import { describe, expect, it } from 'vitest';
import { type Actor, type Role, scopeOfRole } from '../identity/index.ts';
import { type MemberRoadmapFact, memberRoadmapItems } from './member-roadmap-items.ts';

function actor(role: Role, scopeId: string): Actor {
  const grant = { role, scopeKind: scopeOfRole[role], scopeId, scopeName: `The trust ${scopeId}` };
  return { personId: 'p', name: 'P', jobTitle: '', grants: [grant] };
}

const draft: MemberRoadmapFact = {
  footprintId: 'f',
  slug: 's',
  name: 'S',
  roundLabel: 'Plan 2016',
  number: 2,
  state: 'draft',
  organisationIds: ['RL4'],
  decisions: [],
};
const decided: MemberRoadmapFact = {
  ...draft,
  state: 'endorsement',
  decisions: [
    { organisationId: 'RL4', decision: 'decline' },
    { organisationId: 'RX1', decision: 'endorse' },
  ],
};

describe('the roadmap of their own footprint', () => {
  it.each<Role>(['contributor', 'coordinator', 'executive', 'signatory'])('can be looked at by a %s', (role) => {
    const [item] = memberRoadmapItems(actor(role, 'RL4'), [draft], new Set());
    expect(item).toMatchObject({ text: 'Roadmap: S', href: '/workspace/roadmaps/s', waits: false });
    expect(item?.hint).toBe('For “Plan 2016”. Version 2. Being written');
  });

  it('leads whoever has decided back to their decision', () => {
    const [item] = memberRoadmapItems(actor('executive', 'RL4'), [decided], new Set());
    expect(item).toMatchObject({ href: '/workspace/roadmaps/s/agreement', waits: false });
    expect(item?.hint).toMatch(/The trust RL4: declined$/);
  });

  it('is in no list twice, and in nobody else’s', () => {
    expect(memberRoadmapItems(actor('executive', 'RL4'), [decided], new Set(['s']))).toEqual([]);
    expect(memberRoadmapItems(actor('lead', 'f'), [draft], new Set())).toEqual([]);
    expect(memberRoadmapItems(actor('executive', 'RX9'), [draft], new Set())).toEqual([]);
  });
});
