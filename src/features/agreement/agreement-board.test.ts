import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementBoard, outstandingCount } from './agreement-board.ts';
import { currentEndorsements, isEndorsed } from './endorsement.ts';
import { aDigest, anEndorsement, endorsements, parties } from './testing/arbitraries.ts';

const isNeeded = ({ organisationId }: { readonly organisationId: string }) => organisationId !== 'org-4';
const asked = { parties, isNeeded, shareNeeded: 1 };

describe('agreementBoard', () => {
  it('shows each party with what it decided, and who decided on an earlier document', () => {
    const board = agreementBoard(
      asked,
      [
        anEndorsement({ organisationId: 'org-2', decision: 'endorse-with-conditions', conditions: 'Fund it' }),
        anEndorsement({ organisationId: 'org-3', decision: 'decline', conditions: 'No money' }),
        anEndorsement({ organisationId: 'org-1', digest: aDigest('b') }),
        anEndorsement({ organisationId: 'org-99' }),
      ],
      aDigest(),
    );
    expect(board.rows.map(({ state }) => state)).toEqual([
      'waiting',
      'endorsed-with-conditions',
      'declined',
      'not-needed',
    ]);
    expect(board.rows[0]?.lapsed?.digest).toBe(aDigest('b'));
    expect(board.tally).toEqual({ asked: 3, needed: 3, endorsed: 1, declined: 1, waiting: 1 });
    expect(board.former.map(({ organisationId }) => organisationId)).toEqual(['org-99']);
  });

  it('adds up, and knows no decision while there is no digest', () => {
    fc.assert(
      fc.property(endorsements, fc.double({ min: 0, max: 1, noNaN: true }), (given, shareNeeded) => {
        const { tally, rows, former } = agreementBoard({ ...asked, shareNeeded }, given, aDigest());
        expect(tally.endorsed + tally.declined + tally.waiting).toBe(tally.asked);
        expect(tally.needed).toBeLessThanOrEqual(tally.asked);
        expect(rows.every(({ endorsement, lapsed }) => endorsement === null || lapsed === null)).toBe(true);
        expect(former.every(({ organisationId }) => organisationId === 'stranger')).toBe(true);
        const written = agreementBoard(asked, given, null);
        expect(written.rows.every(({ endorsement }) => endorsement === null)).toBe(true);
      }),
    );
  });

  it('has nothing outstanding exactly when the decision that stands of everyone asked is to endorse', () => {
    fc.assert(
      fc.property(endorsements, (given) => {
        const current = currentEndorsements(given, aDigest());
        const everyone = parties.filter(isNeeded).every(({ organisationId }) => {
          const standing = current.find((one) => one.organisationId === organisationId);
          return standing !== undefined && isEndorsed(standing.decision);
        });
        expect(outstandingCount(agreementBoard(asked, given, aDigest())) === 0).toBe(everyone);
      }),
    );
  });

  it('loses no endorsement by a further one of another organisation', () => {
    fc.assert(
      fc.property(endorsements, (given) => {
        const others = given.filter(({ organisationId }) => organisationId !== 'org-1');
        const own = anEndorsement({ at: new Date('2017-01-01T00:00:00Z') });
        const before = agreementBoard(asked, others, aDigest()).tally.endorsed;
        expect(agreementBoard(asked, [...others, own], aDigest()).tally.endorsed).toBe(before + 1);
      }),
    );
  });
});
