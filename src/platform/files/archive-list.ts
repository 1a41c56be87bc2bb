/** What an archive says of something in it. Nothing of it is proved before that is unpacked. */
export interface ListedEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** How it is packed: 0 as it is, 8 deflated. */
  readonly method: number;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly plainBytes: number;
  /** Where it begins in the file, with what stands before its content. */
  readonly at: number;
}

export interface ArchiveList {
  readonly entries: readonly ListedEntry[];
  /** Where the list begins in the file. */
  readonly at: number;
}

const ENTRY = 46;
const END = 22;
const LARGE_LOCATOR = 20;
const LARGE_END = 56;
/** What stands in a field of four bytes whose number is told in eight, elsewhere. */
const ELSEWHERE = 0xffffffff;

/**
 * What a ZIP archive lists of itself, of one that ends as it should, with nothing after its list; null of any other. The list must lie within
 * the last bytes of the file, which are given as `tail`. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function listOfArchive(tail: Uint8Array, byteCount: number, mostEntries: number): ArchiveList | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const end = endOf(view);
  if (end === null) {
    return null;
  }
  const { count, size, start, listEnd } = end;
  const from = start - (byteCount - tail.length);
  if (count > mostEntries || from < 0 || from + size !== listEnd) {
    return null;
  }
  const entries: ListedEntry[] = [];
  let at = from;
  for (let index = 0; index < count; index += 1) {
    const read = entryAt(view, at, listEnd);
    if (read === null) {
      return null;
    }
    entries.push(read.entry);
    at = read.next;
  }
  return at === listEnd ? { entries, at: start } : null;
}

interface ListEnd {
  readonly count: number;
  readonly size: number;
  readonly start: number;
  /** In the bytes at hand. */
  readonly listEnd: number;
}

function endOf(view: DataView): ListEnd | null {
  const end = view.byteLength - END;
  // A comment after the list would be the place of something else.
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50 || view.getUint16(end + 20, true) !== 0) {
    return null;
  }
  const locator = end - LARGE_LOCATOR;
  if (locator >= LARGE_END && view.getUint32(locator, true) === 0x07064b50) {
    return largeEndOf(view, locator - LARGE_END);
  }
  return {
    count: view.getUint16(end + 10, true),
    size: view.getUint32(end + 12, true),
    start: view.getUint32(end + 16, true),
    listEnd: end,
  };
}

/** The same of an archive in the form for large ones, which some programs write whatever its size. */
function largeEndOf(view: DataView, at: number): ListEnd | null {
  if (view.getUint32(at, true) !== 0x06064b50 || largeNumber(view, at + 4) !== LARGE_END - 12) {
    return null;
  }
  return {
    count: largeNumber(view, at + 32),
    size: largeNumber(view, at + 40),
    start: largeNumber(view, at + 48),
    listEnd: at,
  };
}

/** Rounded where it is beyond any file, which is refused like any other that does not fit. */
function largeNumber(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function entryAt(
  view: DataView,
  at: number,
  listEnd: number,
): { readonly entry: ListedEntry; readonly next: number } | null {
  if (at + ENTRY > listEnd || view.getUint32(at, true) !== 0x02014b50) {
    return null;
  }
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const extra = at + ENTRY + nameLength;
  const next = extra + extraLength + view.getUint16(at + 32, true);
  if (next > listEnd) {
    return null;
  }
  const [plainBytes, packedBytes, start] = inFull(
    [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
    largeNumbers(view, extra, extra + extraLength),
  );
  const entry = {
    name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + ENTRY, nameLength)),
    isEncrypted: (view.getUint16(at + 8, true) & 0x41) !== 0,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packedBytes,
    plainBytes,
    at: start,
  };
  return { entry, next };
}

/** The numbers of eight bytes that follow the name of an entry. */
function largeNumbers(view: DataView, from: number, to: number): number[] {
  let at = from;
  while (at + 4 <= to) {
    const length = view.getUint16(at + 2, true);
    const content = at + 4;
    if (view.getUint16(at, true) === 1 && content + length <= to) {
      return Array.from({ length: Math.floor(length / 8) }, (_, index) => largeNumber(view, content + 8 * index));
    }
    at = content + length;
  }
  return [];
}

/** Each number, from the longer ones where it is told there. One that is missing stays what it is, beyond the end of any file that is taken. */
function inFull(
  [plain, packed, at]: readonly [number, number, number],
  large: readonly number[],
): [number, number, number] {
  const rest = [...large];
  const full = (number: number) => (number === ELSEWHERE ? (rest.shift() ?? number) : number);
  return [full(plain), full(packed), full(at)];
}
