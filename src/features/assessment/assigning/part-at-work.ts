import { type Instrument, scaleOf, sectionsFor } from '../../programme/index.ts';
import { checkCompleteness, givenAnswers, questionsAsked, type SavedAnswer, type Stamp } from '../../scoring/index.ts';
import type { AssessmentState } from '../assessment.ts';
import type { Takes } from '../settings/answers-in-effect.ts';
import { isGivenAway } from '../settings/standing.ts';

export interface QuestionAtWork {
  readonly id: string;
  readonly text: string;
  /** Whether the assessment cannot be sent to be signed without it. */
  readonly isAwaited: boolean;
  readonly isAnswered: boolean;
  /** Whether there are elements of levels to tick. */
  readonly hasLevels: boolean;
  /** The last save of its answer; null where there is none. */
  readonly saved: Stamp | null;
}

export interface SectionAtWork {
  readonly id: string;
  /** With its number. */
  readonly title: string;
  readonly themeId: string;
  readonly themeTitle: string;
  /** Who is best placed to answer it, as the questionnaire says. */
  readonly answeredBy: string;
  /** Where it is answered instead, as a list of sections says it; null where it is answered here. */
  readonly elsewhere: string | null;
  /** Those that are asked, as the answers stand. */
  readonly questions: readonly QuestionAtWork[];
}

/** One of the things that an organisation answers in a round: its assessment, that of one care setting, or what is answered once for all. */
export interface PartAtWork {
  readonly careSetting: string;
  /** As addresses name it; null where there is one alone, and for what is answered once. */
  readonly setting: string | null;
  /** What it is called beside others; null where there is one alone. */
  readonly label: string | null;
  /** False once it was sent to be signed. */
  readonly isAnswering: boolean;
  readonly sections: readonly SectionAtWork[];
}

export interface PartFacts {
  readonly careSetting: string;
  readonly setting: string | null;
  readonly label: string | null;
  readonly state: AssessmentState;
  readonly instrument: Instrument;
  readonly takes: readonly Takes[];
  readonly saved: readonly SavedAnswer[];
}

/** What there is to be done in one part of an assessment, and how far it has come. */
export function workOfPart({ careSetting, setting, label, state, instrument, takes, saved }: PartFacts): PartAtWork {
  const given = givenAnswers(saved);
  const asked = questionsAsked(instrument, careSetting, given);
  const missing = new Set(checkCompleteness(instrument, careSetting, given).missing);
  const answers = new Map(saved.map((answer) => [answer.questionId, answer]));
  const themes = new Map(instrument.themes.flatMap((theme) => theme.sections.map(({ id }) => [id, theme] as const)));
  const answered = new Set(given.map(({ questionId }) => questionId));
  return {
    careSetting,
    setting,
    label,
    isAnswering: !isGivenAway(state),
    sections: sectionsFor(instrument, careSetting).map((section) => ({
      id: section.id,
      title: `${section.number}. ${section.title}`,
      themeId: themes.get(section.id)?.id ?? '',
      themeTitle: themes.get(section.id)?.title ?? '',
      answeredBy: section.answeredBy,
      elsewhere: elsewhereOf(takes, section.id),
      questions: section.questions
        .filter(({ id }) => asked.has(id))
        .map((question) => ({
          id: question.id,
          text: question.text,
          isAwaited: scaleOf(instrument, question).scored,
          isAnswered: answered.has(question.id) && !missing.has(question.id),
          hasLevels: question.levels.length > 0,
          saved: answers.get(question.id)?.savedBy ?? null,
        })),
    })),
  };
}

function elsewhereOf(takes: readonly Takes[], sectionId: string): string | null {
  const take = takes.find(({ sectionIds }) => sectionIds.includes(sectionId));
  if (take === undefined) {
    return null;
  }
  return take.giver === null ? 'Answered once for all care settings' : `Taken from ${take.giver.name}`;
}

/** Minutes to read a question and choose: longer where the levels have things to tick. Ours, as nobody has measured it. */
const MINUTES = { plain: 2, levels: 5 };

/** About how long questions take, in minutes rounded up to five: what somebody is told who is asked to answer them. */
export function minutesFor(questions: readonly Pick<QuestionAtWork, 'hasLevels'>[]): number {
  const minutes = questions.reduce((sum, { hasLevels }) => sum + (hasLevels ? MINUTES.levels : MINUTES.plain), 0);
  return Math.ceil(minutes / 5) * 5;
}
