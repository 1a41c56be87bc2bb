import { type Instrument, type Question, scaleOf, sectionsFor } from '../../programme/index.ts';
import type { Answer } from './answer.ts';
import { questionsAsked } from './questions-asked.ts';

/**
 * Counts of scored questions that are asked, as the answers stand: `done` + missing = `total`. "Not applicable" is done; where the instrument wants to
 * know why, once that is said.
 */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Ids of the questions that are not done, in the instrument's order. */
  readonly missing: readonly string[];
  /** Of these the ones that are marked not applicable and lack the reason alone. */
  readonly unexplained: readonly string[];
}

export interface SectionCompleteness extends Progress {
  readonly sectionId: string;
  /** False where all of its questions hang on answers that were not given. */
  readonly isAsked: boolean;
}

export interface Completeness extends Progress {
  readonly sections: readonly SectionCompleteness[];
}

/**
 * How far an assessment has come, by section that asks something of the care setting and as a whole. Context-only questions are welcome but never awaited.
 * Answers to questions that are not asked are ignored here; `findAnswerProblems` names those outside the instrument or care setting.
 */
export function checkCompleteness(
  instrument: Instrument,
  careSetting: string,
  answers: readonly Answer[],
): Completeness {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  const asked = questionsAsked(instrument, careSetting, answers);
  const sections = sectionsFor(instrument, careSetting).map((section) => {
    const questions = section.questions.filter(({ id }) => asked.has(id));
    const awaited = questions.filter((question) => scaleOf(instrument, question).scored);
    const progress = checkSection(awaited, given, instrument.notApplicableNeedsReason);
    return { ...progress, sectionId: section.id, isAsked: questions.length > 0 };
  });
  return {
    sections,
    done: sections.reduce((sum, section) => sum + section.done, 0),
    total: sections.reduce((sum, section) => sum + section.total, 0),
    missing: sections.flatMap((section) => section.missing),
    unexplained: sections.flatMap((section) => section.unexplained),
  };
}

/** True when no question is missing. An assessment that asks nothing is never ready: its instrument is at fault. */
export function isReadyForAuthorisation(progress: Progress): boolean {
  return progress.total > 0 && progress.missing.length === 0;
}

function checkSection(
  awaited: readonly Question[],
  given: ReadonlyMap<string, Answer>,
  needsReason: boolean,
): Progress {
  const answers = awaited.flatMap((question) => given.get(question.id) ?? []);
  const unexplained = needsReason ? answers.filter(lacksReason).map(({ questionId }) => questionId) : [];
  const ids = awaited.map(({ id }) => id);
  const missing = ids.filter((id) => !given.has(id) || unexplained.includes(id));
  return {
    done: ids.length - missing.length,
    total: ids.length,
    missing,
    unexplained,
  };
}

function lacksReason({ value, comment }: Answer): boolean {
  return value.kind === 'not-applicable' && comment.trim() === '';
}
