import {
  type Instrument,
  type Question,
  type Section,
  scaleOf,
  sectionQuestions,
  sectionsFor,
} from '../../programme/index.ts';
import type { Answer } from '../assessment.ts';

/** Something worth a second look that does not stop authorisation. */
export interface CompletenessWarning {
  readonly kind: 'not-applicable-without-comment' | 'section-not-applicable';
  readonly sectionId: string;
  /** Null when the warning is about the whole section. */
  readonly questionId: string | null;
  /** In words for the page. */
  readonly message: string;
}

/** Counts of scored questions put to the care setting: `done` + missing = `total`; "not applicable" is done. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Ids of the questions without an answer, in the instrument's order. */
  readonly missing: readonly string[];
  readonly warnings: readonly CompletenessWarning[];
}

export interface SectionCompleteness extends Progress {
  readonly sectionId: string;
}

export interface Completeness extends Progress {
  readonly sections: readonly SectionCompleteness[];
}

/**
 * How far an assessment has come, by section that asks something of the care setting and as a whole. Context-only questions are welcome but never awaited.
 * Answers to questions outside the instrument or care setting are ignored here; `findAnswerProblems` names them.
 */
export function checkCompleteness(
  instrument: Instrument,
  careSetting: string,
  answers: readonly Answer[],
): Completeness {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  const sections = sectionsFor(instrument, careSetting).map((section) => {
    const awaited = sectionQuestions(section, careSetting).filter((question) => scaleOf(instrument, question).scored);
    return checkSection(section, awaited, given);
  });
  return {
    sections,
    done: sections.reduce((sum, section) => sum + section.done, 0),
    total: sections.reduce((sum, section) => sum + section.total, 0),
    missing: sections.flatMap((section) => section.missing),
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
): SectionCompleteness {
  const missing = awaited.filter((question) => !given.has(question.id)).map((question) => question.id);
  const answers = awaited.flatMap((question) => given.get(question.id) ?? []);
  return {
    sectionId: section.id,
    done: answers.length,
    total: awaited.length,
    missing,
    warnings: warningsOf(section, awaited.length, answers),
  };
}

function warningsOf(section: Section, total: number, answers: readonly Answer[]): readonly CompletenessWarning[] {
  const notApplicable = answers.filter((answer) => answer.value.kind === 'not-applicable');
  const unexplained = notApplicable.filter((answer) => answer.comment.trim() === '');
  const warnings = unexplained.map(
    ({ questionId }): CompletenessWarning => ({
      kind: 'not-applicable-without-comment',
      sectionId: section.id,
      questionId,
      message: `Question ${questionId} is marked not applicable with no comment to say why`,
    }),
  );
  if (total === 0 || notApplicable.length < total) {
    return warnings;
  }
  const message = `Every question in ${section.title} is marked not applicable, so the section will have no score`;
  return [...warnings, { kind: 'section-not-applicable', sectionId: section.id, questionId: null, message }];
}
