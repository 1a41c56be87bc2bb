import { describe, expect, it } from 'vitest';
import { compareBoundaries } from './compare-boundaries.ts';
import { matchCodes } from './match-codes.ts';
import { readCodeTable } from './translate-codes.ts';

const areas = ['E1', 'E2'].map((code, index) => ({ feature: index + 1, path: `features[${index}]`, code }));
const options = { kind: 'ccg', datedOn: '2015-04-01', skipsUnknown: false };
const subjects = [{ code: '01A' }, { code: '02B' }];
const table = (text: string) => readCodeTable({ text, from: 'from', to: 'to' });
const both = new Map([
  ['E1', '01A'],
  ['E2', '02B'],
]);

describe('matchCodes', () => {
  it('finds whose boundary each area is under the directory’s code', () => {
    expect(matchCodes(areas, both, subjects, options)).toMatchObject({
      kind: 'matched',
      areas: [{ area: { code: '01A' } }, { area: { code: '02B' } }],
      skipped: [],
    });
  });

  it.each([
    ['no translation', new Map([['E1', '01A']]), subjects, ['The table of codes has no row for E2']],
    ['no such code', both, subjects.slice(0, 1), ['The directory does not know the code 02B']],
    [
      'one code for two',
      new Map([
        ['E1', '01A'],
        ['E2', '01A'],
      ]),
      subjects,
      ['The code 01A is that of feature 1 too'],
    ],
    ['no such kind', both, [], ['The directory holds no area or organisation of the kind “ccg” from 2015-04-01 on']],
  ])('refuses: %s', (_, translation, known, reasons) => {
    const matched = matchCodes(areas, translation, known, options);
    expect(matched.kind === 'faulty' && matched.faults.map(({ reason }) => reason.replace(/ \(.*/, ''))).toEqual(
      reasons,
    );
  });

  it('leaves out what nobody knows where that was asked for, but not everything', () => {
    const skipping = { ...options, skipsUnknown: true };
    expect(matchCodes(areas, both, subjects.slice(0, 1), skipping)).toMatchObject({
      kind: 'matched',
      skipped: ['02B'],
    });
    expect(matchCodes(areas, null, subjects, skipping)).toMatchObject({
      kind: 'faulty',
      faults: [{ reason: 'The directory knows none of the 2 codes of the file' }],
    });
  });
});

describe('readCodeTable', () => {
  it('reads two columns by their headings, past a byte order mark', () => {
    expect(table('\uFEFFname,from,to\nx,E1,01A\n"y, z",E2,02B\n')).toEqual({ kind: 'codes', codes: both });
  });

  it.each([
    ['from,other\nE1,01A\n', 'no column to'],
    ['from,to\nE1,\n', 'Row 2 of the table of codes lacks a code'],
    ['from,to\nE1,01A\nE1,02B\n', 'Row 3 of the table of codes turns E1 into 02B, an earlier one into 01A'],
    ['from,to\n"E1,01A\n', 'not CSV'],
  ])('refuses %j', (text, reason) => {
    const read = table(text);
    expect(read.kind === 'faulty' && read.faults[0]?.reason).toContain(reason);
  });
});

describe('compareBoundaries', () => {
  it('tells new, changed, gone and same apart', () => {
    const mark = (code: string, digest: string) => ({ code, name: '', digest });
    const difference = compareBoundaries(
      [mark('A', '1'), mark('B', '1'), mark('C', '1')],
      [mark('D', '1'), mark('B', '2'), mark('A', '1')],
    );
    expect(difference).toEqual({
      added: [mark('D', '1')],
      changed: [mark('B', '2')],
      gone: [mark('C', '1')],
      sameCount: 1,
    });
  });
});
