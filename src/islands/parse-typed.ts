import type { Typed } from './typed.ts';

/** Latest moment that a date can say, in milliseconds since 1970. */
const LATEST = 8.64e15;
const states: readonly unknown[] = ['typed', 'sent', 'uncertain'] satisfies Typed['state'][];

/** What was read from a browser's storage, where anything may stand: null for whatever is not what the script of today keeps. */
export function parseTyped(stored: unknown): Typed | null {
  return isTyped(stored) ? stored : null;
}

function isTyped(stored: unknown): stored is Typed {
  if (typeof stored !== 'object' || stored === null) {
    return false;
  }
  const { values, served, texts, page, target, at, state }: Partial<Record<keyof Typed, unknown>> = stored;
  return (
    [values, served, texts].every(isListOfPairs) &&
    typeof page === 'string' &&
    typeof target === 'string' &&
    isMoment(at) &&
    states.includes(state)
  );
}

/** True for milliseconds since 1970 that a date can say. */
export function isMoment(at: unknown): boolean {
  return typeof at === 'number' && Math.abs(at) <= LATEST;
}

/** True for fields with their values. */
export function isListOfPairs(list: unknown): boolean {
  return Array.isArray(list) && list.every(isPair);
}

function isPair(pair: unknown): boolean {
  return Array.isArray(pair) && pair.length === 2 && pair.every((each) => typeof each === 'string');
}
