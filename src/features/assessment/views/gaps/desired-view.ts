import { desirableLevels, type Instrument, type Question } from '../../../programme/index.ts';

/** What is offered to be reached by the next round, and what of it is chosen. */
export interface DesiredView {
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: string;
}

/** `chosen`: the id of an option, or whatever was posted in its place; empty where nobody says. Null where it is not asked. */
export function desiredView(instrument: Instrument, question: Question, chosen: string): DesiredView | null {
  const choices = desirableLevels(instrument, question).map(({ id, label }) => ({ value: id, label }));
  return choices.length === 0 ? null : { choices, chosen };
}

/** What is to be reached by the next round, as a person reads it; null where nobody says, or nobody is asked. */
export function desiredInWords(instrument: Instrument, question: Question, desired: string | null): string | null {
  return desirableLevels(instrument, question).find(({ id }) => id === desired)?.label ?? null;
}
