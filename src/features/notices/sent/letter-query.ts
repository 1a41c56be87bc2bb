import { type PostedForm, textOf } from '../../../platform/forms/posted-form.ts';

export const letterStates = ['failed', 'queued', 'sent'] as const;
export type LetterState = (typeof letterStates)[number];

export const letterStateLabels: Readonly<Record<LetterState, string>> = {
  failed: 'Not delivered',
  queued: 'Waiting',
  sent: 'Sent',
};

/** Which letters are shown. */
export interface LetterQuery {
  /** Part of a name or an e-mail address; empty for everybody. */
  readonly find: string;
  readonly state: LetterState | null;
  /** Only letters older than the one of this id; null from the newest. */
  readonly before: string | null;
}

const LONGEST = 100;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads what an address asks for; what it cannot mean counts as not asked. */
export function readLetterQuery(query: PostedForm): LetterQuery {
  const before = textOf(query, 'before');
  return {
    find: textOf(query, 'find').slice(0, LONGEST).toWellFormed().replaceAll('\0', '').trim(),
    state: letterStates.find((each) => each === textOf(query, 'state')) ?? null,
    before: readLetterId(before),
  };
}

/** A letter as those see it who run the programme. */
export interface ListedLetter {
  readonly letterId: string;
  readonly email: string;
  /** Null where nobody has this address any more. */
  readonly name: string | null;
  readonly subject: string;
  readonly body: string;
  /** Whether a line `{link}` in it was typed by somebody: no letter that tells of work has a link that opens an account. */
  readonly isLinkTyped: boolean;
  readonly state: LetterState;
  /** What the mail server said when it did not take the letter. */
  readonly failure: string;
  readonly writtenAt: Date;
  readonly settledAt: Date | null;
}

const linkLine = /^\{link\}$/gm;

/** Whether a letter that is settled had a link that opens an account, which is forgotten by then. */
export function isLinkGone({ body, isLinkTyped }: Pick<ListedLetter, 'body' | 'isLinkTyped'>): boolean {
  return !isLinkTyped && body.search(linkLine) >= 0;
}

/** The id of a letter in an address; null for what cannot be one. */
export function readLetterId(text: string): string | null {
  return id.test(text) ? text : null;
}

/** The text of a letter without what would open an account. */
export function textToShow({ body, isLinkTyped }: Pick<ListedLetter, 'body' | 'isLinkTyped'>): string {
  return (isLinkTyped ? body : body.replaceAll(linkLine, '(a link that only its reader has)')).trim();
}
