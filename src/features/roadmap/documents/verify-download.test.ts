import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRoadmapDownload } from '../../publication/roadmap-download.ts';
import type { RoadmapContent } from '../content/content-kinds.ts';
import { content } from '../testing/arbitraries.ts';
import { aContent, aDigest, aFreezeInput, fullEndorsement, members } from '../testing/northvale.ts';
import type { DownloadEndorsement, RoadmapDownload } from './download-shape.ts';
import { freezeDocument } from './freeze-document.ts';
import { documentDigest } from './frozen-document.ts';
import { recordDigest, verifyDownload } from './verify-download.ts';

function aDownload(written: RoadmapContent = aContent()): RoadmapDownload {
  const document = freezeDocument(aFreezeInput({ content: written }));
  const digest = documentDigest(document);
  return buildRoadmapDownload(document, fullEndorsement(digest), members, {
    footprintCode: 'NV',
    versionNumber: 1,
    releaseNumber: 1,
    publishedAt: new Date('2017-01-31T12:00:00Z'),
    digest,
    illustrative: true,
  });
}

const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The same value with the keys of every object the other way round. */
function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(reversedKeys);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([key, held]) => [key, reversedKeys(held)]));
}

type Path = readonly (string | number)[];

/** Where every text, number and truth value of a JSON value stands. */
function leaves(value: unknown, path: Path = []): Path[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => leaves(item, [...path, index]));
  }
  if (typeof value !== 'object' || value === null) {
    return [path];
  }
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
}

function changeAt(value: unknown, path: Path, change: (leaf: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === step ? changeAt(item, rest, change) : item));
  }
  return Object.fromEntries(
    Object.entries(Object(value)).map(([key, item]) => [key, key === step ? changeAt(item, rest, change) : item]),
  );
}

/** Another value of the same kind, as near as can be: one character more or other, one more, the opposite. */
function nudge(position: number) {
  return (leaf: unknown): unknown => {
    if (typeof leaf === 'number') {
      return leaf + 1;
    }
    if (typeof leaf === 'boolean') {
      return !leaf;
    }
    if (typeof leaf !== 'string') {
      return 'something';
    }
    const at = position % (leaf.length + 1);
    const other = leaf[at] === 'x' ? 'y' : 'x';
    return leaf.slice(0, at) + other + leaf.slice(at + 1);
  };
}

/** The file with one endorsement changed and its record digest formed anew, as a careful forger would. */
function forged(change: Partial<DownloadEndorsement>): RoadmapDownload {
  const download = aDownload();
  const [first, ...others] = download.endorsements;
  const endorsements = first === undefined ? [] : [{ ...first, ...change }, ...others];
  return { ...download, endorsements, recordDigest: recordDigest({ ...download, endorsements }) };
}

const problemsOf = (file: unknown) => {
  const result = verifyDownload(file);
  return result.kind === 'failed' ? result.problems : [];
};

describe('a download as published', () => {
  it('is verified, with a summary of what it is about', () => {
    const download = aDownload();
    expect(verifyDownload(download)).toEqual({
      kind: 'verified',
      digest: download.digest,
      recordDigest: download.recordDigest,
      summary: {
        programme: 'Test programme',
        footprint: { code: 'NV', name: 'Northvale' },
        version: 1,
        release: 1,
        frozenAt: '2016-06-17T09:00:00.000Z',
        publishedAt: '2017-01-31T12:00:00.000Z',
        illustrative: true,
        memberCount: 5,
        endorsedCount: 3,
        withConditionsCount: 0,
        declinedCount: 0,
        sectionCount: 10,
        withheld: ['Minimising risk'],
      },
    });
  });

  it('is verified whatever it says, in any order of keys and with any spacing', () => {
    fc.assert(
      fc.property(content, (written) => {
        const download = aDownload(written);
        const expected = verifyDownload(download);
        expect(expected.kind).toBe('verified');
        expect(verifyDownload(JSON.parse(JSON.stringify(reversedKeys(download), null, '\t')))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('is verified with its assured sections too, under the same digest', () => {
    const full = { ...aDownload(), document: freezeDocument(aFreezeInput()) };
    expect(verifyDownload(throughText(full))).toMatchObject({ kind: 'verified', digest: full.digest });
  });
});

describe('a changed download', () => {
  const download = throughText(aDownload());
  const places = leaves(download);

  it('is found out at any single value, by a single character', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.nat(), (path, position) => {
        expect(verifyDownload(changeAt(download, path, nudge(position))).kind).toBe('failed');
      }),
      { numRuns: 500 },
    );
  });

  it('is found out at every value there is', () => {
    for (const path of places) {
      expect([path, verifyDownload(changeAt(download, path, nudge(0))).kind]).toEqual([path, 'failed']);
    }
  });

  it('is found out when a section or a member is missing, added or moved', () => {
    const { document } = aDownload();
    const [first, second, ...rest] = document.sections;
    const changed = [
      { ...document, sections: document.sections.slice(1) },
      { ...document, sections: [second, first, ...rest] },
      { ...document, sections: [first, first, second, ...rest] },
      { ...document, members: document.members.slice(1) },
      { ...document, extra: 'hidden' },
    ];
    for (const other of changed) {
      expect(verifyDownload({ ...aDownload(), document: other }).kind).toBe('failed');
    }
  });

  it('has no room for keys that nobody reads, under any name', () => {
    for (const key of ['extra', '__proto__', 'constructor']) {
      const hidden = JSON.stringify(aDownload()).replace('{', `{"${key}":"hidden",`);
      expect([key, verifyDownload(JSON.parse(hidden)).kind]).toEqual([key, 'failed']);
      const deeper = JSON.stringify(aDownload()).replace('"document":{', `"document":{"${key}":"hidden",`);
      expect([key, verifyDownload(JSON.parse(deeper)).kind]).toEqual([key, 'failed']);
    }
  });
});

describe('what a failed file is told', () => {
  it('names the section that was changed', () => {
    const text = JSON.stringify(aDownload()).replace('One record', 'Two records');
    expect(problemsOf(JSON.parse(text))).toEqual([
      expect.stringMatching(
        /^The section "Vision" is not as it was endorsed: its content has the digest [0-9a-f]{64}$/,
      ),
      expect.stringMatching(/^The document is not as it was endorsed: it has the digest [0-9a-f]{64}$/),
    ]);
  });

  it('says when a public section was taken out, or a salt left in', () => {
    const { document, ...rest } = aDownload();
    const emptied = document.sections.map((section) => ({ ...section, content: null }));
    expect(problemsOf({ ...rest, document: { ...document, sections: emptied } })[0]).toBe(
      'The section "Key information" is public, but its content is missing',
    );
    const salted = document.sections.map((section) =>
      section.visibility === 'assured' ? { ...section, salt: '1'.padStart(32, '0') } : section,
    );
    expect(problemsOf({ ...rest, document: { ...document, sections: salted } })).toEqual([
      'The section "Minimising risk" gives a salt without its content',
    ]);
  });

  it.each([
    [{ digest: aDigest() }, 'The endorsement by XN1 is of another document'],
    [{ organisation: 'XN9' }, 'The endorsement by XN9 is not by a member of the footprint'],
    [{ organisation: 'XN2' }, 'XN2 is listed with more than one decision'],
    [{ decision: 'decline' }, 'The decision of XN1 lacks its conditions or reason'],
  ] as const)('sees through an endorsement changed to %j', (change, problem) => {
    expect(problemsOf(forged(change))).toEqual([problem]);
  });

  it('says that signatures or dates were changed', () => {
    const download = aDownload();
    const endorsements = download.endorsements.map((endorsement) => ({ ...endorsement, person: 'Someone Else' }));
    expect(problemsOf({ ...download, endorsements })).toEqual([
      expect.stringMatching(/^The endorsements or the publication are not as published/),
    ]);
  });

  it('says what the file says twice and differently', () => {
    const download = aDownload();
    const record = {
      ...download,
      illustrative: false,
      publication: { ...download.publication, version: 2, footprint: 'X' },
    };
    expect(problemsOf({ ...record, recordDigest: recordDigest(record) })).toEqual([
      'The file and its document disagree on being illustrative',
      'The publication is of another version',
      'The publication is by another footprint',
    ]);
  });

  it('says where the shape is wrong', () => {
    expect(problemsOf({ ...aDownload(), digest: 'abc' })).toEqual([
      '"digest": is not a SHA-256 digest of 64 hexadecimal digits',
    ]);
    expect(problemsOf([])[0]).toMatch(/^The file: /);
  });
});

describe('anything else', () => {
  it('fails with at least one problem and no exception', () => {
    fc.assert(
      fc.property(fc.anything(), (file) => {
        const result = verifyDownload(file);
        expect(result.kind === 'failed' && result.problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it('fails for half characters instead of stopping', () => {
    const text = JSON.stringify(aDownload()).replace('One record', '\\ud800');
    expect(problemsOf(JSON.parse(text))).toHaveLength(1);
  });
});
