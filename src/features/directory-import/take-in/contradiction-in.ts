import { dayBefore } from '../../../platform/days.ts';
import type { Closing, Difference, OrganisationHistory, OrganisationObservation } from '../../directory/index.ts';

/** What the directory knows besides histories, against which a file may speak. */
export interface KnownClosings {
  /** Successions on record by which the holder of a code came to its end. */
  readonly closings: readonly Closing[];
  /** Codes that may be opened again against them: somebody has decided so. */
  readonly reopened: ReadonlySet<string>;
}

/**
 * Where a file says of somebody's end what cannot be taken in: nothing is changed, and the difference tells why. Null where it
 * can be taken in. `day` is that of the file.
 */
export function contradictionIn(
  observation: OrganisationObservation,
  holders: readonly OrganisationHistory[],
  known: KnownClosings,
  day: string,
): Difference[] | null {
  const last = holders.flatMap(({ lives }) => lives).at(-1);
  if (observation.isClosedWithoutDay === true) {
    return ofEndWithoutDay(observation, last ?? null, day);
  }
  return last === undefined ? null : ofReopening(observation, last.endedOn, known, day);
}

function ofEndWithoutDay(
  { code, name, row }: OrganisationObservation,
  last: { readonly endedOn: string | null } | null,
  day: string,
): Difference[] {
  const told = { code, name, after: 'closed, on a day that is not said', isPast: false, row };
  if (last === null) {
    return [{ ...told, kind: 'not-added', before: '' }];
  }
  const isOpen = last.endedOn === null || last.endedOn > day;
  return isOpen ? [{ ...told, kind: 'contradicted', before: 'open' }] : [];
}

function ofReopening(
  { code, name, openedOn, closedOn, row }: OrganisationObservation,
  endedOn: string | null,
  { closings, reopened }: KnownClosings,
  day: string,
): Difference[] | null {
  const closing = closings.findLast((each) => each.code === code && each.on <= day);
  const hasEnded = endedOn !== null && endedOn <= day;
  if (closing === undefined || !hasEnded || closedOn !== null || reopened.has(code)) {
    return null;
  }
  // Opened after the end, it is there again, and nobody says that it never ended.
  if (openedOn !== null && openedOn >= endedOn) {
    return null;
  }
  const after = closing.successors.length === 0 ? 'nobody' : closing.successors.join(', ');
  const before = `ended on ${dayBefore(endedOn)}; ${after} in its place from ${closing.on}`;
  return [{ kind: 'contradicted', code, name, before, after: `open on ${day}`, isPast: false, row }];
}
