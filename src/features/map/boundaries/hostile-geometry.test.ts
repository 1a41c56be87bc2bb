import { describe, expect, it } from 'vitest';
import { parseGeometry } from './parse-geometry.ts';
import { readCodeTable } from './translate-codes.ts';

const mapping = { codeProperty: null, nameProperty: null, objectName: null };

describe('parseGeometry', () => {
  it.each([
    [
      'positions without end',
      `{"type":"FeatureCollection","features":[${'[1,1],'.repeat(1_000_000)}1]}`,
      '2,000,000 values',
    ],
    ['lists in each other', '['.repeat(100_000), '64 levels'],
    ['objects in each other', '{"hexes":'.repeat(100_000), '64 levels'],
    ['hexagons without end', `{"hexes":{${'"":{},'.repeat(2_000_000)}"a":1}}`, '2,000,000 values'],
    ['a text without end', `{"type":"${'a'.repeat(1_000_000)}"}`, 'a text of more than 100,000 characters'],
  ])('refuses %s before it is parsed', (_, text, words) => {
    expect(parseGeometry(text, mapping)).toEqual({
      kind: 'faulty',
      faults: [{ feature: null, path: '', reason: expect.stringContaining(words) }],
    });
  });
});

describe('readCodeTable', () => {
  it.each([
    ['rows', `from,to\n${'a,b\n'.repeat(100_001)}`, 'the file has more than 100,000 rows: split it'],
    ['columns', `from,to${','.repeat(1_000_000)}\n`, 'the row has more than 500 columns'],
    ['quotation marks', `from,to\n"${'""'.repeat(1_000_000)}`, 'a closing quotation mark may be missing'],
  ])('refuses a table of endless %s', (_, text, words) => {
    expect(readCodeTable({ text, from: 'from', to: 'to' })).toEqual({
      kind: 'faulty',
      faults: [{ feature: null, path: '', reason: expect.stringContaining(words) }],
    });
  });
});
