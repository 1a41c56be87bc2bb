import { describe, expect, it } from 'vitest';
import { aDigest, members } from '../testing/northvale.ts';
import { endorsementOfVersion, type VersionEndorsementFacts } from './endorsement.ts';

const facts: VersionEndorsementFacts = {
  version: { number: 1, state: 'endorsement', digest: aDigest() },
  members,
  organisationId: 'org-2',
  person: { name: 'Sam Sample', role: 'Chief executive' },
  now: new Date('2016-06-20T10:00:00Z'),
};

const command = { decision: 'endorse', conditions: '', digest: aDigest() } as const;

describe('endorsementOfVersion', () => {
  it('binds the decision to the digest that was read', () => {
    expect(endorsementOfVersion(command, facts)).toEqual({
      kind: 'ok',
      endorsement: {
        organisationId: 'org-2',
        digest: aDigest(),
        person: facts.person,
        decision: 'endorse',
        conditions: '',
        at: facts.now,
      },
    });
  });

  it.each([
    ['not-asked', { organisationId: 'org-99' }],
    ['not-open', { version: { number: 1, state: 'draft', digest: null } }],
    ['not-open', { version: { number: 1, state: 'submitted', digest: aDigest() } }],
    ['changed', { version: { number: 1, state: 'endorsement', digest: aDigest('b') } }],
  ] as const)('refuses: %s', (code, changes) => {
    expect(endorsementOfVersion(command, { ...facts, ...changes })).toMatchObject({ kind: 'refused', code });
  });
});
