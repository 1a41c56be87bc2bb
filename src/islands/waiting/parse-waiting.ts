import { isListOfPairs, isMoment } from '../parse-typed.ts';
import type { HeldBecause, Waiting } from './waiting.ts';

const reasons: readonly unknown[] = [
  'changed',
  'locked',
  'open again',
  'wrong',
  'refused',
  null,
] satisfies (HeldBecause | null)[];

/** What was read from a browser's storage, where anything may stand: null for whatever is no answer that waits. */
export function parseWaiting(stored: unknown): Waiting | null {
  return isWaiting(stored) ? stored : null;
}

function isWaiting(stored: unknown): stored is Waiting {
  if (typeof stored !== 'object' || stored === null) {
    return false;
  }
  const { said, over, sent, since, held, question, answer }: Partial<Record<keyof Waiting, unknown>> = stored;
  return (
    isListOfPairs(said) &&
    (sent === null || isListOfPairs(sent)) &&
    [over, question, answer].every((each) => typeof each === 'string') &&
    isMoment(since) &&
    reasons.includes(held)
  );
}
