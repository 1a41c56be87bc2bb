import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideSharing, hindranceOf, type SharingFacts, stateOfSharing } from './sharing.ts';

const by = { personName: 'Sam Example', at: new Date('2026-05-01T09:00:00Z') };
const proposed = { proposedFor: 'T', agreed: null, ended: null };
const agreed = { ...proposed, agreed: by };
const ended = { ...agreed, ended: { ...by, endedFor: 'T', reason: 'No more' } };
const facts: SharingFacts = {
  isRoundOpen: true,
  actingFor: 'G',
  isTakerAnswering: true,
  isAlike: true,
  reason: 'No more',
};

describe('answering together', () => {
  it('is proposed, agreed, ended', () => {
    expect([proposed, agreed, ended].map(stateOfSharing)).toEqual(['proposed', 'agreed', 'ended']);
  });

  it('is agreed by the other side alone', () => {
    expect(decideSharing(proposed, 'agree', facts)).toEqual({ kind: 'ok' });
    expect(decideSharing(proposed, 'agree', { ...facts, actingFor: 'T' })).toMatchObject({ code: 'other-side' });
  });

  it('is ended by either, with a reason', () => {
    for (const actingFor of ['T', 'G']) {
      expect(decideSharing(agreed, 'end', { ...facts, actingFor })).toEqual({ kind: 'ok' });
      expect(decideSharing(proposed, 'end', { ...facts, actingFor })).toEqual({ kind: 'ok' });
    }
    expect(decideSharing(agreed, 'end', { ...facts, reason: ' ' })).toMatchObject({ code: 'reason' });
  });

  it.each([
    [proposed, 'agree', { isRoundOpen: false }, 'open-round'],
    [proposed, 'agree', { isTakerAnswering: false }, 'taker-answers'],
    [proposed, 'agree', { isAlike: false }, 'alike'],
    [agreed, 'agree', {}, 'not-from-this-state'],
    [ended, 'agree', {}, 'not-from-this-state'],
    [ended, 'end', {}, 'not-from-this-state'],
    [agreed, 'end', { isRoundOpen: false }, 'open-round'],
  ] as const)('is refused with a reason in words: %#', (sharing, action, otherwise, code) => {
    const decision = decideSharing(sharing, action, { ...facts, ...otherwise });
    expect(decision).toMatchObject({ kind: 'refused', code });
    expect(decision.kind === 'refused' && decision.reason).toMatch(/^[A-Z].+[^.]$/);
  });
});

describe('however organisations propose to each other', () => {
  const organisation: fc.Arbitrary<string> = fc.constantFrom('A', 'B', 'C', 'D', 'E');
  const wanted = fc
    .record({ takerId: organisation, giverId: organisation })
    .filter(({ takerId, giverId }) => takerId !== giverId);

  it('each takes from one at most, and none takes what a third one gives', () => {
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 30 }), (proposals) => {
        const standing: { takerId: string; giverId: string }[] = [];
        for (const each of proposals) {
          if (hindranceOf(each, standing) === null) {
            standing.push(each);
          }
        }
        const takers = standing.map(({ takerId }) => takerId);
        expect(new Set(takers).size).toBe(takers.length);
        expect(standing.filter(({ giverId }) => takers.includes(giverId))).toEqual([]);
      }),
    );
  });

  it('what is refused names the organisation that stands in the way', () => {
    fc.assert(
      fc.property(wanted, fc.array(wanted, { maxLength: 5 }), (each, standing) => {
        const hindrance = hindranceOf(each, standing);
        expect(hindrance === null || [each.takerId, each.giverId].includes(hindrance.organisationId)).toBe(true);
      }),
    );
  });
});
