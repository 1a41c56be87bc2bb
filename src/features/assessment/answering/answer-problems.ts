import { type Instrument, type Question, questionsFor, scaleOf, sectionsOf } from '../../programme/index.ts';
import type { Answer, AnswerValue } from '../assessment.ts';

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
  const questions = new Map(sectionsOf(instrument).flatMap((section) => section.questions.map((q) => [q.id, q])));
  const put = new Set(questionsFor(instrument, careSetting));
  const seen = new Set<string>();

  function problemOf(answer: Answer, question: Question | undefined): AnswerProblemKind | null {
    if (question === undefined) {
      return 'unknown-question';
    }
    if (seen.has(question.id)) {
      return 'answered-twice';
    }
    seen.add(question.id);
    if (!put.has(question)) {
      return 'wrong-care-setting';
    }
    return misfit(instrument, question, answer.value);
  }

  return answers.flatMap((answer) => {
    const kind = problemOf(answer, questions.get(answer.questionId));
    return kind === null ? [] : [{ kind, questionId: answer.questionId }];
  });
}

/** Why an answer does not fit its question; null where it does. */
function misfit(instrument: Instrument, question: Question, value: AnswerValue): AnswerProblemKind | null {
  if (value.kind === 'not-applicable') {
    return question.notApplicable ? null : 'not-applicable-not-offered';
  }
  if ((value.kind === 'elements') !== question.levels.length > 0) {
    return 'other-kind';
  }
  if (value.kind === 'option') {
    const { options } = scaleOf(instrument, question);
    return options.some(({ id }) => id === value.optionId) ? null : 'unknown-option';
  }
  const elements = new Set(question.levels.flatMap((level) => level.elements.map(({ id }) => id)));
  return value.met.every((id) => elements.has(id)) ? null : 'unknown-element';
}
