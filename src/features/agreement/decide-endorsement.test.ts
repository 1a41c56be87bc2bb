import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideEndorsement, type EndorsementFacts, isRepeated, type RefusalWords } from './decide-endorsement.ts';
import { aDigest, parties } from './testing/arbitraries.ts';

const facts: EndorsementFacts = {
  isOpen: true,
  digest: aDigest(),
  parties,
  organisationId: 'org-2',
  person: { name: 'Sam Sample', role: 'Chief executive' },
  now: new Date('2016-06-20T10:00:00Z'),
};

const words: RefusalWords = { 'not-open': 'Not open', 'not-asked': 'Not asked', changed: 'Changed' };
const command = { decision: 'endorse', conditions: '', digest: aDigest() } as const;

describe('decideEndorsement', () => {
  it('binds the decision to the document that was read', () => {
    const { person, now: at } = facts;
    expect(decideEndorsement(command, facts, words)).toEqual({
      kind: 'ok',
      endorsement: { organisationId: 'org-2', digest: aDigest(), person, decision: 'endorse', conditions: '', at },
    });
  });

  it.each([
    ['not-asked', { organisationId: 'org-99' }],
    ['not-open', { digest: null }],
    ['not-open', { isOpen: false }],
    ['changed', { digest: aDigest('b') }],
  ] as const)('refuses: %s', (code, changes) => {
    const outcome = decideEndorsement(command, { ...facts, ...changes }, words);
    expect(outcome).toEqual({ kind: 'refused', code, reason: words[code] });
  });

  it('never gives a decision on another document than the one that stands', () => {
    const digest = fc.constantFrom(aDigest('a'), aDigest('b'));
    const found = fc.record({ isOpen: fc.boolean(), digest: fc.option(digest) });
    fc.assert(
      fc.property(digest, found, (read, changes) => {
        const outcome = decideEndorsement({ ...command, digest: read }, { ...facts, ...changes }, words);
        expect(outcome.kind === 'ok').toBe(changes.isOpen && changes.digest === read);
      }),
    );
  });
});

describe('isRepeated', () => {
  const said = { personId: 'p1', personName: 'Sam', decision: 'decline', conditions: 'Too dear' } as const;

  it('is what the same person said, and nothing else', () => {
    expect(isRepeated(said, { ...said })).toBe(true);
    expect(isRepeated(said, null)).toBe(false);
    expect(isRepeated(said, { ...said, personId: 'p2' })).toBe(false);
    expect(isRepeated(said, { ...said, conditions: 'Too late' })).toBe(false);
    expect(isRepeated(said, { ...said, decision: 'endorse' })).toBe(false);
  });

  it('is nothing that no account stands behind', () => {
    const byNobody = { ...said, personId: null };
    expect(isRepeated(byNobody, byNobody)).toBe(false);
  });
});
