import { type Instrument, type Level, type Question, type Section, scaleOf } from '../programme/index.ts';
import { type Answer, optionReached, questionsAsked } from '../scoring/index.ts';

/** A question that keeps its section from a better score, and what the next level of it asks for. */
export interface HoldingBack {
  readonly question: Question;
  /** What it was answered with, and what comes after that, in the words of the scale. */
  readonly now: string;
  readonly next: string;
  /** What the next level looks like where it is reached; null where the questionnaire does not say. */
  readonly looksLike: string | null;
  /** Of the next level, what is not met yet; empty where it is not made of elements. */
  readonly unmet: Level['elements'];
}

/**
 * The questions of a section that were answered below the best there is, first those that cost its score most; of those that cost the same, in
 * the order of the questionnaire. What is not asked, not answered, not applicable or not scored holds nothing back. The order of the answers is
 * irrelevant.
 */
export function holdingBack(
  instrument: Instrument,
  careSetting: string,
  section: Section,
  answers: readonly Answer[],
): HoldingBack[] {
  const asked = questionsAsked(instrument, careSetting, answers);
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  return section.questions
    .filter(({ id }) => asked.has(id))
    .flatMap((question) => {
      const found = below(instrument, question, given.get(question.id));
      return found === null ? [] : [found];
    })
    .toSorted((one, other) => other.costs - one.costs)
    .map(({ costs: _, ...held }) => held);
}

function below(instrument: Instrument, question: Question, answer: Answer | undefined) {
  const { scored, options } = scaleOf(instrument, question);
  const reached = optionReached(question, answer?.value);
  const place = options.findIndex(({ id }) => id === reached);
  const [now, next, best] = [options[place], options[place + 1], options.at(-1)];
  if (!scored || now === undefined || next === undefined || best === undefined) {
    return null;
  }
  const met = new Set(answer?.value.kind === 'elements' ? answer.value.met : []);
  const level = question.levels.find(({ option }) => option === next.id) ?? null;
  return {
    question,
    now: now.label,
    next: next.label,
    looksLike: level?.looksLike ?? null,
    unmet: level?.elements.filter(({ id }) => !met.has(id)) ?? [],
    costs: (best.score - now.score) * question.weight,
  };
}
