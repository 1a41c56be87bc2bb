import { describe, expect, it } from 'vitest';
import { StoredJsonError } from '../../platform/stored-json.ts';
import { freezeDocument } from '../roadmap/documents/freeze-document.ts';
import { documentDigest } from '../roadmap/index.ts';
import { aFreezeInput, fullEndorsement, members } from '../roadmap/testing/northvale.ts';
import { downloadText, readDownload } from './download-text.ts';
import { buildRoadmapDownload } from './roadmap-download.ts';

const document = freezeDocument(aFreezeInput());
const digest = documentDigest(document);
const download = buildRoadmapDownload(document, fullEndorsement(digest), members, {
  footprintCode: document.footprint.code,
  versionNumber: document.version,
  releaseNumber: 1,
  publishedAt: new Date('2017-01-31T12:00:00Z'),
  digest,
  illustrative: document.illustrative,
});

describe('readDownload', () => {
  it('gives back what was kept', () => {
    expect(readDownload(downloadText(download))).toEqual(download);
  });

  it.each([
    { ...download, schema: 'another-schema/9' },
    { ...download, endorsements: [{ organisation: 'XN1', decision: 'perhaps' }] },
    { document },
  ])('takes nothing that the schema of a download does not know, and names the column', (kept) => {
    expect(() => readDownload(JSON.stringify(kept))).toThrow(StoredJsonError);
    expect(() => readDownload(JSON.stringify(kept))).toThrow(/publication\.download/);
  });
});
