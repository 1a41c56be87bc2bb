import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvCell, type CsvTable, writeCsv, writeCsvRows } from './csv-table.ts';

const table: CsvTable<readonly CsvCell[]> = { columns: ['a', 'b'], rowsOf: (row) => [row] };

describe('writeCsv', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('puts an apostrophe before %j', (text) => {
    const [row] = parse(writeCsv(table, [[text, 'x']]), { from_line: 2 });
    expect(row).toEqual([`'${text}`, 'x']);
  });

  it('leaves numbers and harmless text alone', () => {
    expect(writeCsv(table, [[-5, 'a = b']])).toBe('\uFEFFa,b\r\n-5,a = b\r\n');
  });

  it('writes nothing for null, and words for true and false', () => {
    expect(writeCsv(table, [[null, false]])).toBe('\uFEFFa,b\r\n,false\r\n');
  });

  it('begins with the mark by which Excel knows its letters, once', () => {
    const text = writeCsv(table, [['Ynys Môn', 1]]);
    expect(text.match(/\uFEFF/g)).toHaveLength(1);
    expect(writeCsvRows(table, [['Ynys Môn', 1]])).not.toContain('\uFEFF');
    expect(parse(text, { bom: true, columns: true })).toEqual([{ a: 'Ynys Môn', b: '1' }]);
  });

  it('has its header even with no rows', () => {
    expect(writeCsv(table, [])).toBe('\uFEFFa,b\r\n');
  });

  it('reads back as it was, quotes, commas, line ends and all, and never with a cell that begins a formula', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '=', '+', '-', '@', '\t', 'é') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = parse(writeCsv(table, rows), { from_line: 1, record_delimiter: '\r\n' }).slice(1);
        expect(read.map((row) => row.map((text) => text.replace(/^'/, '')))).toEqual(rows);
        expect(read.flat().some((text) => /^[=+\-@\t\r]/.test(text))).toBe(false);
      }),
    );
  });
});

describe('writeCsvRows', () => {
  it('goes on where a file in pieces was left', () => {
    const rows = [
      ['=1', 'x'],
      ['é', 'y,z'],
    ] as const;
    const whole = writeCsv(table, rows);
    expect(writeCsv(table, []) + rows.map((row) => writeCsvRows(table, [row])).join('')).toBe(whole);
  });
});
