import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentEndorsements } from '../../agreement/index.ts';
import { endorsements } from '../testing/arbitraries.ts';
import { aDigest, anEndorsement, members } from '../testing/northvale.ts';
import { lapsedVersionEndorsements, type VersionLapseFacts } from './lapsed-endorsements.ts';

const facts: VersionLapseFacts = {
  digest: aDigest('b'),
  memberIds: members.map(({ organisationId }) => organisationId),
  withdrawalReason: null,
  changed: [],
};

const reasonOf = (changes: Partial<VersionLapseFacts>) =>
  lapsedVersionEndorsements([anEndorsement()], { ...facts, ...changes }).map(({ reason }) => reason);

describe('lapsedEndorsements', () => {
  it('says which text changed', () => {
    const changed = [
      { id: 'part-vision', title: 'Vision' },
      { id: 'trajectory', title: 'Capability trajectory' },
    ];
    expect(reasonOf({ changed })).toEqual([
      'The roadmap changed after this decision, in: Vision; Capability trajectory',
    ]);
    expect(reasonOf({})).toEqual(['The roadmap was frozen again after this decision']);
  });

  it('says that the version was withdrawn and why', () => {
    const withdrawalReason = 'The council joined';
    expect(reasonOf({ digest: null, withdrawalReason })).toEqual([
      'The roadmap was returned to draft: The council joined',
    ]);
  });

  it('says that the organisation left, also where its decision is on the present text', () => {
    expect(reasonOf({ digest: aDigest(), memberIds: [] })).toEqual([
      'The organisation is no longer a member of the footprint',
    ]);
  });

  it('does not list a decision that stands, nor one that the organisation itself replaced', () => {
    expect(reasonOf({ digest: aDigest() })).toEqual([]);
    const replaced = [anEndorsement(), anEndorsement({ decision: 'decline', at: new Date('2016-07-01T00:00:00Z') })];
    expect(lapsedVersionEndorsements(replaced, { ...facts, digest: aDigest() })).toEqual([]);
  });

  it('lists for every member that ever decided either a decision that stands or one that lapsed', () => {
    fc.assert(
      fc.property(endorsements, (given) => {
        const standing = currentEndorsements(given, facts.digest).filter((one) =>
          facts.memberIds.includes(one.organisationId),
        );
        const lapsed = lapsedVersionEndorsements(given, facts).map(({ endorsement }) => endorsement);
        const listed = [...standing, ...lapsed].map(({ organisationId }) => organisationId);
        expect(listed.toSorted()).toEqual([...new Set(given.map(({ organisationId }) => organisationId))].sort());
      }),
    );
  });
});
