import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentEndorsements, decideEndorsement, type EndorsementFacts } from './endorsement.ts';
import { endorsements } from './testing/arbitraries.ts';
import { aDigest, anEndorsement, members } from './testing/northvale.ts';

const facts: EndorsementFacts = {
  version: { number: 1, state: 'endorsement', digest: aDigest() },
  members,
  organisationId: 'org-2',
  person: { name: 'Sam Sample', role: 'Chief executive' },
  now: new Date('2016-06-20T10:00:00Z'),
};

const command = { decision: 'endorse', conditions: '', digest: aDigest() } as const;

describe('decideEndorsement', () => {
  it('binds the decision to the version and digest that were read', () => {
    expect(decideEndorsement(command, facts)).toEqual({
      kind: 'ok',
      endorsement: {
        organisationId: 'org-2',
        versionNumber: 1,
        digest: aDigest(),
        person: facts.person,
        decision: 'endorse',
        conditions: '',
        at: facts.now,
      },
    });
  });

  it.each([
    ['not-a-member', { organisationId: 'org-99' }],
    ['not-open', { version: { number: 1, state: 'draft', digest: null } }],
    ['not-open', { version: { number: 1, state: 'submitted', digest: aDigest() } }],
    ['changed', { version: { number: 1, state: 'endorsement', digest: aDigest('b') } }],
  ] as const)('refuses: %s', (code, changes) => {
    expect(decideEndorsement(command, { ...facts, ...changes })).toMatchObject({ kind: 'refused', code });
  });
});

describe('currentEndorsements', () => {
  it('takes the latest decision of each organisation on this digest', () => {
    const first = anEndorsement();
    const second = anEndorsement({ decision: 'decline', at: new Date('2016-06-21T10:00:00Z') });
    const onOther = anEndorsement({ digest: aDigest('b'), at: new Date('2016-06-22T10:00:00Z') });
    expect(currentEndorsements([second, first, onOther], aDigest())).toEqual([second]);
  });

  it('takes the later in the list of two made at the same instant', () => {
    const first = anEndorsement();
    const second = anEndorsement({ decision: 'decline' });
    expect(currentEndorsements([first, second], aDigest())).toEqual([second]);
  });

  it('has at most one for each organisation, all on the digest, and none for a draft', () => {
    fc.assert(
      fc.property(endorsements, fc.constantFrom(aDigest('a'), aDigest('b'), aDigest('c')), (given, digest) => {
        const current = currentEndorsements(given, digest);
        expect(new Set(current.map(({ organisationId }) => organisationId)).size).toBe(current.length);
        for (const held of current) {
          const rivals = given.filter((one) => one.organisationId === held.organisationId && one.digest === digest);
          expect(held.digest).toBe(digest);
          expect(rivals.every((one) => one.at <= held.at)).toBe(true);
        }
        expect(currentEndorsements(given, null)).toEqual([]);
      }),
    );
  });
});
