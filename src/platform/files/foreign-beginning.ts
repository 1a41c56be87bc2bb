const beginnings: readonly (readonly [readonly number[], string])[] = [
  [[0xff, 0xfe], 'the file is UTF-16 text; save it as UTF-8 and try again'],
  [[0xfe, 0xff], 'the file is UTF-16 text; save it as UTF-8 and try again'],
  [[0x1f, 0x8b], 'the file is packed (gzip); unpack it and try again with what is inside'],
  [[0x50, 0x4b, 0x03, 0x04], 'the file is a ZIP archive or a workbook; unpack it, or save the sheet as CSV'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'the file is a workbook; save the sheet as CSV and try again'],
  [[0x25, 0x50, 0x44, 0x46], 'the file is a PDF document; ask for it as CSV, XML or JSON'],
];

/** How many bytes it takes to know. */
export const BEGINNING_BYTES = 4;

/** What a file is, and what to do, where its first bytes tell that it is not text that can be read; else null. */
export function foreignBeginning(bytes: Uint8Array): string | null {
  return beginnings.find(([marks]) => marks.every((mark, index) => bytes[index] === mark))?.[1] ?? null;
}
