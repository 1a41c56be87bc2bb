import { describe, expect, it } from 'vitest';
import type { ImportItem } from './import-item.ts';
import type { LayoutId } from './layouts.ts';
import { csvRow, faultsOf, itemsOf, practiceRow, sparseRow } from './testing/files.ts';

/* What spreadsheets and statistics packages make of a file when they save it again. */

type Table = readonly (readonly string[])[];

const trust = {
  2: 'EXAMPLE NHS TRUST',
  3: 'Y54',
  4: 'Z9Z9Z',
  8: 'LEEDS',
  10: 'LS1 1ZZ',
  11: '19910401',
  22: '0',
  24: 'D',
};
const rowOf = (text: string) => text.split('","').map((cell) => cell.replaceAll('"', ''));
const sparse = (cells: Readonly<Record<number, string>>) => rowOf(sparseRow(cells));

const tables: readonly (readonly [LayoutId, Table])[] = [
  [
    'ods-practices',
    [
      rowOf(practiceRow()),
      rowOf(practiceRow({ 1: 'A99002', 12: '20150630', 13: 'C', 17: '20150630', 18: '' })),
      rowOf(practiceRow({ 1: 'G9Z9Z', 5: 'FLOOR 2; THE OLD BANK', 14: 'Z', 15: '', 16: '', 24: '' })),
    ],
  ],
  [
    'ods-ccgs',
    [
      sparse({ ...trust, 1: '00C', 2: 'NHS EXAMPLE CCG', 14: 'C', 24: '' }),
      sparse({ ...trust, 1: '00E', 2: 'NHS EXAMPLE', 12: '20150630', 14: 'H', 24: '' }),
    ],
  ],
  ['ods-trusts', [sparse({ ...trust, 1: 'R0Z' }), sparse({ ...trust, 1: 'G9Z9Z', 12: '20150630' })]],
  ['ods-care-trusts', [sparse({ ...trust, 1: 'T0Z', 14: 'T' }), sparse({ ...trust, 1: 'TZZ', 14: 'T' })]],
  ['ods-local-authorities', [sparse({ ...trust, 1: '012', 14: 'E' }), sparse({ ...trust, 1: '999' })]],
];

const quoted = (table: Table) => table.map(csvRow).join('\n');
const bare = (table: Table, separator = ',', end = '\r\n') =>
  table.map((row) => row.map((cell) => (/[,;\t"]/.test(cell) ? csvRow([cell]) : cell)).join(separator) + end).join('');
const eachCell = (table: Table, change: (cell: string, column: number) => string): Table =>
  table.map((row) => row.map((cell, index) => change(cell, index + 1)));
const eachDay = (table: Table, change: (year: string, month: string, day: string) => string): Table =>
  eachCell(table, (cell) =>
    cell.replace(/^(\d{4})(\d{2})(\d{2})$/, (_, ...parts: string[]) =>
      change(parts[0] ?? '', parts[1] ?? '', parts[2] ?? ''),
    ),
  );
const numbersFrom = (start: number, table: Table) => table.map((row, index) => [String(start + index), ...row]);
const columnsOf = (table: Table, name: (column: number) => string) =>
  (table[0] ?? []).map((_, index) => name(index + 1));
const withoutEmptyEnd = (table: Table) => {
  const used = Math.max(...table.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  return table.map((row) => row.slice(0, used));
};
const names =
  'Organisation Code,Name,National Grouping,Health Geography,Address 1,2,3,4,5,Postcode,Open Date,Close Date'.split(
    ',',
  );

const programs: readonly (readonly [string, (table: Table) => string | Uint8Array])[] = [
  ['a spreadsheet, without the empty columns at the end', (table) => `\uFEFF${bare(withoutEmptyEnd(table))}`],
  ['a spreadsheet of another country', (table) => bare(withoutEmptyEnd(table), ';')],
  ['one that tells the separator', (table) => `sep=;\r\n${bare(table, ';')}`],
  ['a spreadsheet, as text with tabs', (table) => bare(table, '\t')],
  ['a spreadsheet, as Unicode text', (table) => Uint8Array.from(Buffer.from(`\uFEFF${bare(table, '\t')}`, 'utf16le'))],
  ['an old Macintosh', (table) => bare(table, ',', '\r')],
  [
    'one that keeps empty rows and columns',
    (table) => bare([...table.map((row) => [...row, '', '']), Array<string>(29).fill(''), Array<string>(29).fill('')]),
  ],
  ['a spreadsheet that knows days', (table) => bare(eachDay(table, (year, month, day) => `${day}/${month}/${year}`))],
  [
    'one that names months',
    (table) => bare(eachDay(table, (year, month, day) => `${day}-${month === '04' ? 'Apr' : 'Jun'}-${year}`)),
  ],
  ['a package that knows days', (table) => quoted(eachDay(table, (year, month, day) => `${year}-${month}-${day}`))],
  ['one with times of day', (table) => bare(eachDay(table, (year, month, day) => `${year}-${month}-${day} 00:00:00`))],
  ['one with blanks of all kinds', (table) => quoted(eachCell(table, (cell) => ` \u00A0${cell}\u202F `))],
  [
    'one that keeps codes as formulas',
    (table) => quoted(eachCell(table, (cell, column) => (column === 1 ? `="${cell}"` : cell))),
  ],
  [
    'R',
    (table) =>
      bare(
        [
          ['', ...columnsOf(table, (column) => `V${column}`)],
          ...numbersFrom(
            1,
            eachCell(table, (cell) => cell || 'NA'),
          ),
        ],
        ',',
        '\n',
      ),
  ],
  ['R, without names', (table) => quoted(numbersFrom(1, table))],
  [
    'readr',
    (table) =>
      bare([columnsOf(table, (column) => `X${column}`), ...eachCell(table, (cell) => cell || 'NA')], ',', '\n'),
  ],
  [
    'pandas',
    (table) =>
      bare(
        [
          ['', ...columnsOf(table, (column) => String(column - 1))],
          ...numbersFrom(
            0,
            eachCell(table, (cell, column) => ([12, 16, 17].includes(column) && cell !== '' ? `${cell}.0` : cell)),
          ),
        ],
        ',',
        '\n',
      ),
  ],
  [
    'a database',
    (table) =>
      bare(
        eachCell(table, (cell) => cell || 'NULL'),
        ',',
        '\n',
      ),
  ],
  [
    'a person who names the columns',
    (table) => bare([columnsOf(table, (column) => names[column - 1] ?? `Column ${column}`), ...table]),
  ],
];

function said(items: readonly ImportItem[]) {
  return items.flatMap((item) => (item.kind === 'organisation' ? [{ ...item.observation, row: 0 }] : []));
}

const optionsOf = (layout: LayoutId) => ({ layout, datedOn: '2026-05-31' });

describe.each(tables)('a file of the layout %s', (layout, table) => {
  it.each(programs)('says the same after %s had it', async (_, saved) => {
    const original = await itemsOf(quoted(table), optionsOf(layout));
    expect(original.filter(({ kind }) => kind === 'note')).toEqual([]);
    const items = await itemsOf(saved(table), optionsOf(layout));
    expect(said(items)).toEqual(said(original));
  });

  it('is refused in words where a code became a number', async () => {
    for (const spoilt of ['1E5', '1.00E+05', '12', '12.0']) {
      const faults = await faultsOf(
        bare([...table, ...eachCell(table.slice(0, 1), (cell, column) => (column === 1 ? spoilt : cell))]),
        optionsOf(layout),
      );
      expect(faults).toMatchObject([
        { column: 1, reason: expect.stringContaining('a spreadsheet seems to have taken the code') },
      ]);
    }
  });

  it('is refused in words where days of being became numbers', async () => {
    for (const spoilt of ['41365', '2.01E+07', '01/04/91', '13/13/1991']) {
      const faults = await faultsOf(
        bare(eachCell(table.slice(0, 1), (cell, column) => (column === 11 ? spoilt : cell))),
        optionsOf(layout),
      );
      expect(faults).toMatchObject([{ column: 11, reason: expect.stringContaining(': ') }]);
    }
  });

  it('is refused in words where the first row was taken for names', async () => {
    const [first = [], ...rest] = table;
    const header = first.map((cell, index) => cell || `Unnamed: ${index}`);
    expect(await faultsOf(bare([header, ...rest]), optionsOf(layout))).toMatchObject([
      { line: 1, reason: expect.stringContaining('took the first row for the names of the columns') },
    ]);
  });
});

describe('a file that a program has had', () => {
  it('says how its days were read, and that a row was passed over', async () => {
    const layout = 'ods-practices';
    const table = [rowOf(practiceRow())];
    const days = eachDay(table, (year, month, day) => `${day}/${month}/${year}`);
    const items = await itemsOf(bare([columnsOf(days, (column) => `V${column}`), ...days]), optionsOf(layout));
    expect(items.flatMap((item) => (item.kind === 'note' ? [item.text] : []))).toEqual([
      expect.stringContaining('The first row names the columns'),
      'Days such as 01/04/1974 were read as day, month and year.',
    ]);
  });

  it('is refused where a parent became a number', async () => {
    expect(
      await faultsOf(`${practiceRow()}\n${practiceRow({ 1: 'A99002', 15: '1.00E+05' })}`, optionsOf('ods-practices')),
    ).toMatchObject([{ line: 2, column: 15 }]);
  });

  it('leaves out a telephone number without its zero', async () => {
    const items = await itemsOf(
      `${practiceRow()}\n${practiceRow({ 1: 'A99002', 18: '1632960001' })}`,
      optionsOf('ods-practices'),
    );
    expect(items).toMatchObject([
      {},
      { observation: { phone: null } },
      { text: expect.stringContaining('leading zero') },
    ]);
  });
});
