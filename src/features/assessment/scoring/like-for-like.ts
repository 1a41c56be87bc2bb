import {
  commonQuestions,
  type Instrument,
  type InstrumentLineage,
  type Question,
  questionsFor,
  scaleOf,
} from '../../programme/index.ts';
import type { Answer } from '../assessment.ts';
import { levelReached } from './level-reached.ts';
import { type AssessmentScore, scoreAssessment } from './score-assessment.ts';

/** What a round asked. */
export interface AskedRound {
  readonly instrument: Instrument;
  readonly careSetting: string;
}

/** What an organisation answered in one round. */
export interface RoundAnswers extends AskedRound {
  readonly answers: readonly Answer[];
}

/** Two rounds on the questions that both asked, and what became of the others. */
export interface LikeForLike {
  /** The earlier and the later answers, scored by the later instrument's method over the common questions alone. */
  readonly earlier: AssessmentScore;
  readonly later: AssessmentScore;
  /** Later questions that are comparable and were answered with a score in both rounds: these alone are scored. */
  readonly common: readonly Question[];
  /** Comparable, but not answered with a score in both rounds. */
  readonly unanswered: readonly Question[];
  /** Later questions that came from one put to the organisation then, and cannot be compared with it. */
  readonly changed: readonly Question[];
  /** Later questions that came from none, or from none put to it then. */
  readonly added: readonly Question[];
  /** Earlier questions put to it then of which no question put to it now came. */
  readonly dropped: readonly Question[];
}

/**
 * Scores two rounds of one organisation on what both asked it. The same set of questions and the same method stand on both sides, so a
 * difference comes from answers alone. Sections and themes without a common question have no score and count for nothing.
 */
export function likeForLike(lineage: InstrumentLineage, earlier: RoundAnswers, later: RoundAnswers): LikeForLike {
  return comparisonOf(lineage, earlier, later)(earlier.answers, later.answers);
}

/** The same for many organisations that were asked the same in both rounds: what does not depend on answers is worked out once. */
export function comparisonOf(
  lineage: InstrumentLineage,
  earlier: AskedRound,
  later: AskedRound,
): (before: readonly Answer[], now: readonly Answer[]) => LikeForLike {
  const pairs = commonQuestions(lineage, later, earlier);
  const compared = new Set(pairs.map((pair) => pair.later));
  const others = othersOf(lineage, { earlier, later, compared });
  const instrument = onlyWith(later.instrument, compared);
  return (before, now) => {
    const [scoredBefore, scoredNow] = [scoredAnswers(before), scoredAnswers(now)];
    const isCommon = (pair: (typeof pairs)[number]) =>
      scoredBefore.has(pair.earlier.id) && scoredNow.has(pair.later.id);
    const common = pairs.filter(isCommon);
    const unanswered = pairs.filter((pair) => !isCommon(pair)).map((pair) => pair.later);
    const leftOut = unanswered.map(
      ({ id }): Answer => ({ questionId: id, value: { kind: 'not-applicable' }, comment: '' }),
    );
    const score = (answers: readonly Answer[]) =>
      scoreAssessment(instrument, later.careSetting, [...answers, ...leftOut]);
    return {
      earlier: score(common.flatMap((pair) => asAnswerTo(pair.later, pair.earlier, scoredBefore.get(pair.earlier.id)))),
      later: score(common.flatMap((pair) => asAnswerTo(pair.later, pair.later, scoredNow.get(pair.later.id)))),
      common: common.map((pair) => pair.later),
      unanswered,
      ...others,
    };
  };
}

interface BothRounds {
  readonly earlier: AskedRound;
  readonly later: AskedRound;
  readonly compared: ReadonlySet<Question>;
}

function othersOf(
  { pairs }: InstrumentLineage,
  { earlier, later, compared }: BothRounds,
): Pick<LikeForLike, 'changed' | 'added' | 'dropped'> {
  const [putEarlier, putLater] = [scoredQuestions(earlier), scoredQuestions(later)];
  const asked = new Set(putEarlier);
  const origins = new Map(pairs.map(({ question, from }) => [question, from.filter((each) => asked.has(each))]));
  const hasOrigin = (question: Question) => (origins.get(question) ?? []).length > 0;
  const others = putLater.filter((question) => !compared.has(question));
  const taken = new Set(putLater.flatMap((question) => origins.get(question) ?? []));
  return {
    changed: others.filter(hasOrigin),
    added: others.filter((question) => !hasOrigin(question)),
    dropped: putEarlier.filter((question) => !taken.has(question)),
  };
}

function scoredQuestions({ instrument, careSetting }: AskedRound): Question[] {
  return questionsFor(instrument, careSetting).filter((question) => scaleOf(instrument, question).scored);
}

/** What was answered with a score, which "not applicable" does not have. */
function scoredAnswers(answers: readonly Answer[]): ReadonlyMap<string, Answer> {
  return new Map(
    answers.filter(({ value }) => value.kind !== 'not-applicable').map((answer) => [answer.questionId, answer]),
  );
}

/** The option that was chosen when it was asked, or whose level was reached by the elements of then. */
function asAnswerTo({ id }: Question, asked: Question, answer: Answer | undefined): Answer[] {
  if (answer === undefined) {
    return [];
  }
  const { value } = answer;
  const chosen =
    value.kind === 'elements'
      ? ({ kind: 'option', optionId: levelReached(asked.levels, value.met).option } as const)
      : value;
  return [{ ...answer, questionId: id, value: chosen }];
}

/**
 * The instrument with some of its questions, put to everybody, answered by an option and to be left out by anybody; what holds none of
 * them is gone.
 */
function onlyWith(instrument: Instrument, kept: ReadonlySet<Question>): Instrument {
  const themes = instrument.themes.map((theme) => ({
    ...theme,
    sections: theme.sections
      .map((section) => ({
        ...section,
        questions: section.questions
          .filter((each) => kept.has(each))
          .map((each) => ({ ...each, careSettings: [], levels: [], notApplicable: true })),
      }))
      .filter(({ questions }) => questions.length > 0),
  }));
  return { ...instrument, themes: themes.filter(({ sections }) => sections.length > 0) };
}
