import {
  commonQuestions,
  type Instrument,
  type InstrumentLineage,
  type Question,
  questionsFor,
  scaleOf,
} from '../programme/index.ts';
import type { Answer } from './answers/answer.ts';
import { questionsAsked } from './answers/questions-asked.ts';
import { optionReached } from './option-reached.ts';
import { type AssessmentScore, assessmentScorer } from './score-assessment.ts';

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
  /** Later questions that are comparable, and asked and answered with a score in both rounds: these alone are scored. */
  readonly common: readonly Question[];
  /** Comparable and asked in both rounds, but not answered with a score in both. */
  readonly unanswered: readonly Question[];
  /** Later questions that came from one asked of the organisation then, and cannot be compared with it. */
  readonly changed: readonly Question[];
  /** Later questions that came from none, or from none asked then. */
  readonly added: readonly Question[];
  /** Earlier questions asked then from which no question asked now came. */
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
  const scoresOf = assessmentScorer(
    onlyWith(later.instrument, new Set(pairs.map((pair) => pair.later))),
    later.careSetting,
  );
  const put = { earlier: putIn(earlier), later: putIn(later) };
  const othersOfAll = othersOf(lineage, scoredOf({ earlier, later }, put), pairs);
  return (before, now) => {
    const asked = {
      earlier: questionsAsked(earlier.instrument, earlier.careSetting, before),
      later: questionsAsked(later.instrument, later.careSetting, now),
    };
    const isAllAsked = asked.earlier.size === put.earlier.size && asked.later.size === put.later.size;
    const both = pairs.filter((pair) => asked.earlier.has(pair.earlier.id) && asked.later.has(pair.later.id));
    const [scoredBefore, scoredNow] = [scoredAnswers(before), scoredAnswers(now)];
    const common = both.filter(({ earlier: { id }, later: same }) => scoredBefore.has(id) && scoredNow.has(same.id));
    const [isCommon, isBoth] = [new Set(common), new Set(both)];
    const leftOut = pairs
      .filter((pair) => !isCommon.has(pair))
      .map((pair): Answer => ({ questionId: pair.later.id, value: { kind: 'not-applicable' }, comment: '' }));
    const score = (answers: readonly Answer[]) => scoresOf([...answers, ...leftOut]);
    return {
      earlier: score(common.flatMap((pair) => asAnswerTo(pair.later, pair.earlier, scoredBefore.get(pair.earlier.id)))),
      later: score(common.flatMap((pair) => asAnswerTo(pair.later, pair.later, scoredNow.get(pair.later.id)))),
      common: common.map((pair) => pair.later),
      unanswered: pairs.filter((pair) => isBoth.has(pair) && !isCommon.has(pair)).map((pair) => pair.later),
      ...(isAllAsked ? othersOfAll : othersOf(lineage, scoredOf({ earlier, later }, asked), both)),
    };
  };
}

type QuestionPair = ReturnType<typeof commonQuestions>[number];

/** One thing for each of two rounds. */
interface OfBoth<T> {
  readonly earlier: T;
  readonly later: T;
}

/** All that a round may ask, whatever is answered, by id. */
function putIn({ instrument, careSetting }: AskedRound): ReadonlyMap<string, Question> {
  return new Map(questionsFor(instrument, careSetting).map((question) => [question.id, question]));
}

function scoredOf(rounds: OfBoth<AskedRound>, asked: OfBoth<ReadonlyMap<string, Question>>): OfBoth<Question[]> {
  const scored = (of: keyof OfBoth<unknown>) =>
    [...asked[of].values()].filter((question) => scaleOf(rounds[of].instrument, question).scored);
  return { earlier: scored('earlier'), later: scored('later') };
}

/** What became of the scored questions that were asked, but for those that are compared. */
function othersOf(
  { pairs }: InstrumentLineage,
  { earlier, later }: OfBoth<readonly Question[]>,
  compared: readonly QuestionPair[],
): Pick<LikeForLike, 'changed' | 'added' | 'dropped'> {
  const asked = new Set(earlier);
  const origins = new Map(pairs.map(({ question, from }) => [question, from.filter((each) => asked.has(each))]));
  const hasOrigin = (question: Question) => (origins.get(question) ?? []).length > 0;
  const isCompared = new Set(compared.map((pair) => pair.later));
  const others = later.filter((question) => !isCompared.has(question));
  const taken = new Set(later.flatMap((question) => origins.get(question) ?? []));
  return {
    changed: others.filter(hasOrigin),
    added: others.filter((question) => !hasOrigin(question)),
    dropped: earlier.filter((question) => !taken.has(question)),
  };
}

/** What was answered with a score, which "not applicable" does not have. */
function scoredAnswers(answers: readonly Answer[]): ReadonlyMap<string, Answer> {
  return new Map(
    answers.filter(({ value }) => value.kind !== 'not-applicable').map((answer) => [answer.questionId, answer]),
  );
}

/** What it came to by the question that was asked then, as an answer to the one that is asked now. */
function asAnswerTo({ id }: Question, asked: Question, answer: Answer | undefined): Answer[] {
  const optionId = optionReached(asked, answer?.value);
  return answer === undefined || optionId === null
    ? []
    : [{ ...answer, questionId: id, value: { kind: 'option', optionId } }];
}

/**
 * The instrument with some of its questions, put to everybody, hanging on nothing, answered by an option and to be left out by anybody;
 * what holds none of them is gone.
 */
function onlyWith(instrument: Instrument, kept: ReadonlySet<Question>): Instrument {
  const themes = instrument.themes.map((theme) => ({
    ...theme,
    sections: theme.sections
      .map((section) => ({
        ...section,
        questions: section.questions
          .filter((each) => kept.has(each))
          .map((each) => ({ ...each, careSettings: [], when: null, levels: [], notApplicable: true })),
      }))
      .filter(({ questions }) => questions.length > 0),
  }));
  return { ...instrument, themes: themes.filter(({ sections }) => sections.length > 0) };
}
