import { type Instrument, type Question, type Section, scaleOf, sectionsFor } from '../../programme/index.ts';
import type { Answer } from '../assessment.ts';
import { questionsAsked } from './questions-asked.ts';

/** Something worth a second look that does not stop authorisation. */
export interface CompletenessWarning {
  readonly kind: 'not-applicable-without-comment' | 'section-not-applicable';
  readonly sectionId: string;
  /** Null when the warning is about the whole section. */
  readonly questionId: string | null;
  /** In words for the page. */
  readonly message: string;
}

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
  readonly warnings: readonly CompletenessWarning[];
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
    const progress = checkSection(section, awaited, given, instrument.notApplicableNeedsReason);
    return { ...progress, sectionId: section.id, isAsked: questions.length > 0 };
  });
  return {
    sections,
    done: sections.reduce((sum, section) => sum + section.done, 0),
    total: sections.reduce((sum, section) => sum + section.total, 0),
    missing: sections.flatMap((section) => section.missing),
    unexplained: sections.flatMap((section) => section.unexplained),
    warnings: sections.flatMap((section) => section.warnings),
  };
}

/** True when no question is missing. An assessment that asks nothing is never ready: its instrument is at fault. */
export function isReadyForAuthorisation(progress: Progress): boolean {
  return progress.total > 0 && progress.missing.length === 0;
}

function checkSection(
  section: Section,
  awaited: readonly Question[],
  given: ReadonlyMap<string, Answer>,
  needsReason: boolean,
): Progress {
  const answers = awaited.flatMap((question) => given.get(question.id) ?? []);
  const silent = answers.filter(lacksReason).map(({ questionId }) => questionId);
  const unexplained = needsReason ? silent : [];
  const ids = awaited.map(({ id }) => id);
  const missing = ids.filter((id) => !given.has(id) || unexplained.includes(id));
  return {
    done: ids.length - missing.length,
    total: ids.length,
    missing,
    unexplained,
    warnings: [
      ...(needsReason ? [] : silent.map((id) => unexplainedWarning(section, id))),
      ...(isAllNotApplicable(answers, ids.length) ? [withoutScoreWarning(section)] : []),
    ],
  };
}

function lacksReason({ value, comment }: Answer): boolean {
  return value.kind === 'not-applicable' && comment.trim() === '';
}

function isAllNotApplicable(answers: readonly Answer[], total: number): boolean {
  return total > 0 && answers.filter(({ value }) => value.kind === 'not-applicable').length === total;
}

function unexplainedWarning({ id: sectionId }: Section, questionId: string): CompletenessWarning {
  const message = `Question ${questionId} is marked not applicable with no comment to say why`;
  return { kind: 'not-applicable-without-comment', sectionId, questionId, message };
}

function withoutScoreWarning({ id: sectionId, title }: Section): CompletenessWarning {
  const message = `Every question in ${title} is marked not applicable, so the section will have no score`;
  return { kind: 'section-not-applicable', sectionId, questionId: null, message };
}
