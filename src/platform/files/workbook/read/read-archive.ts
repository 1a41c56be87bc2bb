import { crc32, inflateRawSync } from 'node:zlib';
import { type ListedEntry, listOfArchive } from '../../archive-list.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import { damaged, inFigures, tooMuch, WorkbookRefusedError } from './workbook-refused-error.ts';

const LOCAL = 30;
const STORED = 0;
const DEFLATED = 8;

/** What is in an archive, each unpacked when it is asked for. */
export interface OpenArchive {
  readonly names: readonly string[];
  /** The text of what has this name; null where nothing has. */
  text(name: string): string | null;
}

/**
 * Opens a ZIP archive that somebody sent. Before anything is unpacked its list must hold together: every name once, nothing encrypted, no two
 * things in the same bytes, and all of it unpacked no larger than the limit. What is unpacked must then be as long as the list says, and is
 * cut off where it would be longer.
 */
export function readArchive(bytes: Uint8Array, limits: WorkbookLimits): OpenArchive {
  const list = listOfArchive(bytes, bytes.length, limits.entries);
  if (list === null) {
    throw damaged('the list of what is in it cannot be read');
  }
  const { entries } = list;
  if (entries.some(({ isEncrypted }) => isEncrypted)) {
    throw new WorkbookRefusedError('The file has a password. Save it without one, and choose it again');
  }
  const byName = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]));
  if (byName.size < entries.length) {
    throw damaged('two things in it have one name');
  }
  if (entries.reduce((sum, { plainBytes }) => sum + plainBytes, 0) > limits.plainBytes) {
    throw tooMuch(`more than ${inFigures(limits.plainBytes / 1_000_000)} megabytes in it once it is unpacked`);
  }
  const places = contentPlaces(bytes, entries, list.at);
  return {
    names: entries.map(({ name }) => name),
    text: (name) => {
      const entry = byName.get(name.toLowerCase());
      const from = entry === undefined ? undefined : places.get(entry);
      return entry === undefined || from === undefined ? null : textOf(unpack(bytes, entry, from));
    },
  };
}

/** Where the content of each entry begins. No two may lie in the same bytes: a small file would unpack to any size. */
function contentPlaces(
  bytes: Uint8Array,
  entries: readonly ListedEntry[],
  listAt: number,
): ReadonlyMap<ListedEntry, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const places = new Map<ListedEntry, number>();
  let free = 0;
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    const { at, packedBytes } = entry;
    if (at < free || at + LOCAL > listAt || view.getUint32(at, true) !== 0x04034b50) {
      throw damaged('things in it lie where others are');
    }
    const from = at + LOCAL + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    if (from + packedBytes > listAt) {
      throw damaged('something in it goes on beyond its end');
    }
    places.set(entry, from);
    free = from + packedBytes;
  }
  return places;
}

function unpack(bytes: Uint8Array, { method, packedBytes, plainBytes, checksum }: ListedEntry, from: number) {
  const packed = bytes.subarray(from, from + packedBytes);
  if (method !== STORED && method !== DEFLATED) {
    throw damaged('something in it is packed in a way that spreadsheet programs do not use');
  }
  const plain = method === STORED ? packed : inflated(packed, plainBytes);
  if (plain.length !== plainBytes || crc32(plain) !== checksum) {
    throw notAsListed();
  }
  return plain;
}

function inflated(packed: Uint8Array, plainBytes: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(plainBytes, 1) });
  } catch {
    // Longer than it may be, or no such stream.
    throw notAsListed();
  }
}

function notAsListed(): WorkbookRefusedError {
  return damaged('something in it is not what its list says');
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw damaged('something in it is not text in UTF-8');
  }
}
