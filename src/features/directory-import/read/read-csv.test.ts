import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv.ts';
import { csvRow, everythingOf, inChunks, refusalOf } from './testing/files.ts';

const recordsOf = (content: string | Uint8Array, lengths?: readonly number[]) =>
  everythingOf(readCsv(inChunks(content, lengths)));
const faultOf = async (content: string, lengths?: readonly number[]) =>
  (await refusalOf(readCsv(inChunks(content, lengths)))).faults[0];

const cell = fc.string({ unit: fc.constantFrom('a', 'Z', '9', ' ', ',', '"', '\r', '\n', 'é', '’'), maxLength: 6 });
const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const lengths = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 });
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

describe('readCsv', () => {
  it.each([
    [
      'plain cells',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [1, 2],
    ],
    [
      'no line end behind the last row',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [1, 2],
    ],
    [
      'CRLF',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [1, 2],
    ],
    [
      'CR alone',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [1, 2],
    ],
    [
      'a mixture of line ends',
      'a,b\rc,d\r\ne,f\ng,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
      [1, 2, 3, 4],
    ],
    ['quoted commas and quotation marks', '"a,b","say ""x"""\n', [['a,b', 'say "x"']], [1]],
    [
      'quoted line ends',
      '"a\r\nb\nc",d\ne,f',
      [
        ['a\r\nb\nc', 'd'],
        ['e', 'f'],
      ],
      [1, 4],
    ],
    [
      'empty cells',
      ',""\n,',
      [
        ['', ''],
        ['', ''],
      ],
      [1, 2],
    ],
    [
      'empty lines, which it skips',
      '\n\na,b\n\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [3, 5],
    ],
    ['a byte order mark', '\uFEFF"a",b', [['a', 'b']], [1]],
  ])('reads %s', async (_, text, fields, lines) => {
    const records = await recordsOf(text);
    expect(records.map((record) => record.fields)).toEqual(fields);
    expect(records.map(({ line }) => line)).toEqual(lines);
  });

  it.each([
    ['a cell that is never closed', 'a,b\nc,"d\n', 2, 2, 'cut off'],
    ['text behind a closing quotation mark', 'a,"b"c\n', 1, 2, 'behind the quotation mark'],
    ['a quotation mark inside an unquoted cell', 'a,b\nc"d,e\n', 2, 1, 'not quoted'],
    ['a quotation mark behind quoted line ends and empty lines', '"a\r\nb",c\r\n\r\nd,e"\r\n', 4, 2, 'not quoted'],
    ['an endless row', `a,b\n"${'x'.repeat(200_000)}`, 2, null, '100,000'],
    ['an endless row of empty cells', `a,b\n${','.repeat(200_000)}`, 2, null, '500 columns'],
    ['no row at all', '\n\r\n', null, null, 'empty'],
  ])('refuses %s, however the bytes are cut', async (_, text, line, column, reason) => {
    const fault = { line, column, columnName: null, reason: expect.stringContaining(reason) };
    expect(await faultOf(text)).toEqual(fault);
    expect(await faultOf(text, [1, 2, 7000])).toEqual(fault);
  });

  it('gives the records before a fault, however the bytes are cut', async () => {
    const text = 'a,b\nc,d\ne"f,g\n';
    for (const cuts of [[], [1]]) {
      const lines: number[] = [];
      const reading = async () => {
        for await (const { line } of readCsv(inChunks(text, cuts))) {
          lines.push(line);
        }
      };
      await expect(reading()).rejects.toThrow('line 3, column 1');
      expect(lines).toEqual([1, 2]);
    }
  });

  it('reads the cells that were written, whatever the line ends and however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(rows, lineEnd, lengths, async (table, end, cuts) => {
        const records = await recordsOf(table.map(csvRow).join(end), cuts);
        expect(records.map(({ fields }) => fields)).toEqual(table);
      }),
    );
  });

  it('says the same line however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(rows, lineEnd, lengths, async (table, end, cuts) => {
        const text = table.map(csvRow).join(end);
        expect(await recordsOf(text, cuts)).toEqual(await recordsOf(text));
      }),
    );
  });
});
