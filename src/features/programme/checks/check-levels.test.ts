import { expect, it } from 'vitest';
import type { PackFile } from '../pack-fault.ts';
import { parseProgrammePack } from '../parse-programme-pack.ts';
import { smallPackWith } from '../small-pack.fixture.ts';

const choice = '{ id: R1, text: We keep notes., help: Count., scale: agreement, standing: inferred }';

/** The same question answered by levels, from line 30 of its file. */
const levels = `id: R1
            title: Notes
            text: How far do we keep notes?
            help: Tick what is met.
            scale: agreement
            evidence: [A page of notes]
            levels:
              - { option: no, looksLike: On paper., elements: [] }
              - option: yes
                looksLike: On screen.
                elements:
                  - { id: R1-typed, text: Notes are typed. }
                  - { id: R1-read, text: Notes are read. }
            standing: inferred`;

function levelledPackWith(from = '', to = ''): PackFile[] {
  const changed = levels.replace(from, to);
  if (from !== '' && changed === levels) {
    throw new Error(`no "${from}" in the question`);
  }
  return smallPackWith(choice, changed);
}

it('reads what a level looks like, its elements and what can be shown for it', () => {
  const parsed = parseProgrammePack(levelledPackWith());
  expect(parsed).toMatchObject({ kind: 'ok' });
  const question = parsed.kind === 'ok' && parsed.pack.instruments[0]?.themes[0]?.sections[0]?.questions[0];
  expect(question).toMatchObject({
    title: 'Notes',
    evidence: ['A page of notes'],
    levels: [
      { option: 'no', looksLike: 'On paper.', elements: [] },
      {
        option: 'yes',
        looksLike: 'On screen.',
        elements: [
          { id: 'R1-typed', text: 'Notes are typed.' },
          { id: 'R1-read', text: 'Notes are read.' },
        ],
      },
    ],
  });
});

it('leaves a question without levels as it was', () => {
  const parsed = parseProgrammePack(levelledPackWith());
  const question = parsed.kind === 'ok' && parsed.pack.instruments[0]?.themes[0]?.sections[0]?.questions[1];
  expect(question).toMatchObject({ id: 'R2', title: null, evidence: [], levels: [] });
});

it.each([
  ['option: no', 'option: maybe', 'instrument.yaml:36 the level "maybe" stands where the scale "agreement" has "no"'],
  [
    '- { option: no, looksLike: On paper., elements: [] }\n',
    '\n',
    [
      'instrument.yaml:35 there is no level for "yes" of the scale "agreement"',
      'instrument.yaml:37 the level "yes" stands where the scale "agreement" has "no"',
      'instrument.yaml:39 the first level "yes" needs nothing, so it has no elements',
    ],
  ],
  [
    'levels:\n',
    'levels:\n              - { option: no, looksLike: Nothing., elements: [] }\n',
    [
      'instrument.yaml:37 the level "no" stands where the scale "agreement" has "yes"',
      'instrument.yaml:37 the level "no" has no elements, so nobody could tell whether it is reached',
      'instrument.yaml:38 the scale "agreement" has no more options, so there is no level "yes"',
    ],
  ],
  [
    'elements: [] }',
    'elements: [{ id: R1-none, text: There is paper. }] }',
    'instrument.yaml:36 the first level "no" needs nothing, so it has no elements',
  ],
  ['R1-read', 'R1-typed', 'instrument.yaml:41 the id "R1-typed" is used twice'],
  ['R1-read', 'R2-read', 'instrument.yaml:41 the id "R2-read" does not begin with "R1-"'],
  ['R1-read', 'R1 read', /^instrument\.yaml:41 "id": must be letters and digits/],
  ['looksLike: On paper., ', '', 'instrument.yaml:36 "looksLike" is missing'],
  ['A page of notes', "''", 'instrument.yaml:34 "evidence": must not be empty'],
  [
    'scale: agreement\n            evidence',
    'scale: note\n            evidence',
    [
      'instrument.yaml:2 the instrument "maturity" has no scored question that is always asked for the care setting "acute"',
      'instrument.yaml:35 the scale "note" is not scored, so it has no levels',
    ],
  ],
  ['scale: agreement\n            evidence', 'scale: essay\n            evidence', /no scale "essay"$/],
])('refuses %j changed to %j', (from, to, expected) => {
  const parsed = parseProgrammePack(levelledPackWith(from, to));
  const faults = parsed.kind === 'ok' ? [] : parsed.faults;
  const lines = faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
  if (expected instanceof RegExp) {
    expect(lines.join('\n')).toMatch(expected);
  } else {
    expect(lines).toEqual([expected].flat());
  }
});
