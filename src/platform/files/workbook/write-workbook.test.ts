import { parser } from 'sax';
import { describe, expect, it } from 'vitest';
import { typeOfFile } from '../file-type.ts';
import { sheetNames } from './sheet-names.ts';
import { cellsOf, unpacked } from './testing/unpacked.ts';
import type { SheetToWrite } from './workbook.ts';
import { writeWorkbook } from './write-workbook.ts';

const choices = ['Yes, wholly', 'No'];
const sheet = (name: string, ...texts: string[]): SheetToWrite => ({
  name,
  columns: [{ width: 20 }, { width: 10, isHidden: true }],
  rows: [
    [{ text: 'Head', kind: 'head' }],
    ...texts.map((text) => [{ text, kind: 'plain' } as const, { text: '', kind: 'open', choices } as const]),
  ],
  frozenRows: 1,
});

function partOf(sheets: readonly SheetToWrite[], name: string): string {
  return unpacked(writeWorkbook(sheets)).get(name) ?? '';
}

describe('a workbook', () => {
  it('is one by its bytes, the same each time, and each part of it is well-formed', () => {
    const workbook = writeWorkbook([sheet('1. A & B', 'a < b "c"')]);
    expect(writeWorkbook([sheet('1. A & B', 'a < b "c"')]).equals(workbook)).toBe(true);
    const looked = { head: workbook.subarray(0, 4096), tail: workbook, byteCount: workbook.length };
    expect(typeOfFile(looked, 'a.xlsx')).toMatchObject({ kind: 'taken', type: { id: 'xlsx' } });
    for (const text of unpacked(workbook).values()) {
      const reading = parser(true);
      reading.onerror = (error) => expect.unreachable(error.message);
      reading.write(text).close();
    }
  });

  it.each(['=1+1', '+44 20', '-1', '@SUM(A1)', "=cmd|' /C calc'!A0", '\t=1'])('keeps %j as text', (text) => {
    const part = partOf([sheet('1', text)], 'xl/worksheets/sheet1.xml');
    expect(cellsOf(part).get('A2')).toBe(text);
    expect(part).not.toContain('<f>');
  });

  it('drops what XML cannot hold, and keeps what looks like an escape', () => {
    const cells = cellsOf(partOf([sheet('1', 'a\u0000b\uD800', '_x0041_', 'line\nline')], 'xl/worksheets/sheet1.xml'));
    expect([cells.get('A2'), cells.get('A3'), cells.get('A4')]).toEqual(['ab\uFFFD', '_x005F_x0041_', 'line\nline']);
  });

  it('has the choices of a cell as a list, which lies in a hidden sheet once', () => {
    const sheets = [sheet('1', 'a', 'b'), sheet('2', 'c')];
    expect(partOf(sheets, 'xl/worksheets/sheet1.xml')).toContain(
      'sqref="B2 B3"><formula1>Choices!$A$1:$A$2</formula1>',
    );
    expect([...cellsOf(partOf(sheets, 'xl/worksheets/sheet3.xml')).values()]).toEqual(choices);
    expect(partOf(sheets, 'xl/workbook.xml')).toContain('name="Choices" sheetId="3" state="hidden"');
  });
});

it('names sheets as they may be named', () => {
  const long = 'A title that goes on for longer than a sheet may';
  expect(sheetNames(['1. Care: plans/records', long, long.toUpperCase(), "''", '[a]'])).toEqual([
    '1. Care plans records',
    'A title that goes on for longer',
    'A TITLE THAT GOES ON FOR LO (3)',
    'Sheet 4',
    'a',
  ]);
});
