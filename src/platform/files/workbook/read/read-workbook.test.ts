import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { craftedArchive } from '../testing/crafted-archive.ts';
import { hostileWorkbooks, smallLimits as limits } from '../testing/hostile-workbooks.ts';
import { type PlainSheet, savedBy, savedEntries } from '../testing/saved-workbooks.ts';
import { writeWorkbook } from '../write-workbook.ts';
import { readWorkbook } from './read-workbook.ts';
import { WorkbookRefusedError } from './workbook-refused-error.ts';

/** What stands in a workbook, each row with its cells, the empty ones among them. */
function read(bytes: Uint8Array): PlainSheet[] {
  return [...readWorkbook(bytes, limits)].map(({ name, rows }) => ({
    name,
    rows: rows.map(({ cells }) => {
      const texts = new Map(cells.map(({ column, text }) => [column, text]));
      return Array.from({ length: Math.max(...texts.keys()) + 1 }, (_, column) => texts.get(column) ?? '');
    }),
  }));
}

function refusalOf(bytes: Uint8Array): string {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof WorkbookRefusedError) {
      return error.message;
    }
    throw error;
  }
  return 'not refused';
}

const sheets: readonly PlainSheet[] = [
  {
    name: 'About & more',
    rows: [
      ['Id', 'Answer'],
      ['SA1', 'Mostly agree', '', '3'],
      ['', 'two\nlines'],
    ],
  },
  {
    name: 'Größe',
    rows: [
      ['_x0041_ stays', ' spaces '],
      ['=1+1', '<b> & "q"', 'é 🙂'],
    ],
  },
];

describe('a workbook', () => {
  test.each(['excel', 'libreoffice', 'google', 'stream', 'large'] as const)('as saved by %s is read', (program) => {
    const expected = program === 'google' ? sheets.map(asGoogle) : sheets;
    expect(read(savedBy(program, sheets))).toEqual(expected);
  });

  it('is read as it was written, whatever is in it', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((each) => !/\r/.test(each));
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const cells = rows.map((row) => row.map((each) => ({ text: each, kind: 'plain' as const })));
        const [first] = read(writeWorkbook([{ name: 'A sheet', columns: [], rows: cells, frozenRows: 0 }]));
        expect(first).toEqual({
          name: 'A sheet',
          rows: rows
            .map((row) => row.map(kept))
            .map(withoutEnd)
            .filter(some),
        });
      }),
    );
  });

  it('has the row of each cell, and what sort of cell it is', () => {
    const entries = savedEntries('stream', [{ name: 'One', rows: [] }]).map((entry) =>
      entry.name.endsWith('sheet1.xml')
        ? {
            ...entry,
            content:
              '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="5"><x:c r="B5"><x:f>A1+1</x:f><x:v>7</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c r="XFD5" t="e"><x:v>#REF!</x:v></x:c></x:row><x:row><x:c><x:v>1.50</x:v></x:c></x:row></x:sheetData></x:worksheet>',
          }
        : entry,
    );
    const [sheet] = readWorkbook(craftedArchive(entries), limits);
    expect(sheet?.rows).toEqual([
      {
        row: 5,
        cells: [
          { column: 1, kind: 'formula', text: '7' },
          { column: 2, kind: 'boolean', text: 'TRUE' },
          { column: 16_383, kind: 'error', text: '#REF!' },
        ],
      },
      { row: 6, cells: [{ column: 0, kind: 'number', text: '1.5' }] },
    ]);
  });
});

function asGoogle({ name, rows }: PlainSheet): PlainSheet {
  return { name, rows: rows.map((row) => row.map((text) => text.replaceAll('\n', '\r\n'))) };
}

/** What XML can hold of a text. */
function kept(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '').toWellFormed();
}

function withoutEnd(row: readonly string[]): readonly string[] {
  return row.slice(0, row.findLastIndex((text) => text !== '') + 1);
}

function some(row: readonly string[]): boolean {
  return row.length > 0;
}

describe('a hostile file', () => {
  test.each(hostileWorkbooks().map((file) => [file.name, file] as const))('with %s is refused in words', (_, file) => {
    expect(refusalOf(file.bytes)).toContain(file.words);
    expect(file.bytes.length).toBeLessThan(2_000_000);
  });

  it('is refused wherever it is cut off, and whatever byte of it is another', () => {
    const whole = savedBy('excel', sheets);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        expect(refusalOf(whole.subarray(0, length))).not.toBe('not refused');
      }),
    );
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const made = Buffer.from(whole);
        made[at] = (made[at] ?? 0) ^ change;
        refusalOf(made);
      }),
    );
  });
});
