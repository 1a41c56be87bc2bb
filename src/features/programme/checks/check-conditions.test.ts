import { expect, it } from 'vitest';
import { parseProgrammePack } from '../parse-programme-pack.ts';
import { smallPackWith } from '../small-pack.fixture.ts';

const always = '{ id: R3, text: Anything else?, help: Say., scale: note, standing: inferred }';

/** The questions of the small pack with more after them, the first on line 32 of its file. */
function packWith(...more: string[]) {
  const written = more.map(
    (each) => `{ text: What of it?, help: Say., scale: agreement, standing: inferred, ${each} }`,
  );
  return parseProgrammePack(smallPackWith(always, [always, ...written].join('\n          - ')));
}

function faultsOf(...more: string[]): string[] {
  const parsed = packWith(...more);
  return parsed.kind === 'ok' ? [] : parsed.faults.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

it('reads what a question hangs on', () => {
  const parsed = packWith('id: R4, when: { question: R1, is: [yes] }');
  expect(parsed).toMatchObject({ kind: 'ok' });
  const questions = parsed.kind === 'ok' ? parsed.pack.instruments[0]?.themes[0]?.sections[0]?.questions : [];
  expect(questions?.map(({ when }) => when)).toEqual([null, null, null, { question: 'R1', is: ['yes'] }]);
});

it.each([
  [
    'hangs on no question of its instrument',
    ['id: R4, when: { question: R9, is: [yes] }'],
    ['no question in this instrument "R9"'],
  ],
  ['hangs on itself', ['id: R4, when: { question: R4, is: [yes] }'], ['"R4" hangs on its own answer']],
  [
    'hangs on a later one',
    ['id: R4, when: { question: R5, is: [yes] }', 'id: R5'],
    ['"R4" hangs on "R5", which is asked after it'],
  ],
  [
    'goes round in a circle',
    [
      'id: R4, when: { question: R6, is: [yes] }',
      'id: R5, when: { question: R4, is: [yes] }',
      'id: R6, when: { question: R5, is: [yes] }',
    ],
    ['"R4" hangs on itself: R4, R6, R5, R4'],
  ],
  [
    'hangs on an answer that nobody can give, or on one twice',
    ['id: R4, when: { question: R1, is: [maybe, yes, yes] }'],
    ['no option of the scale "agreement" "maybe"', '"yes" is named twice'],
  ],
  [
    'hangs on a question that is not put to all it is put to',
    ['id: R4, when: { question: R2, is: [yes] }'],
    ['"R2" is not put to "acute", where "R4" hangs on it'],
  ],
])('refuses a question that %s', (_case, more, messages) => {
  expect(faultsOf(...more)).toEqual(messages.map((message) => `instrument.yaml:32 ${message}`));
});

it('does not count a question that hangs on an answer as one that everybody is asked', () => {
  const parsed = parseProgrammePack(
    smallPackWith(
      '{ id: R1, text: We keep notes., help: Count., scale: agreement, standing: inferred }',
      `{ id: R1, text: We keep notes., help: Count., scale: yes-no, standing: inferred }
          - { id: R4, text: How many?, help: Count., scale: agreement, when: { question: R1, is: [yes] }, standing: inferred }`,
    ).map((file) => ({
      ...file,
      text: file.text.replace(
        'options: [] }',
        "options: [] }\n      - { id: yes-no, label: Is it?, scored: false, options: [{ id: yes, label: 'Yes', score: 0 }] }",
      ),
    })),
  );
  expect(parsed.kind === 'ok' ? [] : parsed.faults.map(({ message }) => message)).toEqual([
    'the instrument "maturity" has no scored question that is always asked for the care setting "acute"',
  ]);
});
