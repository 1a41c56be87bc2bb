import {
  type Gate,
  type Instrument,
  type Question,
  questionsFor,
  type Section,
  scaleOf,
  type Theme,
} from '../programme/index.ts';
import type { Answer, AnswerValue } from './answers/answer.ts';
import { answerProblemsOf, answersById, InvalidAnswersError } from './answers/answer-problems.ts';
import { unaskedOf } from './answers/questions-asked.ts';
import { type LevelReached, levelReached } from './level-reached.ts';
import { optionReached } from './option-reached.ts';

/**
 * What stands behind a score, in scored questions that are asked (context-only questions are outside all of it):
 * `applicable` = `answered` + `missing`, and `applicable` + `notApplicable` = the questions asked.
 * A score with `missing` above zero is provisional and is never shown without that count.
 */
export interface ScoreBasis {
  /** Questions answered with an option: the n of a section score. */
  readonly answered: number;
  /** Of these the ones whose answer says what it rests on; null where it was scored before that was counted. */
  readonly evidenced: number | null;
  readonly applicable: number;
  readonly notApplicable: number;
  readonly missing: number;
}

/** On the instrument's own scale at full precision, or null when no scored answer stands behind it. Null is never to be read as 0. */
export interface Scored extends ScoreBasis {
  readonly score: number | null;
}

/** One number of a sum, and how much it weighs there: an unweighted mean gives 1 to each. */
export interface Term {
  readonly id: string;
  readonly score: number;
  readonly weight: number;
}

/** What has no number in a sum. */
export interface OutsideSum {
  readonly id: string;
  readonly because: 'not-applicable' | 'missing';
}

/** A part of a sum, which may have no score. */
export interface Weighed {
  readonly weight: number;
  readonly node: Scored & { readonly id: string };
}

/** How a score came about: the weighted mean of its terms, held down where a gate is closed. */
export interface Sum {
  readonly terms: readonly Term[];
  readonly leftOut: readonly OutsideSum[];
  /** Null where the terms make no mean: there are none, or one is missing that must not be. */
  readonly mean: number | null;
  /** The gate that holds the score below that mean; null where none does. */
  readonly heldBy: Gate | null;
}

export type ScoreLevel = 'section' | 'theme' | 'overall';

/** A score with its arithmetic and the scores that it was made of. Questions have no parts: their score is that of the option or level. */
export interface ScoreNode extends Scored {
  readonly level: ScoreLevel | 'question';
  /** Id of the question, section or theme, or `overall`. */
  readonly id: string;
  /** Null for a question. */
  readonly sum: Sum | null;
  /** Of a question that is answered by the elements of its levels, which level that makes; null for anything else. */
  readonly reached: LevelReached | null;
  /** In the order of the instrument, context-only questions left out. */
  readonly parts: readonly ScoreNode[];
}

/**
 * Scores one organisation's answers by the method its instrument names, with the sum at every step (docs/scoring.md has a worked
 * example).
 *
 * - Question: the score of its option, or of the level that its elements reach.
 * - What is not asked of the organisation, for its care setting or for what it answered elsewhere, is not there, answered or not.
 * - Section: weighted mean of its scored answers; "not applicable" leaves the denominator; null when none is scored. One of which no
 *   scored question is asked is not there.
 * - Theme: weighted mean of its sections that have a score, or of all its scored answers, as `instrument.scoring.theme` says.
 * - Overall: weighted mean of the themes with an applicable question; null while one of those has no score, since a mean of two
 *   themes must not pass for a mean of three.
 * - A gate whose question is answered below its mark holds what it is for down to its most.
 *
 * Throws `InvalidAnswersError` for answers that do not fit the instrument and care setting. The order of answers is
 * irrelevant: sums run in the instrument's order.
 */
export function scoreTree(instrument: Instrument, careSetting: string, answers: readonly Answer[]): ScoreNode {
  return treeScorer(instrument, careSetting)(answers);
}

/** The same for many sets of answers: what does not depend on them is worked out once. */
export function treeScorer(instrument: Instrument, careSetting: string): (answers: readonly Answer[]) => ScoreNode {
  const problemsIn = answerProblemsOf(instrument, careSetting);
  const put = questionsFor(instrument, careSetting);
  const unaskedBy = unaskedOf(put);
  const marked = markedThemes(instrument, put);
  return (answers) => {
    const given = answersById(answers);
    const problems = problemsIn(answers, given);
    if (problems.length > 0) {
      throw new InvalidAnswersError(problems);
    }
    const marking: Marking = { instrument, unasked: unaskedBy(given), given, closed: [] };
    const scoring = { ...marking, closed: closedGates(marking, marked) };
    const themes = marked.map((theme) => ({ weight: theme.weight, node: scoreTheme(scoring, theme) }));
    const lacksOne = themes.some(({ node }) => node.applicable > 0 && node.score === null);
    return combine(scoring, 'overall', 'overall', themes, { isComplete: !lacksOne });
  };
}

/** A question that scores, with what it comes to by an answer. */
interface Marked {
  readonly id: string;
  readonly weight: number;
  readonly mark: (value: AnswerValue | undefined) => Pick<ScoreNode, 'score' | 'reached'>;
}

interface MarkedSection extends Pick<Section, 'id' | 'weight'> {
  readonly questions: readonly Marked[];
}

interface MarkedTheme extends Pick<Theme, 'id' | 'weight'> {
  readonly sections: readonly MarkedSection[];
}

/** The themes of an instrument with those of these questions that score. */
function markedThemes(instrument: Instrument, put: readonly Question[]): MarkedTheme[] {
  const isPut = new Set(put);
  return instrument.themes.map(({ id, weight, sections }) => ({
    id,
    weight,
    sections: sections.map((section) => ({
      id: section.id,
      weight: section.weight,
      questions: section.questions
        .filter((question) => isPut.has(question) && scaleOf(instrument, question).scored)
        .map((question) => ({ id: question.id, weight: question.weight, mark: markOf(instrument, question) })),
    })),
  }));
}

/** What a question scores: as the option that was chosen, or the one whose level is reached. */
function markOf(instrument: Instrument, question: Question): Marked['mark'] {
  const marks = new Map(scaleOf(instrument, question).options.map(({ id, score }) => [id, { score, reached: null }]));
  const none = { score: null, reached: null };
  return (value) => {
    if (value?.kind !== 'elements') {
      return marks.get(optionReached(question, value) ?? '') ?? none;
    }
    const reached = levelReached(question.levels, value.met);
    return { score: marks.get(reached.option)?.score ?? null, reached };
  };
}

interface Marking {
  readonly instrument: Instrument;
  /** Ids of questions that are not asked by these answers. */
  readonly unasked: ReadonlySet<string>;
  readonly given: ReadonlyMap<string, Answer>;
  readonly closed: readonly Gate[];
}

interface WeighedNode extends Weighed {
  readonly node: ScoreNode;
}

function scoreTheme(marking: Marking, theme: MarkedTheme): ScoreNode {
  const sections = theme.sections
    .map((section) => ({ weight: section.weight, ...scoreSection(marking, section) }))
    .filter(({ answers }) => answers.length > 0);
  const terms =
    marking.instrument.scoring.theme === 'mean-of-answers' ? sections.flatMap(({ answers }) => answers) : sections;
  return combine(marking, 'theme', theme.id, sections, { terms });
}

function scoreSection(marking: Marking, { id, questions }: MarkedSection): { node: ScoreNode; answers: WeighedNode[] } {
  const asked = marking.unasked.size === 0 ? questions : questions.filter((each) => !marking.unasked.has(each.id));
  const answers = asked.map((question) => ({ weight: question.weight, node: scoreQuestion(marking, question) }));
  return { node: combine(marking, 'section', id, answers), answers };
}

function scoreQuestion({ given }: Marking, { id, mark }: Marked): ScoreNode {
  const answer = given.get(id);
  const value = answer?.value;
  const { score, reached } = mark(value);
  return {
    level: 'question',
    id,
    score,
    answered: score === null ? 0 : 1,
    evidenced: score !== null && answer?.isEvidenced === true ? 1 : 0,
    applicable: value?.kind === 'not-applicable' ? 0 : 1,
    notApplicable: value?.kind === 'not-applicable' ? 1 : 0,
    missing: value === undefined ? 1 : 0,
    sum: null,
    reached,
    parts: noParts,
  };
}

const noParts = [] as const;

/** Gates of questions that were answered too low. A question that does not apply, or is not asked or not answered yet, closes none. */
function closedGates({ instrument, unasked, given }: Marking, themes: readonly MarkedTheme[]): Gate[] {
  return instrument.scoring.gates.filter((gate) => {
    const question = themes
      .flatMap(({ sections }) => sections.flatMap(({ questions }) => questions))
      .find(({ id }) => id === gate.question && !unasked.has(id));
    const score = question?.mark(given.get(question.id)?.value).score ?? null;
    return score !== null && score < gate.below;
  });
}

interface Combining {
  /** What the sum runs over, where that is not the parts themselves. */
  readonly terms?: readonly WeighedNode[];
  /** False where a part is missing without which there is no score. */
  readonly isComplete?: boolean;
}

function combine(
  { closed }: Marking,
  level: ScoreLevel,
  id: string,
  parts: readonly WeighedNode[],
  { terms: weighed = parts, isComplete = true }: Combining = {},
): ScoreNode {
  const sum = sumOf(weighed, isComplete, (mean) => lowestOf(closed, id, mean));
  const nodes = parts.map(({ node }) => node);
  return { level, id, score: sum.heldBy?.most ?? sum.mean, ...basisOf(nodes), sum, reached: null, parts: nodes };
}

/** The sum over parts. `isComplete` is false where one is missing without which there is no score; `gateBelow` finds the gate that holds it below its mean, if one does. */
export function sumOf(parts: readonly Weighed[], isComplete: boolean, gateBelow: (mean: number) => Gate | null): Sum {
  const terms: Term[] = [];
  const leftOut: OutsideSum[] = [];
  for (const { weight, node } of parts) {
    if (node.score === null) {
      leftOut.push({ id: node.id, because: node.missing > 0 ? 'missing' : 'not-applicable' });
    } else {
      terms.push({ id: node.id, score: node.score, weight });
    }
  }
  const mean = isComplete ? weightedMean(terms) : null;
  return { terms, leftOut, mean, heldBy: mean === null ? null : gateBelow(mean) };
}

/** Adds in the order given, so that the same answers come to the same number to the last bit. */
function weightedMean(terms: readonly Term[]): number | null {
  let total = 0;
  let weights = 0;
  for (const { score, weight } of terms) {
    total += score * weight;
    weights += weight;
  }
  return weights === 0 ? null : total / weights;
}

function lowestOf(closed: readonly Gate[], id: string, mean: number): Gate | null {
  return closed.reduce<Gate | null>(
    (lowest, gate) =>
      gate.holds === id && gate.most < mean && (lowest === null || gate.most < lowest.most) ? gate : lowest,
    null,
  );
}

function basisOf(nodes: readonly ScoreBasis[]): ScoreBasis {
  const basis = { answered: 0, evidenced: 0, applicable: 0, notApplicable: 0, missing: 0 };
  for (const { answered, evidenced, applicable, notApplicable, missing } of nodes) {
    basis.answered += answered;
    basis.evidenced += evidenced ?? 0;
    basis.applicable += applicable;
    basis.notApplicable += notApplicable;
    basis.missing += missing;
  }
  return basis;
}
