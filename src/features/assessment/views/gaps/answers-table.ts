import { tableOf } from '../../../../platform/csv-table.ts';
import { type Instrument, type Question, type Section, scaleOf, sectionsFor } from '../../../programme/index.ts';
import {
  classOfAnswer,
  givenAnswers,
  type LevelGap,
  levelGaps,
  optionReached,
  questionsAsked,
  type SavedAnswer,
} from '../../../scoring/index.ts';
import { answerInWords, optionLabel } from '../answer-words.ts';

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Who submitted, and with whose answers to which sections; null where all were its own. */
interface Submitter {
  readonly organisation: Named;
  readonly sentWith: { readonly giver: Named; readonly sectionIds: readonly string[] } | null;
}

/** All that an organisation said to one question. */
export interface AnswerLine {
  readonly instrument: Instrument;
  readonly section: Section;
  readonly question: Question;
  /** Undefined where nothing was ever saved. */
  readonly saved: SavedAnswer | undefined;
  /** Undefined where no desired level is given. */
  readonly gap: LevelGap | undefined;
  /** Whose answer it is: the organisation's own, or that of another of its group. */
  readonly answeredBy: Named;
}

/** Every question that was asked of an organisation, in the instrument's order. */
export function answerLines(
  instrument: Instrument,
  careSetting: string,
  saved: readonly SavedAnswer[],
  { organisation, sentWith }: Submitter,
): AnswerLine[] {
  const answers = new Map(saved.map((answer) => [answer.questionId, answer]));
  const gaps = new Map(levelGaps(instrument, careSetting, saved).map((gap) => [gap.question.id, gap]));
  const asked = questionsAsked(instrument, careSetting, givenAnswers(saved));
  return sectionsFor(instrument, careSetting).flatMap((section) =>
    section.questions
      .filter(({ id }) => asked.has(id))
      .map((question) => ({
        instrument,
        section,
        question,
        saved: answers.get(question.id),
        gap: gaps.get(question.id),
        answeredBy: sentWith?.sectionIds.includes(section.id) === true ? sentWith.giver : organisation,
      })),
  );
}

/** They as a file. A cell is empty where nothing was said. */
export const answersTable = tableOf<AnswerLine>([
  ['section', ({ section }) => `${section.number}. ${section.title}`],
  ['question_id', ({ question }) => question.id],
  ['question', ({ question: { title, text } }) => (title === null ? text : `${title}: ${text}`)],
  [
    'answer',
    ({ instrument, question, saved }) => (isGiven(saved) ? answerInWords(instrument, question, saved.value) : null),
  ],
  ['score', scoreOf],
  [
    'desired',
    ({ instrument, question, gap }) => (gap === undefined ? null : optionLabel(instrument, question, gap.desired)),
  ],
  ['gap_levels', ({ gap }) => gap?.levels ?? null],
  ['class', ({ saved }) => (isGiven(saved) && saved.value?.kind !== 'not-applicable' ? classOfAnswer(saved) : null)],
  ['note', ({ saved }) => saved?.comment ?? null],
  ['answered_by_code', ({ saved, answeredBy }) => (saved === undefined ? null : answeredBy.code)],
  ['answered_by_name', ({ saved, answeredBy }) => (saved === undefined ? null : answeredBy.name)],
]);

function isGiven(saved: SavedAnswer | undefined): saved is SavedAnswer {
  return saved !== undefined && saved.value !== null;
}

/** Null where the question gives context, or was not answered with anything that scores. */
function scoreOf({ instrument, question, saved }: AnswerLine): number | null {
  const { scored, options } = scaleOf(instrument, question);
  const reached = optionReached(question, saved?.value ?? undefined);
  return scored ? (options.find(({ id }) => id === reached)?.score ?? null) : null;
}
