import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { describeFault } from '../directory-import/index.ts';
import { parseFigures } from './parse-figures.ts';

const header = 'organisation_code,from,to,value,numerator,denominator,note';

function read(...lines: string[]) {
  return parseFigures({ fileName: 'figures.csv', text: [header, ...lines, ''].join('\n') });
}

it('takes figures digit for digit, with their period and what they were counted from', () => {
  expect(read('RL4,2024-10-01,2024-10-01,named,,,A supplier', '912,2023-04-01,2024-03-31,2.440,1,41,')).toEqual({
    kind: 'figures',
    figures: [
      {
        code: 'RL4',
        from: '2024-10-01',
        to: '2024-10-01',
        value: 'named',
        numerator: null,
        denominator: null,
        note: 'A supplier',
      },
      {
        code: '912',
        from: '2023-04-01',
        to: '2024-03-31',
        value: '2.440',
        numerator: '1',
        denominator: '41',
        note: '',
      },
    ],
    notes: [],
  });
});

it('keeps that a figure was suppressed, and never makes a number of it', () => {
  expect(read('RL4,2024-10-01,2024-10-01,,,,')).toMatchObject({ figures: [{ value: null }] });
});

it('notes what is odd beside a figure, and leaves it out', () => {
  expect(read('RL4,2024-10-01,2024-10-01,50,many,2,')).toMatchObject({
    kind: 'figures',
    figures: [{ value: '50', numerator: null, denominator: '2' }],
    notes: [expect.stringContaining('line 2, "many"')],
  });
});

it.each([
  ['RL4X9ZZ9,2024-10-01,2024-10-01,named,,,', 'must be an ODS code'],
  ['5E+10,2024-10-01,2024-10-01,named,,,', 'a spreadsheet seems to have taken the code for a number in short form'],
  ['RL4,01/10/2024,2024-10-01,named,,,', 'must be a day such as 2026-03-31, not "01/10/2024"'],
  ['RL4,2024-02-30,2024-10-01,named,,,', 'must be a day such as 2026-03-31'],
  ['RL4,2024-10-02,2024-10-01,named,,,', 'must not be before 2024-10-02'],
  [`RL4,2024-10-01,2024-10-01,${'x'.repeat(61)},,,`, 'must have at most 60 characters'],
])('refuses all of a file with %s', (line, reason) => {
  const parsed = read('RL4,2023-10-01,2023-10-01,named,,,', line);
  expect(parsed.kind === 'refused' ? parsed.faults.map(describeFault) : []).toEqual([expect.stringContaining(reason)]);
});

it('refuses a second figure for the same organisation and period', () => {
  const parsed = read('RL4,2024-10-01,2024-10-01,named,,,', 'RL4,2024-10-01,2024-10-01,paper,,,');
  expect(parsed.kind === 'refused' ? parsed.faults.map(describeFault) : []).toEqual([
    expect.stringContaining('is a second figure for the organisation and period of line 2'),
  ]);
});

test.each(['', header, 'organisation_code,value\nRL4,1'])(
  'a file without figures or columns is refused: %j',
  (text) => {
    expect(parseFigures({ fileName: 'figures.csv', text }).kind).toBe('refused');
  },
);

test('whatever is written, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(['figures', 'refused']).toContain(
        parseFigures({ fileName: 'figures.csv', text: `${header}\n${text}` }).kind,
      );
    }),
  );
});
