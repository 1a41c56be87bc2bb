import { crc32, deflateRawSync } from 'node:zlib';

export interface ArchiveEntry {
  readonly name: string;
  readonly text: string;
}

const LOCAL = 30;
const LISTED = 46;
const END = 22;
/** The first day that an archive can say, 1 January 1980: the same content is the same file, whenever it is made. */
const FIRST_DAY = 0x21;
const DEFLATED = 8;
/** Names are UTF-8. */
const UTF8_NAMES = 0x0800;

/**
 * Texts as a ZIP archive, each deflated, with sizes and checksums in front of it.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function writeArchive(entries: readonly ArchiveEntry[]): Buffer {
  const contents: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const { name, text } of entries) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const nameBytes = Buffer.from(name);
    const facts = factsOf(plain, packed, nameBytes.length);
    const local = Buffer.alloc(LOCAL);
    local.writeUInt32LE(0x04034b50, 0);
    facts.copy(local, 4);
    const listed = Buffer.alloc(LISTED);
    listed.writeUInt32LE(0x02014b50, 0);
    listed.writeUInt16LE(20, 4);
    facts.copy(listed, 6);
    listed.writeUInt32LE(at, 42);
    contents.push(local, nameBytes, packed);
    list.push(listed, nameBytes);
    at += LOCAL + nameBytes.length + packed.length;
  }
  const listed = Buffer.concat(list);
  const end = Buffer.alloc(END);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...contents, listed, end]);
}

/** What is said of an entry alike before it and in the list: from the version that reads it to the length of its name. */
function factsOf(plain: Buffer, packed: Buffer, nameLength: number): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(UTF8_NAMES, 2);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt16LE(FIRST_DAY, 8);
  facts.writeUInt32LE(crc32(plain), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(plain.length, 18);
  facts.writeUInt16LE(nameLength, 22);
  return facts;
}
