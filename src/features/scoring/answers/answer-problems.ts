import { type Instrument, type Question, questionsFor, scaleOf, sectionsOf } from '../../programme/index.ts';
import type { Answer, AnswerValue } from './answer.ts';

export type AnswerProblemKind =
  | 'unknown-question'
  | 'wrong-care-setting'
  | 'unknown-option'
  | 'unknown-element'
  | 'other-kind'
  | 'not-applicable-not-offered'
  | 'answered-twice';

export interface AnswerProblem {
  readonly kind: AnswerProblemKind;
  readonly questionId: string;
}

/** Answers that do not fit the instrument they are scored with. Carries every problem found, not only the first. */
export class InvalidAnswersError extends Error {
  override readonly name = 'InvalidAnswersError';
  readonly code = 'answers_invalid';
  readonly problems: readonly AnswerProblem[];

  constructor(problems: readonly AnswerProblem[]) {
    super(`Answers do not fit the instrument: ${problems.map((p) => `${p.questionId} ${p.kind}`).join(', ')}`);
    this.problems = problems;
  }
}

/**
 * What makes a set of answers unfit for this instrument and care setting; empty when all is well.
 * Missing answers are no problem here: see `checkCompleteness`.
 */
export function findAnswerProblems(
  instrument: Instrument,
  careSetting: string,
  answers: readonly Answer[],
): readonly AnswerProblem[] {
  return answerProblemsOf(instrument, careSetting)(answers, answersById(answers));
}

export function answersById(answers: readonly Answer[]): ReadonlyMap<string, Answer> {
  const byId = new Map<string, Answer>();
  for (const answer of answers) {
    byId.set(answer.questionId, answer);
  }
  return byId;
}

/** The same for many sets of answers, each given by id too: what does not depend on them is worked out once. */
export function answerProblemsOf(
  instrument: Instrument,
  careSetting: string,
): (answers: readonly Answer[], given: ReadonlyMap<string, Answer>) => readonly AnswerProblem[] {
  const known = new Set(sectionsOf(instrument).flatMap(({ questions }) => questions.map(({ id }) => id)));
  const put = new Map(
    questionsFor(instrument, careSetting).map((question) => [question.id, misfitOf(instrument, question)]),
  );
  const problemOf = ({ questionId, value }: Answer): AnswerProblemKind | null => {
    const misfit = put.get(questionId);
    return misfit === undefined ? (known.has(questionId) ? 'wrong-care-setting' : 'unknown-question') : misfit(value);
  };
  return (answers, given) => {
    const isOnceEach = given.size === answers.length;
    const problems: AnswerProblem[] = [];
    for (const [index, answer] of answers.entries()) {
      const { questionId } = answer;
      const isAgain = !isOnceEach && answers.findIndex((each) => each.questionId === questionId) < index;
      const kind = isAgain ? 'answered-twice' : problemOf(answer);
      if (kind !== null) {
        problems.push({ kind, questionId });
      }
    }
    return problems;
  };
}

/** Says why an answer does not fit a question; null where it does. */
function misfitOf(instrument: Instrument, question: Question): (value: AnswerValue) => AnswerProblemKind | null {
  const { notApplicable, levels } = question;
  const options = new Set(scaleOf(instrument, question).options.map(({ id }) => id));
  const elements = new Set(levels.flatMap((level) => level.elements.map(({ id }) => id)));
  return (value) => {
    if (value.kind === 'not-applicable') {
      return notApplicable ? null : 'not-applicable-not-offered';
    }
    if ((value.kind === 'elements') !== levels.length > 0) {
      return 'other-kind';
    }
    if (value.kind === 'option') {
      return options.has(value.optionId) ? null : 'unknown-option';
    }
    return value.met.every((id) => elements.has(id)) ? null : 'unknown-element';
  };
}
