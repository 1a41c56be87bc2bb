import { UnknownValueError } from './api-problem.ts';

/** A filter that was given, and whether there is such a thing. */
export interface Check {
  readonly parameter: string;
  readonly isKnown: boolean;
  /** What it must be. */
  readonly detail: string;
}

/** Throws `UnknownValueError` naming every filter that names nothing: an empty list would look like an answer. */
export function refuseUnknown(checks: readonly (Check | null)[]): void {
  const faults = checks.filter((check) => check !== null && !check.isKnown).flatMap((check) => check ?? []);
  if (faults.length > 0) {
    throw new UnknownValueError(faults.map(({ parameter, detail }) => ({ parameter, detail })));
  }
}

/** Whether a filter is among the ids of the programme. */
export function checkAmong(
  parameter: string,
  value: string | undefined,
  known: readonly { readonly id: string }[],
): Check | null {
  const ids = known.map(({ id }) => id);
  return value === undefined
    ? null
    : { parameter, isKnown: ids.includes(value), detail: `must be one of: ${ids.join(', ')}` };
}

/** Whether a filter names something that was looked up. */
export function checkFound(parameter: string, value: string | undefined, found: unknown, noun: string): Check | null {
  return value === undefined
    ? null
    : { parameter, isKnown: found !== null, detail: `names no ${noun} of that day; see the list of them in this API` };
}
