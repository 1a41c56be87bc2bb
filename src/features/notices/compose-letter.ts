import type { WrittenLetter } from '../../platform/written-letter.ts';
import { letterTo } from '../identity/index.ts';
import { filledIn, type ProgrammeLetters } from '../programme/index.ts';

export interface ToldTo {
  readonly name: string;
  readonly email: string;
}

export interface ToldOf {
  readonly subject: string;
  readonly body: string;
}

/**
 * One letter that tells somebody of one thing or of several, in their order. `chooseAt`: where they choose when to be written to, as a
 * whole address.
 */
export function composeLetter(
  to: ToldTo,
  things: readonly ToldOf[],
  { letters, chooseAt }: { readonly letters: ProgrammeLetters; readonly chooseAt: string },
): WrittenLetter {
  const [only] = things;
  const end = `Choose when you get e-mails about your work: ${chooseAt}`;
  if (only !== undefined && things.length === 1) {
    return letterTo(to, only.subject, null, [only.body, end]);
  }
  const words = letters['several-at-once'];
  const known = { count: String(things.length) };
  const told = things.flatMap(({ subject, body }, index) => [`${index + 1}. ${subject}`, body]);
  return letterTo(to, filledIn(words.subject, known), null, [filledIn(words.text, known), ...told, end]);
}
