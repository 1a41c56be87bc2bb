import { crc32, deflateRawSync } from 'node:zlib';

/** Something in an archive, and what the archive says of it where that is not the truth. */
export interface CraftedEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly isStored?: boolean;
  readonly isEncrypted?: boolean;
  readonly saysPlainBytes?: number;
  /** The list points to where this one of the others lies. */
  readonly liesWith?: string;
}

interface Crafting {
  /** Sizes stand behind the content, as in what is written as a stream. */
  readonly hasDescriptors?: boolean;
  /** Sizes and places stand in eight bytes, as in archives of any size. */
  readonly isLarge?: boolean;
}

/** A ZIP archive in any form, sound or not. */
export function craftedArchive(entries: readonly CraftedEntry[], crafting: Crafting = {}): Buffer {
  const contents: Buffer[] = [];
  const list: Buffer[] = [];
  const places = new Map<string, number>();
  let at = 0;
  for (const entry of entries) {
    const facts = factsOf(entry, crafting);
    const local = localOf(facts, crafting);
    const place = (entry.liesWith === undefined ? undefined : places.get(entry.liesWith)) ?? at;
    list.push(listedOf(facts, place, crafting));
    if (entry.liesWith === undefined) {
      places.set(entry.name, at);
      contents.push(local);
      at += local.length;
    }
  }
  const listed = Buffer.concat(list);
  return Buffer.concat([...contents, listed, endOf(entries.length, listed.length, at, crafting)]);
}

interface Facts {
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly plainBytes: number;
  readonly checksum: number;
  readonly method: number;
  readonly flags: number;
}

function factsOf(entry: CraftedEntry, { hasDescriptors = false }: Crafting): Facts {
  const plain = Buffer.from(entry.content);
  const { isStored = false, isEncrypted = false } = entry;
  return {
    name: Buffer.from(entry.name),
    packed: isStored ? plain : deflateRawSync(plain),
    plainBytes: entry.saysPlainBytes ?? plain.length,
    checksum: crc32(plain),
    method: isStored ? 0 : 8,
    flags: (hasDescriptors ? 8 : 0) | (isEncrypted ? 1 : 0) | 0x800,
  };
}

function localOf({ name, packed, plainBytes, checksum, method, flags }: Facts, crafting: Crafting): Buffer {
  const { hasDescriptors = false, isLarge = false } = crafting;
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(isLarge ? 45 : 20, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  const extra = isLarge ? largeExtra(plainBytes, packed.length) : Buffer.alloc(0);
  if (!hasDescriptors) {
    head.writeUInt32LE(checksum, 14);
    head.writeUInt32LE(isLarge ? 0xffffffff : packed.length, 18);
    head.writeUInt32LE(isLarge ? 0xffffffff : plainBytes, 22);
  }
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(extra.length, 28);
  const descriptor = Buffer.alloc(hasDescriptors ? 16 : 0);
  if (hasDescriptors) {
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(checksum, 4);
    descriptor.writeUInt32LE(packed.length, 8);
    descriptor.writeUInt32LE(plainBytes, 12);
  }
  return Buffer.concat([head, name, extra, packed, descriptor]);
}

function listedOf({ name, packed, plainBytes, checksum, method, flags }: Facts, at: number, crafting: Crafting) {
  const { isLarge = false } = crafting;
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(method, 10);
  head.writeUInt32LE(checksum, 16);
  head.writeUInt32LE(isLarge ? 0xffffffff : packed.length, 20);
  head.writeUInt32LE(isLarge ? 0xffffffff : plainBytes, 24);
  head.writeUInt16LE(name.length, 28);
  const extra = isLarge ? largeExtra(plainBytes, packed.length, at) : Buffer.alloc(0);
  head.writeUInt16LE(extra.length, 30);
  head.writeUInt32LE(isLarge ? 0xffffffff : at, 42);
  return Buffer.concat([head, name, extra]);
}

function largeExtra(...numbers: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * numbers.length);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8 * numbers.length, 2);
  for (const [index, number] of numbers.entries()) {
    extra.writeBigUInt64LE(BigInt(number), 4 + 8 * index);
  }
  return extra;
}

function endOf(count: number, listBytes: number, listAt: number, { isLarge = false }: Crafting): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isLarge ? 0xffff : count, 8);
  end.writeUInt16LE(isLarge ? 0xffff : count, 10);
  end.writeUInt32LE(isLarge ? 0xffffffff : listBytes, 12);
  end.writeUInt32LE(isLarge ? 0xffffffff : listAt, 16);
  return isLarge ? Buffer.concat([largeEndOf(count, listBytes, listAt), end]) : end;
}

function largeEndOf(count: number, listBytes: number, listAt: number): Buffer {
  const large = Buffer.alloc(76);
  large.writeUInt32LE(0x06064b50, 0);
  large.writeBigUInt64LE(44n, 4);
  large.writeBigUInt64LE(BigInt(count), 24);
  large.writeBigUInt64LE(BigInt(count), 32);
  large.writeBigUInt64LE(BigInt(listBytes), 40);
  large.writeBigUInt64LE(BigInt(listAt), 48);
  large.writeUInt32LE(0x07064b50, 56);
  large.writeBigUInt64LE(BigInt(listAt + listBytes), 64);
  large.writeUInt32LE(1, 72);
  return large;
}
