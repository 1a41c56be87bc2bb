import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endorsements } from '../testing/arbitraries.ts';
import { aDigest, anEndorsement, members, pack } from '../testing/northvale.ts';
import { endorsementBoard } from './endorsement-board.ts';

const rule = pack.submissionRule;

describe('endorsementBoard', () => {
  it('shows each member once, by role and name, with what it decided', () => {
    const given = [
      anEndorsement({ organisationId: 'org-2', decision: 'endorse-with-conditions', conditions: 'Fund it' }),
      anEndorsement({ organisationId: 'org-3', decision: 'decline', conditions: 'No money' }),
      anEndorsement({ organisationId: 'org-1', digest: aDigest('b') }),
    ];
    const board = endorsementBoard(members, given, aDigest(), rule);
    expect(board.rows.map(({ party, state, isNeeded }) => [party.name, state, isNeeded])).toEqual([
      ['Northvale CCG', 'waiting', true],
      ['Fellside Community', 'declined', true],
      ['Northvale Acute', 'endorsed-with-conditions', true],
      ['Westmoor Specialist', 'not-needed', false],
      ['Vale Support Unit', 'not-needed', false],
    ]);
    expect(board.rows[0]?.lapsed?.digest).toBe(aDigest('b'));
    expect(board.tally).toEqual({ asked: 3, needed: 3, endorsed: 1, declined: 1, waiting: 1 });
  });

  it('counts an organisation in two roles once, and former members not at all', () => {
    const again = { organisationId: 'org-2', code: 'XN2', name: 'Northvale Acute', role: 'lead' } as const;
    const given = [anEndorsement({ organisationId: 'org-99' })];
    const board = endorsementBoard([...members, again], given, aDigest(), rule);
    expect(board.rows).toHaveLength(5);
    expect(board.former).toEqual(given);
    expect(board.tally).toMatchObject({ asked: 3, endorsed: 0 });
  });

  it.each([
    [1, 3],
    [0.67, 3],
    [2 / 3, 2],
    [0.5, 2],
    [0, 0],
  ])('rounds a share of %d up to %d of 3', (shareNeeded, needed) => {
    expect(endorsementBoard(members, [], aDigest(), { ...rule, shareNeeded }).tally.needed).toBe(needed);
  });

  it('adds up, and knows no decision while there is no digest', () => {
    fc.assert(
      fc.property(endorsements, (given) => {
        const { tally, rows } = endorsementBoard(members, given, aDigest(), rule);
        expect(tally.endorsed + tally.declined + tally.waiting).toBe(tally.asked);
        expect(rows.every(({ endorsement, lapsed }) => endorsement === null || lapsed === null)).toBe(true);
        const draft = endorsementBoard(members, given, null, rule);
        expect(draft.rows.every(({ endorsement }) => endorsement === null)).toBe(true);
      }),
    );
  });
});
