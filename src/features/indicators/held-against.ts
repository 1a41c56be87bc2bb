import { dayAfter, firstOfMonth } from '../../platform/days.ts';
import { formatDate } from '../../views/format.ts';
import { type Instrument, type ProgrammePack, sectionsOf } from '../programme/index.ts';
import { type AnswerRevision, optionReached } from '../scoring/index.ts';
import type { Figure } from './figure.ts';

export type Indicator = ProgrammePack['indicators'][number];

/** What figures say about the answers to one question: with which options they agree and conflict. */
export interface FigureOnQuestion {
  readonly questionId: string;
  readonly agrees: readonly string[];
  readonly conflicts: readonly string[];
  /** What is asked where an answer conflicts, with the figure. */
  readonly asks: string;
}

/**
 * What is on record about an organisation, held against the questions of an instrument. Of each indicator the latest figure that is not
 * too old on the day; a suppressed one says nothing.
 *
 * @param figures of the organisation, by the id of their indicator
 * @param day an ISO date
 */
export function figuresOnQuestions(
  indicators: readonly Indicator[],
  figures: ReadonlyMap<string, readonly Figure[]>,
  instrumentId: string,
  day: string,
): FigureOnQuestion[] {
  return indicators.flatMap((indicator) => {
    const figure = latestFigure(figures.get(indicator.id) ?? [], indicator, day);
    const { value = null } = figure ?? {};
    return figure === null || value === null
      ? []
      : indicator.bearsOn
          .filter(({ instrument, where }) => instrument === instrumentId && where.includes(value))
          .map(({ question, agrees, conflicts, asks }) => ({
            questionId: question,
            agrees,
            conflicts,
            asks: `${indicator.title}, ${periodInWords(figure)}: ${valueInWords(indicator, value)}. ${asks}`,
          }));
  });
}

/** The questions of which the answer is one that a figure bears out. */
export function observedQuestions(
  instrument: Instrument,
  figures: readonly FigureOnQuestion[],
  answers: readonly Pick<AnswerRevision, 'questionId' | 'value'>[],
): ReadonlySet<string> {
  if (figures.length === 0) {
    return new Set();
  }
  const questions = new Map(
    sectionsOf(instrument).flatMap((section) => section.questions.map((each) => [each.id, each])),
  );
  const borneOut = answers.filter(({ questionId, value }) => {
    const question = questions.get(questionId);
    const option = question === undefined ? null : optionReached(question, value ?? undefined);
    const here = figures.filter((figure) => figure.questionId === questionId);
    // Where two figures differ, neither bears the answer out.
    return (
      option !== null &&
      here.some(({ agrees }) => agrees.includes(option)) &&
      !here.some(({ conflicts }) => conflicts.includes(option))
    );
  });
  return new Set(borneOut.map(({ questionId }) => questionId));
}

function latestFigure(figures: readonly Figure[], { holdsMonths }: Indicator, day: string): Figure | null {
  const known = figures.filter(({ to }) => to <= day && day < firstOfMonth(to, holdsMonths + 1));
  return known.toSorted((one, other) => (one.to < other.to ? 1 : -1))[0] ?? null;
}

/** The label of a word, and a number with its unit; a word that the indicator does not know stands as it was published. */
export function valueInWords({ values, unit }: Pick<Indicator, 'values' | 'unit'>, value: string): string {
  const label = values.find(({ id }) => id === value)?.label ?? value;
  return unit === null ? label : `${label}${unit.startsWith('%') ? '' : ' '}${unit}`;
}

/** `1 October 2024`, of whole months `April 2023 to March 2024`, of any other time its two days. */
export function periodInWords({ from, to }: Pick<Figure, 'from' | 'to'>): string {
  if (from === to) {
    return formatDate(to);
  }
  const isOfMonths = from.endsWith('-01') && dayAfter(to).endsWith('-01');
  const [first, last] = [from, to].map((day) => (isOfMonths ? formatDate(day).replace(/^\d+ /, '') : formatDate(day)));
  return first === last ? String(last) : `${first} to ${last}`;
}
