import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnWorkbookLimits } from '../../../file-limits.ts';
import { readWorkbook } from '../../../platform/files/workbook/read/read-workbook.ts';
import { cleanText } from '../../../platform/forms/posted-form.ts';
import { desirableLevels, type Question, questionsFor, scaleOf } from '../../programme/index.ts';
import type { AnswerRevision, AnswerValue } from '../../scoring/index.ts';
import { answersAlone, filledIn, returnInstrument as instrument, returnWith } from '../testing/filled-return.ts';
import { differencesOf, revisionsBehind } from './differences.ts';

const questions = questionsFor(instrument, 'acute');

/** What a file made from these answers differs in from those, and what was saved in between. */
function compared(
  made: readonly AnswerRevision[],
  now: readonly AnswerRevision[],
  program: 'excel' | 'google' = 'excel',
) {
  const stands = returnWith(now);
  const read = answersAlone(
    [...readWorkbook(filledIn(returnWith(made), program), returnWorkbookLimits.reading)],
    stands,
  );
  if (read.kind === 'refused') {
    throw new Error(read.reason);
  }
  const wanted = revisionsBehind(read.answers, stands.lines);
  const bases = made.filter(({ questionId, revision }) =>
    wanted.some((each) => each.questionId === questionId && each.revision === revision),
  );
  return { ...differencesOf(read.answers, stands, bases), oddCells: read.odd, missing: read.missing };
}

const note = fc.oneof(fc.constant(''), fc.string({ unit: 'binary', maxLength: 40 }).map(cleanText));

function chosenFor(question: Question): fc.Arbitrary<AnswerValue | null> {
  const elements = question.levels.flatMap((level) => level.elements.map(({ id }) => id));
  const chosen: fc.Arbitrary<AnswerValue | null> =
    elements.length > 0
      ? fc.subarray(elements).map((met) => ({ kind: 'elements', met }))
      : fc.constantFrom(...scaleOf(instrument, question).options).map(({ id }) => ({ kind: 'option', optionId: id }));
  const none = fc.constantFrom<AnswerValue | null>(
    null,
    ...(question.notApplicable ? [{ kind: 'not-applicable' } as const] : []),
  );
  return fc.oneof(chosen, chosen, none);
}

function answerTo(question: Question): fc.Arbitrary<AnswerRevision> {
  const levels = desirableLevels(instrument, question).map(({ id }) => id);
  return fc.record({
    questionId: fc.constant(question.id),
    value: chosenFor(question),
    comment: note,
    desired: fc.constantFrom(null, ...levels),
    revision: fc.integer({ min: 1, max: 9 }),
  });
}

const answers = fc.tuple(...questions.map((question) => fc.option(answerTo(question), { nil: undefined })));
const given = (all: readonly (AnswerRevision | undefined)[]) => all.filter((each) => each !== undefined);

describe('a file that is read back', () => {
  it('differs in nothing where nobody typed into it, whatever the answers are and whoever saved it', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom('excel' as const, 'google' as const), (made, program) => {
        const { differences, unchanged, oddCells, missing } = compared(given(made), given(made), program);
        expect([differences, oddCells, missing]).toEqual([[], [], []]);
        expect(unchanged).toBe(questions.length);
      }),
      { numRuns: 30 },
    );
  });

  it('differs in exactly what was typed into it, and says it as it was typed', () => {
    fc.assert(
      fc.property(answers, answers, (before, after) => {
        const now = given(before);
        const revisions = new Map(now.map(({ questionId, revision }) => [questionId, revision]));
        const typed = given(after).map((each) => ({ ...each, revision: revisions.get(each.questionId) ?? 0 }));
        const touched = new Set(typed.map(({ questionId }) => questionId));
        const file = [...now.filter(({ questionId }) => !touched.has(questionId)), ...typed];
        const { differences, unchanged } = compared(file, now);
        const expected = typed.filter(
          (each) => said(each) !== said(now.find(({ questionId }) => questionId === each.questionId)),
        );
        expect(
          differences.map(({ line, file: says, kind }) => [line.question.id, said(says), kind]).toSorted(),
        ).toEqual(expected.map((each) => [each.questionId, said(each), 'changed']).toSorted());
        expect(unchanged).toBe(questions.length - expected.length);
      }),
      { numRuns: 30 },
    );
  });
});

type Says = Pick<AnswerRevision, 'value' | 'comment' | 'desired'>;

function said(says: Says | undefined): string {
  const { value = null, comment = '', desired = null } = says ?? {};
  return JSON.stringify([value, comment.replaceAll(/[\uFFFE\uFFFF]/g, '').trim(), desired]);
}

describe('an answer that was saved here since the file was made', () => {
  const [question] = questions.filter(({ id }) => id === 'WL1-O');
  const at = (level: string, revision: number, comment = ''): AnswerRevision[] => [
    { questionId: question?.id ?? '', value: { kind: 'option', optionId: level }, comment, desired: null, revision },
  ];
  const typedFrom = (made: AnswerRevision[], level: string, now: AnswerRevision[], bases = made) => {
    const stands = returnWith(now);
    const file = filledIn(returnWith(made), 'excel', [['WL1-O', 'answer', level]]);
    const read = answersAlone([...readWorkbook(file, returnWorkbookLimits.reading)], stands);
    return read.kind === 'read' ? differencesOf(read.answers, stands, bases).differences : [];
  };

  it('is left as it stands where the file says what it said then, or what it says now', () => {
    expect(compared(at('1', 1), at('2', 2)).differences).toEqual([]);
    expect(typedFrom(at('1', 1), 'Level 2', at('2', 2))).toEqual([]);
  });

  it('stands beside what the file says where that is a third thing', () => {
    expect(typedFrom(at('1', 1), 'Level 3', at('2', 2))).toMatchObject([
      { kind: 'conflict', now: { value: { optionId: '2' } }, file: { value: { optionId: '3' } } },
    ]);
  });

  it('counts as changed where nobody knows what it said then', () => {
    expect(typedFrom(at('1', 7), 'Level 1', at('2', 2), [])).toMatchObject([{ kind: 'conflict' }]);
    expect(typedFrom([], 'Level 3', at('2', 2))).toMatchObject([{ kind: 'conflict' }]);
  });

  it('is told apart from what the file empties', () => {
    const now = at('1', 1, 'A note.');
    const stands = returnWith(now);
    const file = filledIn(stands, 'excel', [
      ['WL1-O', 'answer', ''],
      ['WL1-O', 'note', ' '],
      ['WL1-O', 'desired', 'Level 4'],
    ]);
    const read = answersAlone([...readWorkbook(file, returnWorkbookLimits.reading)], stands);
    expect(read.kind === 'read' && differencesOf(read.answers, stands, []).differences).toMatchObject([
      { kind: 'changed', emptied: ['answer', 'note'], file: { value: null, comment: '', desired: '4' } },
    ]);
  });
});

it('takes nothing of a section that is answered elsewhere, and says where that differs', () => {
  const stands = returnWith([], { elsewhere: 'technology' });
  const file = filledIn(stands, 'excel', [['SF1-O', 'answer', 'Level 1']]);
  const read = answersAlone([...readWorkbook(file, returnWorkbookLimits.reading)], stands);
  expect(read.kind === 'read' && differencesOf(read.answers, stands, [])).toMatchObject({
    differences: [],
    odd: [
      {
        questionId: 'SF1-O',
        cell: 'C11',
        problem: 'Taken from another trust, so that it is not taken from this file. Answer it there',
      },
    ],
  });
});
