import { type Gate, type Instrument, type Question, type Section, scaleOf, type Theme } from '../../programme/index.ts';
import { findAnswerProblems, InvalidAnswersError } from '../answering/answer-problems.ts';
import { questionsAsked } from '../answering/questions-asked.ts';
import type { Answer, AnswerValue } from '../assessment.ts';
import { type LevelReached, levelReached } from './level-reached.ts';
import { optionReached } from './option-reached.ts';

/**
 * What stands behind a score, in scored questions that are asked (context-only questions are outside all four):
 * `applicable` = `answered` + `missing`, and `applicable` + `notApplicable` = the questions asked.
 * A score with `missing` above zero is provisional and is never shown without that count.
 */
export interface ScoreBasis {
  /** Questions answered with an option: the n of a section score. */
  readonly answered: number;
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
export interface LeftOut {
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
  readonly leftOut: readonly LeftOut[];
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
  const problems = findAnswerProblems(instrument, careSetting, answers);
  if (problems.length > 0) {
    throw new InvalidAnswersError(problems);
  }
  const asked = questionsAsked(instrument, careSetting, answers);
  const given = new Map(answers.map(({ questionId, value }) => [questionId, value]));
  const marking: Marking = { instrument, asked, given, closed: closedGates(instrument, asked, given) };
  const themes = instrument.themes.map((theme) => ({ weight: theme.weight, node: scoreTheme(marking, theme) }));
  const lacksOne = themes.some(({ node }) => node.applicable > 0 && node.score === null);
  return combine(marking, 'overall', 'overall', themes, { isComplete: !lacksOne });
}

interface Marking {
  readonly instrument: Instrument;
  readonly asked: ReadonlyMap<string, Question>;
  readonly given: ReadonlyMap<string, AnswerValue>;
  readonly closed: readonly Gate[];
}

interface WeighedNode extends Weighed {
  readonly node: ScoreNode;
}

function scoreTheme(marking: Marking, theme: Theme): ScoreNode {
  const sections = theme.sections
    .map((section) => ({ weight: section.weight, ...scoreSection(marking, section) }))
    .filter(({ answers }) => answers.length > 0);
  const terms =
    marking.instrument.scoring.theme === 'mean-of-answers' ? sections.flatMap(({ answers }) => answers) : sections;
  return combine(marking, 'theme', theme.id, sections, { terms });
}

function scoreSection(marking: Marking, section: Section): { node: ScoreNode; answers: WeighedNode[] } {
  const answers = section.questions
    .filter(({ id }) => marking.asked.has(id))
    .flatMap((question) => scoreQuestion(marking, question));
  return { node: combine(marking, 'section', section.id, answers), answers };
}

/** None where the question gives context only. */
function scoreQuestion({ instrument, given }: Marking, question: Question): WeighedNode[] {
  const scale = scaleOf(instrument, question);
  if (!scale.scored) {
    return [];
  }
  const value = given.get(question.id);
  const { score, reached } = mark(instrument, question, value);
  const node: ScoreNode = {
    level: 'question',
    id: question.id,
    score,
    answered: score === null ? 0 : 1,
    applicable: value?.kind === 'not-applicable' ? 0 : 1,
    notApplicable: value?.kind === 'not-applicable' ? 1 : 0,
    missing: value === undefined ? 1 : 0,
    sum: null,
    reached,
    parts: [],
  };
  return [{ weight: question.weight, node }];
}

/** What a question scores: as the option that was chosen, or the one whose level is reached. */
function mark(
  instrument: Instrument,
  question: Question,
  value: AnswerValue | undefined,
): Pick<ScoreNode, 'score' | 'reached'> {
  const reached = value?.kind === 'elements' ? levelReached(question.levels, value.met) : null;
  const option = reached?.option ?? optionReached(question, value);
  return { score: scaleOf(instrument, question).options.find(({ id }) => id === option)?.score ?? null, reached };
}

/** Gates of questions that were answered too low. A question that does not apply, or is not asked or not answered yet, closes none. */
function closedGates(instrument: Instrument, asked: Marking['asked'], given: Marking['given']): Gate[] {
  return instrument.scoring.gates.filter((gate) => {
    const question = asked.get(gate.question);
    const score = question === undefined ? null : mark(instrument, question, given.get(question.id)).score;
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
  const terms = parts.flatMap(({ weight, node }) =>
    node.score === null ? [] : [{ id: node.id, score: node.score, weight }],
  );
  const leftOut = parts.flatMap(({ node }): LeftOut[] =>
    node.score === null ? [{ id: node.id, because: node.missing > 0 ? 'missing' : 'not-applicable' }] : [],
  );
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
  const holding = closed.filter((gate) => gate.holds === id && gate.most < mean);
  return holding.sort((a, b) => a.most - b.most)[0] ?? null;
}

function basisOf(nodes: readonly ScoreBasis[]): ScoreBasis {
  const total = (count: (node: ScoreBasis) => number) => nodes.reduce((sum, node) => sum + count(node), 0);
  return {
    answered: total(({ answered }) => answered),
    applicable: total(({ applicable }) => applicable),
    notApplicable: total(({ notApplicable }) => notApplicable),
    missing: total(({ missing }) => missing),
  };
}
