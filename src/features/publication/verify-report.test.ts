import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeDocument } from '../roadmap/documents/freeze-document.ts';
import { documentDigest } from '../roadmap/index.ts';
import { aFreezeInput, anEndorsement, fullEndorsement, members } from '../roadmap/testing/northvale.ts';
import { buildRoadmapDownload } from './roadmap-download.ts';
import { verifyDownloadText, verifyReport } from './verify-report.ts';

function aFile(footprintName = 'Northvale'): string {
  const footprint = { code: 'NV', name: footprintName, region: null, stps: [] };
  const document = freezeDocument(aFreezeInput({ footprint }));
  const digest = documentDigest(document);
  const publishedAt = new Date('2017-01-31T12:00:00Z');
  const publication = {
    footprintCode: 'NV',
    versionNumber: 1,
    releaseNumber: 1,
    publishedAt,
    digest,
    illustrative: true,
  };
  const declined = anEndorsement({ organisationId: 'org-4', decision: 'decline', conditions: 'No money', digest });
  const given = [...fullEndorsement(digest), declined];
  return JSON.stringify(buildRoadmapDownload(document, given, members, publication), null, 2);
}

const report = (text: string) => verifyReport(verifyDownloadText(text));

describe('verifyReport', () => {
  it('tells what was verified, and how to be sure where it came from', () => {
    const { lines, exitCode } = report(aFile());
    expect(exitCode).toBe(0);
    expect(lines.slice(0, 6)).toEqual([
      'VERIFIED',
      'Illustrative data: this roadmap was made up to show how the service works.',
      'Roadmap of Northvale (NV), version 1, Test programme',
      'Frozen 2016-06-17T09:00:00.000Z, published 2017-01-31T12:00:00.000Z as release 1',
      '3 of 5 organisations endorsed exactly this document; 1 declined',
      '9 of 10 sections are in this file; kept for assurance, known by their digests alone: Minimising risk',
    ]);
    expect(lines[6]).toMatch(/^Document digest: [0-9a-f]{64}$/);
    expect(lines[7]).toMatch(/^Record digest: {3}[0-9a-f]{64}$/);
  });

  it('lists what is wrong with a changed file', () => {
    const { lines, exitCode } = report(aFile().replace('Every ward', 'Every Ward'));
    expect(exitCode).toBe(1);
    expect(lines[0]).toBe('NOT VERIFIED');
    expect(lines[1]).toContain('Universal capability plans');
  });

  it('says that a file is not JSON', () => {
    expect(report('')).toMatchObject({
      exitCode: 2,
      lines: ['NOT READ', expect.stringMatching(/^- The file is not JSON/)],
    });
    expect(report('%PDF-1.7').exitCode).toBe(2);
  });

  it('reads a file that begins with a byte order mark', () => {
    expect(report(`\uFEFF${aFile()}`).exitCode).toBe(0);
  });

  it('fails a file in which a key stands twice, since a reader may see the other one', () => {
    const twice = aFile().replace('"version": 1', '"version": 7, "version": 1');
    expect(report(twice)).toEqual({
      exitCode: 1,
      lines: ['NOT VERIFIED', '- The key "version" stands twice in one object'],
    });
  });

  it('prints no codes that could rewrite the verdict on a screen', () => {
    const { lines } = report(aFile('\u001b[2J\u202eNorthvale\nNOT'));
    expect(lines[2]).toBe('Roadmap of  [2J Northvale NOT (NV), version 1, Test programme');
  });

  it('has lines and an exit code for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { lines, exitCode } = report(text);
        expect(lines.length).toBeGreaterThan(1);
        expect([1, 2]).toContain(exitCode);
      }),
    );
  });
});
