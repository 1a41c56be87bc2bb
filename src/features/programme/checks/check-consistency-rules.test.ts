import { expect, it } from 'vitest';
import { parseProgrammePack } from '../parse-programme-pack.ts';
import { SMALL_PACK } from '../small-pack.fixture.ts';

/** The small pack with one consistency rule more. */
function packWith(instrument: string, between: string) {
  const path = 'consistency-rules.yaml';
  const text = `consistencyRules:\n  - { id: odd, instrument: ${instrument}, between: ${between}, asks: Is it meant? }\n`;
  return parseProgrammePack([...SMALL_PACK, { path, text }]);
}

function messagesOf(instrument: string, between: string): string[] {
  const parsed = packWith(instrument, between);
  return parsed.kind === 'ok' ? [] : parsed.faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

it('reads between which answers it is', () => {
  const parsed = packWith('maturity', '[{ question: R1, is: [yes] }, { question: R2, is: [no] }]');
  expect(parsed.kind === 'ok' ? parsed.pack.consistencyRules : []).toEqual([
    {
      id: 'odd',
      instrument: 'maturity',
      between: [
        { question: 'R1', is: ['yes'] },
        { question: 'R2', is: ['no'] },
      ],
      asks: 'Is it meant?',
    },
  ]);
});

it.each([
  ['of no instrument', 'other', '[{ question: R1, is: [yes] }, { question: R2, is: [no] }]', 'no instrument "other"'],
  [
    'between no question',
    'maturity',
    '[{ question: R1, is: [yes] }, { question: R9, is: [no] }]',
    'no question of "maturity" "R9"',
  ],
  [
    'of one answer with itself',
    'maturity',
    '[{ question: R1, is: [yes] }, { question: R1, is: [no] }]',
    '"R1" is named twice',
  ],
  [
    'with an answer that nobody can give',
    'maturity',
    '[{ question: R1, is: [yes] }, { question: R2, is: [maybe] }]',
    'no option of the scale "agreement" "maybe"',
  ],
  [
    'of one answer alone',
    'maturity',
    '[{ question: R1, is: [yes] }]',
    '"between": it takes two answers that do not go together',
  ],
])('refuses a rule %s', (_case, instrument, between, message) => {
  expect(messagesOf(instrument, between)).toEqual([`consistency-rules.yaml:2 ${message}`]);
});
