import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentEndorsements, decisions, parseDecision, parsePlainDecision } from './endorsement.ts';
import { aDigest, anEndorsement, endorsements } from './testing/arbitraries.ts';

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

  it('has at most one for each organisation, all on the digest, and none for what is still written', () => {
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

describe('a stored decision', () => {
  it('is one of those there are', () => {
    expect(decisions.map(parseDecision)).toEqual(decisions);
    expect(() => parseDecision('perhaps')).toThrow('“perhaps” is no decision');
    expect(parsePlainDecision('decline')).toBe('decline');
    expect(() => parsePlainDecision('endorse-with-conditions')).toThrow('is no decision');
  });
});
