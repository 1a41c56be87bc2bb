import { expect, it } from 'vitest';
import { parseProgrammePack } from '../parse-programme-pack.ts';
import { SMALL_PACK } from '../small-pack.fixture.ts';

function faultsOf(...surveys: readonly string[]): string[] {
  const text = `staffSurveys:\n${surveys.map((survey) => `  - { ${survey} }\n`).join('')}`;
  const parsed = parseProgrammePack([...SMALL_PACK, { path: 'staff-surveys.yaml', text }]);
  return parsed.kind === 'ok' ? [] : parsed.faults.map(({ line, message }) => `${line} ${message}`);
}

it('takes questions of the instrument', () => {
  expect(faultsOf('id: staff, instrument: maturity, questions: [R1]')).toEqual([]);
});

it.each([
  [['id: staff, instrument: other, questions: [R1]'], '2 no instrument "other"'],
  [['id: staff, instrument: maturity, questions: [R9]'], '2 no question of "maturity" "R9"'],
  [['id: staff, instrument: maturity, questions: [R1, R1]'], '2 "R1" is named twice'],
  [
    ['id: staff, instrument: maturity, questions: [R1]', 'id: more, instrument: maturity, questions: [R1]'],
    '3 "maturity" has a survey of staff already',
  ],
])('refuses %s', (surveys, fault) => {
  expect(faultsOf(...surveys)).toContain(fault);
});
