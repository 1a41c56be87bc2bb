import { describe, expect, it } from 'vitest';
import { runLdr } from '../../src/cli/run-ldr.ts';
import { recordingTerminal } from '../../src/cli/testing/recording-terminal.ts';
import { verifyDownloadText } from '../../src/features/publication/index.ts';
import { documentDigest, type RoadmapDocument } from '../../src/features/roadmap/index.ts';
import { digestOf } from '../../src/platform/canonical-json.ts';
import { projectFolder } from '../../src/project-folder.ts';
import { readEarlierFile } from './earlier-files.ts';

interface FrozenFile<Document> {
  readonly digest: string;
  readonly document: Document;
  readonly endorsements: readonly {
    readonly decision: string;
    readonly conditions?: string;
    readonly digest: string;
  }[];
}

const download = await readEarlierFile('roadmap-download.json');
const roadmap: FrozenFile<RoadmapDocument> = JSON.parse(await readEarlierFile('frozen-roadmap.json'));
const form: FrozenFile<object> = JSON.parse(await readEarlierFile('frozen-footprint-form.json'));

/** Each place of a document, whatever the number of its rows, and whether one of them holds something there. */
function placesOf(value: unknown, place = ''): [place: string, isFilled: boolean][] {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return [[place, false]];
  }
  if (Array.isArray(value)) {
    return value.flatMap((each) => placesOf(each, place));
  }
  return typeof value === 'object'
    ? Object.entries(value).flatMap(([name, each]) => placesOf(each, `${place}/${name}`))
    : [[place, true]];
}

function emptyPlaces(document: object): string[] {
  const places = placesOf(document);
  const filled = new Set(places.flatMap(([place, isFilled]) => (isFilled ? place : [])));
  return [...new Set(places.map(([place]) => place))].filter(
    (place) => ![...filled].some((each) => each === place || each.startsWith(`${place}/`)),
  );
}

describe('the download of a roadmap that 0.2.0 published', () => {
  it('is verified by the service', () => {
    expect(verifyDownloadText(download)).toMatchObject({ kind: 'verified', digest: roadmap.digest });
  });

  it('is verified by ldr verify', async () => {
    const terminal = recordingTerminal({ folder: projectFolder('test', 'fixtures', '0.2.0') });
    expect(await runLdr(['verify', 'roadmap-download.json'], terminal)).toBe(0);
    expect(terminal.printed()).toMatch(/^VERIFIED\n/);
    expect(terminal.printed()).toContain('Roadmap of Wolverhampton');
  });

  it('is not verified once a single value of it is another', () => {
    const values = [...download.matchAll(/(?<=": )("(?:[^"\\]|\\.)+"|[\d.]+)(?=,?\n)/g)];
    // Some of them, spread over the file: forming all digests anew takes its time.
    const some = values.filter((_, place) => place % 9 === 0);
    expect(some.length).toBeGreaterThan(50);
    const unnoticed = some.filter(({ index, 0: value }) => {
      const other = value.startsWith('"') ? '"Other words"' : `${value}1`;
      const changed = download.slice(0, index) + other + download.slice(index + value.length);
      return verifyDownloadText(changed).kind !== 'failed';
    });
    expect(unnoticed.map(([value]) => value)).toEqual([]);
  });
});

describe('the documents that 0.2.0 froze', () => {
  it('have the digests that their members endorsed', () => {
    expect(documentDigest(roadmap.document)).toBe(roadmap.digest);
    expect(digestOf(form.document)).toBe(form.digest);
    expect(roadmap.endorsements.map(({ digest }) => digest)).toContain(roadmap.digest);
    expect(form.endorsements.map(({ digest }) => digest)).toContain(form.digest);
  });

  it('hold something at every place that a document has', () => {
    // Every provider of Wolverhampton was assessed.
    expect(emptyPlaces(roadmap.document)).toEqual(['/sections/content/rows/baseline/missing']);
    // What held before was a part of nothing, and has no day and no reason of its own.
    expect(emptyPlaces(form.document)).toEqual(['/base/area/parent', '/base/area/reason', '/base/area/startsOn']);
  });

  it('have decisions of every kind', () => {
    expect(new Set(roadmap.endorsements.map(({ decision }) => decision))).toEqual(
      new Set(['endorse', 'endorse-with-conditions', 'decline']),
    );
  });
});
