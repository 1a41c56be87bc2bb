import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VersionEndorsement } from '../endorsement/endorsement.ts';
import { endorsements as anyEndorsements } from '../testing/arbitraries.ts';
import { aContent, aDigest, anEndorsement, baselines, fullEndorsement, members, pack } from '../testing/northvale.ts';
import { checkSubmission, type SubmissionCheckInput } from './submission-check.ts';

function check(endorsements: VersionEndorsement[], changes: Partial<SubmissionCheckInput> = {}) {
  return checkSubmission({
    pack,
    content: aContent(),
    members,
    baselines,
    endorsements,
    digest: aDigest(),
    isRoundOpen: true,
    ...changes,
  });
}

const withRule = (changes: Partial<typeof pack.submissionRule>) => ({
  pack: { ...pack, submissionRule: { ...pack.submissionRule, ...changes } },
});

const codes = (findings: readonly { readonly code: string; readonly subject: string | null }[]) =>
  findings.map(({ code, subject }) => `${code} ${subject ?? ''}`.trim());

const declines = (organisationId: string) =>
  anEndorsement({ organisationId, decision: 'decline', conditions: 'No money' });

describe('checkSubmission', () => {
  it('lets a whole version through once everyone who must has endorsed', () => {
    expect(check(fullEndorsement(aDigest())).blockers).toEqual([]);
  });

  it('is stopped by a round that is not open', () => {
    const { blockers } = check(fullEndorsement(aDigest()), { isRoundOpen: false });
    expect(codes(blockers)).toEqual(['round-not-open']);
  });

  it('names every organisation still to decide, and tells those whose decision lapsed', () => {
    const { blockers } = check([anEndorsement(), anEndorsement({ organisationId: 'org-2', digest: aDigest('b') })]);
    expect(blockers.map(({ message }) => message)).toEqual([
      'Fellside Community has not yet decided on this version',
      'Northvale Acute decided on an earlier text and must decide again',
    ]);
  });

  it('is stopped by a decision to decline, and shows its reason', () => {
    const given = [...fullEndorsement(aDigest()).slice(0, 2), declines('org-3')];
    expect(check(given).blockers.map(({ message }) => message)).toEqual(['Fellside Community has declined: No money']);
    expect(codes(check(given, withRule({ declineBlocks: false })).blockers)).toEqual(['endorsement-declined org-3']);
  });

  it('counts a share where a share is enough', () => {
    const rule = withRule({ declineBlocks: false, shareNeeded: 2 / 3 });
    const enough = [...fullEndorsement(aDigest()).slice(0, 2), declines('org-3')];
    expect(check(enough, rule).blockers).toEqual([]);
    expect(codes(check(enough, rule).warnings)).toContain('endorsement-declined org-3');
    expect(codes(check(enough, withRule({ shareNeeded: 2 / 3 })).blockers)).toEqual(['endorsement-declined org-3']);
    const short = check([anEndorsement()], rule);
    expect(short.blockers).toMatchObject([{ message: '2 of 3 organisations must have endorsed this version; 1 has' }]);
    expect(codes(short.warnings)).toContain('endorsement-missing org-2');
  });

  it('warns of conditions and of an associate that declines', () => {
    const conditional = anEndorsement({ decision: 'endorse-with-conditions', conditions: 'Fund the viewer' });
    const given = [conditional, ...fullEndorsement(aDigest()).slice(1), declines('org-4')];
    const { blockers, warnings } = check(given);
    expect(blockers).toEqual([]);
    expect(codes(warnings)).toEqual(
      expect.arrayContaining(['endorsement-declined org-4', 'endorsed-with-conditions org-1']),
    );
  });

  it('does not pass by having nobody to ask', () => {
    expect(codes(check([], { members: members.slice(3) }).blockers)).toContain('nobody-to-endorse');
  });

  it('asks everything of the text again', () => {
    const { blockers } = check(fullEndorsement(aDigest()), { content: aContent({ parts: [] }) });
    expect(codes(blockers)).toEqual(['part-empty vision', 'part-empty risk']);
  });

  it('never lets a version through on decisions about another text, nor a draft at all', () => {
    fc.assert(
      fc.property(anyEndorsements, (given) => {
        const others = given.map((endorsement) => ({ ...endorsement, digest: aDigest('b') }));
        expect(check(others).blockers).not.toEqual([]);
        expect(check(given, { digest: null }).blockers).not.toEqual([]);
      }),
    );
  });

  it('lets a version through only when each one who must has endorsed this very text', () => {
    fc.assert(
      fc.property(anyEndorsements, (given) => {
        const passed = check(given).blockers.length === 0;
        const agreed = ['org-1', 'org-2', 'org-3'].every((id) => {
          const own = given.filter((one) => one.organisationId === id && one.digest === aDigest());
          const last = own.reduce<VersionEndorsement | null>(
            (held, one) => (held === null || one.at >= held.at ? one : held),
            null,
          );
          return last !== null && last.decision !== 'decline';
        });
        expect(passed).toBe(agreed);
      }),
    );
  });
});
