import { expect, it } from 'vitest';
import { parseProgrammePack } from '../parse-programme-pack.ts';
import { SMALL_PACK } from '../small-pack.fixture.ts';

const words = 'values: [{ id: paper, label: Paper }, { id: screen, label: Screen }]';

/** The small pack with one indicator more; faults with their places. */
function packWith({ kind = 'observation', figures = words, rule }: { kind?: string; figures?: string; rule?: string }) {
  const path = 'indicators.yaml';
  const bearsOn = rule === undefined ? '' : `, bearsOn: [{ ${rule}, asks: Is it meant? }]`;
  const text = `indicators:\n  - { id: notes, title: Notes, says: Where, doesNotSay: How, kind: ${kind}, ${figures}, holdsMonths: 12${bearsOn} }\n`;
  const parsed = parseProgrammePack([...SMALL_PACK, { path, text }]);
  return parsed.kind === 'ok'
    ? { indicators: parsed.pack.indicators, faults: [] }
    : { indicators: [], faults: parsed.faults.map(({ file, line, message }) => `${file}:${line} ${message}`) };
}

it('reads which answers a figure bears out, and which it does not go together with', () => {
  const { indicators } = packWith({
    rule: 'instrument: maturity, question: R1, where: [paper], agrees: [no], conflicts: [yes]',
  });
  expect(indicators).toEqual([
    {
      id: 'notes',
      title: 'Notes',
      says: 'Where',
      doesNotSay: 'How',
      kind: 'observation',
      values: [
        { id: 'paper', label: 'Paper' },
        { id: 'screen', label: 'Screen' },
      ],
      unit: null,
      holdsMonths: 12,
      bearsOn: [
        {
          instrument: 'maturity',
          question: 'R1',
          where: ['paper'],
          agrees: ['no'],
          conflicts: ['yes'],
          asks: 'Is it meant?',
        },
      ],
    },
  ]);
});

const rule = (more: string) => ({ rule: `instrument: maturity, question: R1, ${more}` });

it.each([
  ['neither words nor a number', { figures: 'values: []' }, 'figures are either words ("values") or numbers ("unit")'],
  [
    'both words and a number',
    { figures: `${words}, unit: places` },
    'figures are either words ("values") or numbers ("unit")',
  ],
  [
    'a number that is held against answers',
    { figures: 'unit: places', ...rule('where: [paper], agrees: [yes]') },
    'only figures that are words can be held against answers',
  ],
  ['a word that it never is', rule('where: [stone], agrees: [yes]'), 'no value of this indicator "stone"'],
  ['a rule without effect', rule('where: [paper]'), 'a figure bears out some answers, or conflicts with some'],
  [
    'a declaration that bears an answer out',
    { kind: 'declaration', ...rule('where: [paper], agrees: [yes]') },
    'what an organisation declares itself bears no answer out',
  ],
  [
    'an answer on both sides',
    rule('where: [paper], agrees: [yes], conflicts: [yes]'),
    '"yes" both agrees and conflicts',
  ],
  [
    'an answer that nobody can give',
    rule('where: [paper], agrees: [maybe]'),
    'no option of the scale "agreement" "maybe"',
  ],
  [
    'no question',
    { rule: 'instrument: maturity, question: R9, where: [paper], agrees: [yes]' },
    'no question of "maturity" "R9"',
  ],
  [
    'no instrument',
    { rule: 'instrument: other, question: R1, where: [paper], agrees: [yes]' },
    'no instrument "other"',
  ],
])('refuses %s', (_case, given, message) => {
  expect(packWith(given).faults).toContain(`indicators.yaml:2 ${message}`);
});
