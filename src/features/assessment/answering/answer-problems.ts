import { type Instrument, type Question, questionsFor, scaleOf, sectionsOf } from '../../programme/index.ts';
import type { Answer } from '../assessment.ts';

export type AnswerProblemKind =
  | 'unknown-question'
  | 'wrong-care-setting'
  | 'unknown-option'
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
    const { value } = answer;
    if (value.kind === 'not-applicable') {
      return question.notApplicable ? null : 'not-applicable-not-offered';
    }
    return scaleOf(instrument, question).options.some((option) => option.id === value.optionId)
      ? null
      : 'unknown-option';
  }

  return answers.flatMap((answer) => {
    const kind = problemOf(answer, questions.get(answer.questionId));
    return kind === null ? [] : [{ kind, questionId: answer.questionId }];
  });
}
