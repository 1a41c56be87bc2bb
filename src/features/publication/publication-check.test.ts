import { describe, expect, it } from 'vitest';
import { freezeDocument } from '../roadmap/documents/freeze-document.ts';
import { documentDigest } from '../roadmap/index.ts';
import { aDigest, aFreezeInput, anEndorsement, members } from '../roadmap/testing/northvale.ts';
import { versionStates } from '../roadmap/versions/version-state.ts';
import { checkPublication, type PublicationCheckInput } from './publication-check.ts';

const document = freezeDocument(aFreezeInput({ versionNumber: 2 }));

function check(changes: Partial<PublicationCheckInput> = {}) {
  const digest = documentDigest(document);
  const input = { state: 'cleared' as const, document, digest, endorsements: [], members, publishedVersion: null };
  return checkPublication({ ...input, ...changes });
}

describe('checkPublication', () => {
  it('lets a cleared version through and says what is left out', () => {
    expect(check()).toEqual({
      blockers: [],
      warnings: [
        {
          code: 'section-withheld',
          subject: 'part-risk',
          message: '“Minimising risk” is for assurance only and is left out of the public edition',
        },
      ],
    });
  });

  it.each(versionStates.filter((state) => state !== 'cleared'))('does not publish a version that is %s', (state) => {
    expect(check({ state }).blockers).toMatchObject([{ code: 'not-cleared' }]);
  });

  it('does not publish a document other than the one that was cleared', () => {
    expect(check({ digest: aDigest() }).blockers).toMatchObject([{ code: 'document-changed' }]);
  });

  it('replaces an older version with a warning, and never a newer one', () => {
    expect(check({ publishedVersion: 1 })).toMatchObject({ blockers: [] });
    expect(check({ publishedVersion: 1 }).warnings.map(({ code }) => code)).toContain('replaces-published');
    expect(check({ publishedVersion: 3 }).blockers).toMatchObject([{ code: 'newer-published' }]);
  });

  it('warns that conditions and reasons will be read by everyone', () => {
    const endorsements = [
      anEndorsement({ decision: 'endorse-with-conditions', conditions: 'Fund the viewer' }),
      anEndorsement({ organisationId: 'org-4', decision: 'decline', conditions: 'No money' }),
      anEndorsement({ organisationId: 'org-2' }),
    ];
    expect(
      check({ endorsements })
        .warnings.slice(1)
        .map(({ message }) => message),
    ).toEqual([
      'Northvale CCG endorsed with conditions, and its words are published: Fund the viewer',
      'Westmoor Specialist declined, and its words are published: No money',
    ]);
  });
});
