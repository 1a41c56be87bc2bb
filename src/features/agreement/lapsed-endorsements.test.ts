import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentEndorsements } from './endorsement.ts';
import { lapsedEndorsements } from './lapsed-endorsements.ts';
import { aDigest, anEndorsement, endorsements } from './testing/arbitraries.ts';

const facts = {
  digest: aDigest('b'),
  leftReason: ({ organisationId }: { readonly organisationId: string }) =>
    organisationId === 'stranger' ? 'It left' : null,
  changeReason: () => 'It changed',
};

describe('lapsedEndorsements', () => {
  it('says why a decision on another document is no more', () => {
    expect(lapsedEndorsements([anEndorsement()], facts)).toEqual([
      { endorsement: anEndorsement(), reason: 'It changed' },
    ]);
  });

  it('says that the organisation left, also where its decision is on the present document', () => {
    const given = [anEndorsement({ organisationId: 'stranger', digest: aDigest('b') })];
    expect(lapsedEndorsements(given, facts).map(({ reason }) => reason)).toEqual(['It left']);
  });

  it('does not list what the organisation itself replaced on the same document', () => {
    const replaced = [anEndorsement(), anEndorsement({ decision: 'decline', at: new Date('2016-07-01T00:00:00Z') })];
    expect(lapsedEndorsements(replaced, { ...facts, digest: aDigest() })).toEqual([]);
  });

  it('lists everybody who ever decided once, either with a decision that stands or with one that lapsed', () => {
    fc.assert(
      fc.property(endorsements, (given) => {
        const standing = currentEndorsements(given, facts.digest).filter((one) => facts.leftReason(one) === null);
        const lapsed = lapsedEndorsements(given, facts).map(({ endorsement }) => endorsement);
        const listed = [...standing, ...lapsed].map(({ organisationId }) => organisationId);
        expect(listed.toSorted()).toEqual([...new Set(given.map(({ organisationId }) => organisationId))].sort());
      }),
    );
  });
});
