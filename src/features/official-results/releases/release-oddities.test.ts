import { expect, it } from 'vitest';
import { releaseOddities } from './release-oddities.ts';

const row = (careSetting: string, year: number, ...scores: (string | null)[]) => ({
  code: 'RZ1',
  name: 'Vale',
  careSetting,
  year,
  scores,
  note: '',
});

it('what is odd in a file of results is told with its place, and nothing else is', () => {
  const sound = [row('Acute', 2030, '2.8', null), row('Acute', 2029, '1', '5'), row('Community', 2030, '3.1', '5')];
  const of = (...rows: ReturnType<typeof row>[]) =>
    releaseOddities(
      { measures: ['Well led', 'Overall'], rows, lines: rows.map((_row, index) => index + 2) },
      '2030-12-31',
    );
  expect(of(...sound)).toEqual([]);
  expect(of(...sound, row('acute', 2031, '28', '0'))).toEqual([
    'A year after that of the publication (line 5, 2031).',
    'A figure more than 3 times the middle one of its measure (line 5, Well led, 28).',
    'A figure of 0, which is kept: if it means that there is none, the cell has to be empty (line 5, Overall).',
    'Care settings that differ in spelling only are kept apart: Acute, acute.',
  ]);
});
