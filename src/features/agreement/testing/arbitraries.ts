import fc from 'fast-check';
import { decisions, type Endorsement } from '../endorsement.ts';

/** Digest of nothing in particular, different for each seed. */
export function aDigest(seed = 'a'): string {
  return seed.repeat(64).slice(0, 64);
}

export function anEndorsement(changes: Partial<Endorsement> = {}): Endorsement {
  return {
    organisationId: 'org-1',
    digest: aDigest(),
    person: { name: 'Sam Sample', role: 'Accountable officer' },
    decision: 'endorse',
    conditions: '',
    at: new Date('2016-06-20T10:00:00Z'),
    ...changes,
  };
}

export const parties = ['org-1', 'org-2', 'org-3', 'org-4'].map((organisationId) => ({ organisationId }));

/** Decisions of parties and of a stranger, on a few digests, at a few instants, in any order. */
export const endorsements: fc.Arbitrary<Endorsement[]> = fc.array(
  fc
    .record({
      organisationId: fc.constantFrom(...parties.map(({ organisationId }) => organisationId), 'stranger'),
      digest: fc.constantFrom(aDigest('a'), aDigest('b')),
      decision: fc.constantFrom(...decisions),
      at: fc.nat({ max: 5 }).map((minutes) => new Date(Date.UTC(2016, 5, 20, 10, minutes))),
    })
    .map((fields) => anEndorsement({ ...fields, conditions: fields.decision === 'endorse' ? '' : 'Words' })),
  { maxLength: 20 },
);
