import { describe, expect, it } from 'vitest';
import { freezeDocument } from '../roadmap/documents/freeze-document.ts';
import { documentDigest, publicCopy } from '../roadmap/index.ts';
import { aDigest, aFreezeInput, anEndorsement, fullEndorsement, members } from '../roadmap/testing/northvale.ts';
import type { Publication } from './publication.ts';
import { buildRoadmapDownload, downloadFileName, MismatchedDownloadError } from './roadmap-download.ts';

const document = freezeDocument(aFreezeInput());
const digest = documentDigest(document);

const publication: Publication = {
  footprintCode: 'NV',
  versionNumber: 1,
  releaseNumber: 3,
  publishedAt: new Date('2017-01-31T12:00:00Z'),
  digest,
  illustrative: true,
};

describe('buildRoadmapDownload', () => {
  it('holds the decisions that stand on this document, by organisation code, and no internal id', () => {
    const given = [
      ...fullEndorsement(digest).toReversed(),
      anEndorsement({ organisationId: 'org-4', digest: aDigest('b') }),
      anEndorsement({
        organisationId: 'org-2',
        digest,
        decision: 'endorse-with-conditions',
        conditions: 'Fund it',
        at: new Date('2016-06-25T10:00:00Z'),
      }),
    ];
    const download = buildRoadmapDownload(document, given, members, publication);
    expect(download.endorsements.map((one) => [one.organisation, one.decision, one.conditions])).toEqual([
      ['XN1', 'endorse', ''],
      ['XN2', 'endorse-with-conditions', 'Fund it'],
      ['XN3', 'endorse', ''],
    ]);
    expect(download.publication).toEqual({
      release: 3,
      version: 1,
      footprint: 'NV',
      publishedAt: '2017-01-31T12:00:00.000Z',
    });
    expect(JSON.stringify(download)).not.toContain('org-');
    expect(JSON.stringify(download)).not.toContain('radiology');
  });

  it('is the same from the public copy as from the full document', () => {
    const given = fullEndorsement(digest);
    const fromFull = buildRoadmapDownload(document, given, members, publication);
    expect(buildRoadmapDownload(publicCopy(document), given, members, publication)).toEqual(fromFull);
  });

  it.each([{ digest: aDigest() }, { versionNumber: 2 }, { footprintCode: 'X' }, { illustrative: false }])(
    'refuses a publication that differs in %j',
    (changes) => {
      expect(() => buildRoadmapDownload(document, [], members, { ...publication, ...changes })).toThrow(
        MismatchedDownloadError,
      );
    },
  );

  it('refuses an endorsement by nobody in the list', () => {
    const stranger = anEndorsement({ organisationId: 'org-99', digest });
    expect(() => buildRoadmapDownload(document, [stranger], members, publication)).toThrow(MismatchedDownloadError);
  });
});

describe('downloadFileName', () => {
  it('keeps to plain characters', () => {
    expect(downloadFileName('north-vale', 2)).toBe('roadmap-north-vale-version-2.json');
    expect(downloadFileName('../Ünder', 2)).toBe('roadmap-under-version-2.json');
  });
});
