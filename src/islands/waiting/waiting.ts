import { KEPT_DAYS, saysTheSame, type TypedValues } from '../typed.ts';

/** Why an answer waits for its writer and is not sent by itself any more. */
export type HeldBecause =
  /** Somebody else has changed it meanwhile. */
  | 'changed'
  /** It cannot be answered here any more: sent to be signed, signed, or answered elsewhere. */
  | 'locked'
  /** It could not then, and can be again: its writer decides whether it still holds. */
  | 'open again'
  /** Something has to be put right first. */
  | 'wrong'
  /** Its writer may not answer it any more, or it is not asked. */
  | 'refused';

/** An answer to one question that is not known to be stored. */
export interface Waiting {
  /** The fields of the question as its writer left them, but for the revision. */
  readonly said: TypedValues;
  /** The revision that it was typed over, as its page has it. */
  readonly over: string;
  /** What was sent over the same revision without it being known whether it arrived; null where nothing was. */
  readonly sent: TypedValues | null;
  /** When it was first typed, in milliseconds since 1970. */
  readonly since: number;
  readonly held: HeldBecause | null;
  /** The question and the answer, to be read. */
  readonly question: string;
  readonly answer: string;
}

/** One question of a page as its form has it. */
export interface TypedAnswer extends Pick<Waiting, 'said' | 'over' | 'question' | 'answer'> {
  /** What the form said before anything was typed; null where that is not what is stored. */
  readonly served: TypedValues | null;
}

export type Outcome =
  /** Stored, now or before; `over`: its revision, null where nothing had to be stored. */
  | { readonly kind: 'taken'; readonly over: string | null }
  | { readonly kind: 'held'; readonly held: HeldBecause }
  /** No answer, or none that tells. */
  | { readonly kind: 'unknown' };

/** True where two answers say the same. */
export function isSameAnswer(one: TypedValues, other: TypedValues): boolean {
  return saysTheSame(one, other, new Set());
}

/** What waits once somebody has typed: null where the question says again what is stored, and nothing else is under way. */
export function afterTyping(before: Waiting | null, { served, ...typed }: TypedAnswer, now: number): Waiting | null {
  const sent = before?.over === typed.over ? before.sent : null;
  if (served !== null && sent === null && isSameAnswer(typed.said, served)) {
    return null;
  }
  return { ...typed, sent, since: before?.since ?? now, held: null };
}

/**
 * What is to be sent next, over the revision that it was typed over; null where nothing is. What may have arrived is sent again before
 * anything newer, so that what became of it is known and no clash with oneself comes of it.
 */
export function nextToSend({ held, sent, said }: Waiting): TypedValues | null {
  return held === null ? (sent ?? said) : null;
}

/** As it waits from the moment at which it is sent. */
export function whenSent(waiting: Waiting, sent: TypedValues): Waiting {
  return { ...waiting, sent };
}

/**
 * What still waits once this was sent and answered: nothing where it is stored, the newer text where something else was typed meanwhile.
 * `waiting` is what waits now. An answer to what was typed over another revision says nothing of it.
 */
export function afterAnswer(
  waiting: Waiting | null,
  { said, over }: Pick<Waiting, 'said' | 'over'>,
  outcome: Outcome,
): Waiting | null {
  if (waiting === null || waiting.over !== over || outcome.kind === 'unknown') {
    return waiting;
  }
  const isLatest = isSameAnswer(waiting.said, said);
  if (outcome.kind === 'taken') {
    return isLatest ? null : { ...waiting, over: outcome.over ?? over, sent: null };
  }
  // What is newer has a try of its own.
  return { ...waiting, sent: null, held: isLatest ? outcome.held : null };
}

/**
 * What waits when the form of its question comes again: null where that says the same, which is then stored. What could not be answered
 * for a while is sent by whoever looks at it, not by itself.
 */
export function whenServed(waiting: Waiting, served: TypedValues): Waiting | null {
  if (isSameAnswer(waiting.said, served)) {
    return null;
  }
  const isOpenAgain = waiting.held === 'locked' || waiting.held === 'refused';
  return isOpenAgain ? { ...waiting, held: 'open again' } : waiting;
}

/** True for what has waited so long that it is forgotten. */
export function hasWaitedTooLong({ since }: Pick<Waiting, 'since'>, now: number): boolean {
  return now > forgottenAt(since);
}

/** When an answer is forgotten that waits since then. */
export function forgottenAt(since: number): number {
  return since + KEPT_DAYS * 24 * 60 * 60 * 1000;
}
