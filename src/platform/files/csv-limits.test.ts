import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvLimitOptions, csvLimitReason } from './csv-limits.ts';

const limits = { rows: 3, columns: 4, recordBytes: 1000 };

function reading(text: string): string[][] | string | null {
  try {
    return parse(text, { ...csvLimitOptions(limits), relax_column_count: true });
  } catch (error) {
    return error instanceof CsvError ? csvLimitReason(error, limits) : String(error);
  }
}

describe('csvLimitOptions', () => {
  it('reads what is just within the limits', () => {
    expect(reading('a,b,c,d\ne\nf')).toEqual([['a', 'b', 'c', 'd'], ['e'], ['f']]);
    expect(reading(`"${'a'.repeat(999)}"`)).toHaveLength(1);
  });

  it.each([
    ['a row more', 'a\nb\nc\nd\n', 'the file has more than 3 rows: split it'],
    ['a column more', 'a\n,,,,\n', 'the row has more than 4 columns'],
    ['a longer row', `${'a'.repeat(600)},${'b'.repeat(600)}`, /^the row runs on for more than 1,000 bytes/],
    ['a cell that is never closed', `"${'""'.repeat(2000)}`, /^the row runs on for more than 1,000 bytes/],
  ])('stops at %s', (_, text, reason) => {
    expect(reading(text)).toEqual(reason instanceof RegExp ? expect.stringMatching(reason) : reason);
  });

  it('says nothing of other faults', () => {
    expect(reading('a,"b"c')).toBeNull();
  });
});
