import {
  type Instrument,
  type Section,
  scaleOf,
  sectionQuestions,
  sectionsOf,
  type Theme,
} from '../../programme/index.ts';
import { findAnswerProblems, InvalidAnswersError } from '../answering/answer-problems.ts';
import type { Answer, AnswerValue } from '../assessment.ts';
import { mean } from './mean.ts';

/**
 * What stands behind a score, in scored questions put to the care setting (context-only questions are outside all four):
 * `applicable` = `answered` + `missing`, and `applicable` + `notApplicable` = the questions put.
 * A score with `missing` above zero is provisional and is never shown without that count.
 */
export interface ScoreBasis {
  /** Questions answered with an option: the n of a section score. */
  readonly answered: number;
  readonly applicable: number;
  readonly notApplicable: number;
  readonly missing: number;
}

/** 0-100 at full precision, or null when no scored answer stands behind it. Null is never to be read as 0. */
export interface Scored extends ScoreBasis {
  readonly score: number | null;
}

export interface SectionScore extends Scored {
  readonly sectionId: string;
}

export interface ThemeScore extends Scored {
  readonly themeId: string;
}

/** A result that says how it was formed; the same instrument version and answers give the same JSON bytes. */
export interface AssessmentScore {
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly careSetting: string;
  /** Id and reader's sentence of the scoring method. */
  readonly method: string;
  readonly label: string;
  readonly sections: readonly SectionScore[];
  readonly themes: readonly ThemeScore[];
  readonly overall: Scored;
}

/** One section's evidence before any mean is taken. */
interface Marks {
  readonly section: Section;
  readonly scores: readonly number[];
  readonly notApplicable: number;
  readonly missing: number;
}

/**
 * Scores one organisation's answers by the method its instrument names (docs/scoring.md, with a worked example).
 *
 * - Section: unweighted mean of its scored answers; "not applicable" leaves the denominator; null when none is scored.
 * - Theme: mean of its sections that have a score, or of all its scored answers, as `instrument.scoring.theme` says.
 * - Overall: mean of the themes with an applicable question; null while one of those has no score, since a mean of two
 *   themes must not pass for a mean of three.
 *
 * Throws `InvalidAnswersError` for answers that do not fit the instrument and care setting. The order of answers is
 * irrelevant: sums run in the instrument's order.
 */
export function scoreAssessment(
  instrument: Instrument,
  careSetting: string,
  answers: readonly Answer[],
): AssessmentScore {
  const problems = findAnswerProblems(instrument, careSetting, answers);
  if (problems.length > 0) {
    throw new InvalidAnswersError(problems);
  }

  const marks = markSections(instrument, careSetting, answers);
  const themes = instrument.themes.map((theme) => scoreTheme(instrument, theme, marks));
  return {
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    careSetting,
    method: instrument.scoring.id,
    label: instrument.scoring.label,
    sections: marks.map((mark) => ({ sectionId: mark.section.id, score: mean(mark.scores), ...basisOf([mark]) })),
    themes,
    overall: { score: overallOf(themes), ...basisOf(marks) },
  };
}

function markSections(instrument: Instrument, careSetting: string, answers: readonly Answer[]): readonly Marks[] {
  const given = new Map(answers.map((answer) => [answer.questionId, answer.value]));
  return sectionsOf(instrument).map((section) => {
    const scorable = sectionQuestions(section, careSetting)
      .map((question) => ({ question, scale: scaleOf(instrument, question) }))
      .filter(({ scale }) => scale.scored);
    const values = scorable.map(({ question }) => given.get(question.id));
    const scores = scorable.flatMap(({ question, scale }) => {
      const option = scale.options.find(({ id }) => id === optionIdOf(given.get(question.id)));
      return option === undefined ? [] : [option.score];
    });
    const notApplicable = values.filter((value) => value?.kind === 'not-applicable').length;
    return { section, scores, notApplicable, missing: values.filter((value) => value === undefined).length };
  });
}

function optionIdOf(value: AnswerValue | undefined): string | undefined {
  return value?.kind === 'option' ? value.optionId : undefined;
}

function scoreTheme(instrument: Instrument, theme: Theme, allMarks: readonly Marks[]): ThemeScore {
  const marks = allMarks.filter((mark) => theme.sections.includes(mark.section));
  const score =
    instrument.scoring.theme === 'mean-of-answers'
      ? mean(marks.flatMap((mark) => mark.scores))
      : mean(marks.flatMap((mark) => mean(mark.scores) ?? []));
  return { themeId: theme.id, score, ...basisOf(marks) };
}

function overallOf(themes: readonly ThemeScore[]): number | null {
  const inPlay = themes.filter((theme) => theme.applicable > 0);
  const scores = inPlay.flatMap((theme) => theme.score ?? []);
  return scores.length === inPlay.length ? mean(scores) : null;
}

function basisOf(marks: readonly Marks[]): ScoreBasis {
  const answered = marks.reduce((sum, mark) => sum + mark.scores.length, 0);
  const missing = marks.reduce((sum, mark) => sum + mark.missing, 0);
  const notApplicable = marks.reduce((sum, mark) => sum + mark.notApplicable, 0);
  return { answered, applicable: answered + missing, notApplicable, missing };
}
