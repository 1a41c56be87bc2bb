import { crc32, inflateRawSync } from 'node:zlib';

/** What is in an archive of `writeArchive`, by name, each with its checksum looked at. */
export function unpacked(archive: Buffer): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let at = 0;
  while (archive.readUInt32LE(at) === 0x04034b50) {
    const [packedLength, nameLength] = [archive.readUInt32LE(at + 18), archive.readUInt16LE(at + 26)];
    const name = archive.toString('utf8', at + 30, at + 30 + nameLength);
    const from = at + 30 + nameLength;
    const plain = inflateRawSync(archive.subarray(from, from + packedLength));
    if (crc32(plain) !== archive.readUInt32LE(at + 14) || plain.length !== archive.readUInt32LE(at + 22)) {
      throw new Error(`${name} is not what the archive says of it`);
    }
    found.set(name, plain.toString('utf8'));
    at = from + packedLength;
  }
  return found;
}

/** The cells of a sheet as it is written, by their reference. */
export function cellsOf(sheet: string): ReadonlyMap<string, string> {
  const cells = sheet.matchAll(/<c r="([A-Z]+\d+)" s="\d+"(?:\/>|[^>]*><is><t[^>]*>([^<]*)<\/t><\/is><\/c>)/g);
  return new Map(
    [...cells].map(([, reference = '', text = '']) => [
      reference,
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  );
}
