import type { WrittenLetter } from '../../platform/written-letter.ts';
import { countOf, formatDate } from '../../views/format.ts';

export interface PollLetter {
  readonly to: string;
  readonly address: string;
  /** Who asks, by name. */
  readonly by: string;
  readonly organisation: string;
  readonly round: string;
  readonly questions: number;
  readonly runsUntil: string;
  /** May be empty. */
  readonly message: string;
  /** Whether somebody is written to again, with another link. */
  readonly isReminder: boolean;
}

/** What somebody is written who is asked for their view. The link stands before anything that was typed. */
export function pollLetter(letter: PollLetter): WrittenLetter {
  const { to, address, by, organisation, round, questions, runsUntil, message, isReminder } = letter;
  const asks = isReminder
    ? `The link by which ${organisation} asked for your view has not been used yet. This one takes its place:`
    : `${by} asks what you would answer, for ${organisation}, to ${countOf(questions, 'question')} of “${round}”. It takes a few minutes and needs no account:`;
  const text = [
    'Dear colleague,',
    ...(isReminder
      ? [asks, '{link}', `${by} asks for your answers to ${countOf(questions, 'question')} of “${round}”.`]
      : [asks, '{link}']),
    `The last day is ${formatDate(runsUntil)}. The link takes your answers once, so please do not pass it on.`,
    `Your answers are counted without your name. Only people of ${organisation} see what was answered, once the poll is closed, and only if at least five answered.`,
    ...(message === '' ? [] : [`${by} writes:`, message]),
    '',
  ].join('\n\n');
  return { to, subject: `${organisation} asks for your view`, text, link: address };
}
