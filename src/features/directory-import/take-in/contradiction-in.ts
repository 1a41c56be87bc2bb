import { dayBefore } from '../../../platform/days.ts';
import {
  type Closing,
  type Difference,
  isSameText,
  type Life,
  type OrganisationHistory,
  type OrganisationObservation,
} from '../../register/index.ts';
import type { Contradiction } from '../contradictions/contradiction.ts';

/** What the directory knows besides histories, against which a file may speak. */
export interface KnownClosings {
  /** Successions on record by which the holder of a code came to its end. */
  readonly closings: readonly Closing[];
  /** Codes that may be opened again against them: somebody has decided so. */
  readonly reopened: ReadonlySet<string>;
  /** The regions that organisations lie in, by organisation id, for a file that is a copy; absent for others. */
  readonly regions?: ReadonlyMap<string, readonly string[]>;
}

/** What is told of an observation that is not taken in. */
export interface LeftOut {
  readonly differences: readonly Difference[];
  /** Null where there is nothing to decide. */
  readonly contradiction: Contradiction | null;
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
): LeftOut | null {
  const last = holders.flatMap(({ lives }) => lives).at(-1);
  if (observation.isClosedWithoutDay === true) {
    return ofEndWithoutDay(observation, last ?? null, day);
  }
  return last === undefined ? null : ofReopening(observation, last, known, day);
}

function ofEndWithoutDay(observation: OrganisationObservation, last: Life | null, day: string): LeftOut {
  const { code, name, row } = observation;
  const told = { code, name, after: 'closed, on a day that is not said', isPast: false, row };
  if (last === null) {
    return { differences: [{ ...told, kind: 'not-added', before: '' }], contradiction: null };
  }
  const isOpen = last.endedOn === null || last.endedOn > day;
  if (!isOpen) {
    return { differences: [], contradiction: null };
  }
  const difference = { ...told, kind: 'contradicted', before: 'open' } as const;
  return against({
    kind: 'closed-without-day',
    known: difference.before,
    knownSourceId: lastSourceOf(last),
    said: difference.after,
    observation,
    difference,
  });
}

function ofReopening(
  observation: OrganisationObservation,
  last: Life,
  { closings, reopened }: KnownClosings,
  day: string,
): LeftOut | null {
  const { code, name, openedOn, closedOn, row } = observation;
  const { endedOn } = last;
  const closing = closings.findLast((each) => each.code === code && each.on <= day);
  const hasEnded = endedOn !== null && endedOn <= day;
  if (closing === undefined || !hasEnded || closedOn !== null || reopened.has(code)) {
    return null;
  }
  // Opened after the end, it is there again, and nobody says that it never ended.
  if (openedOn !== null && openedOn >= endedOn) {
    return null;
  }
  const successors = closing.successors.length === 0 ? 'nobody' : closing.successors.join(', ');
  const before = `ended on ${dayBefore(endedOn)}; ${successors} in its place from ${closing.on}`;
  const isNamedSo = isSameText(last.states.at(-1)?.facts.name ?? '', name);
  return against({
    kind: 'reopened',
    known: before,
    knownSourceId: closing.sourceId,
    said: isNamedSo ? 'open' : `open, as “${name}”`,
    observation,
    difference: { kind: 'contradicted', code, name, before, after: `open on ${day}`, isPast: false, row },
  });
}

/** An end that an older file tells and that was not taken in, as its difference says: a newer source found the organisation open. */
export function closedEarlier(
  observation: OrganisationObservation,
  known: OrganisationHistory | undefined,
  difference: Difference,
): Contradiction {
  const last = known?.lives.at(-1);
  const knownSourceId = last === undefined ? null : lastSourceOf(last);
  const { code, name, after: said } = difference;
  return { kind: 'closed-earlier', code, name, known: 'open', knownSourceId, said, observation, difference };
}

function against(found: Omit<Contradiction, 'code' | 'name'>): LeftOut {
  const { code, name } = found.difference;
  return { differences: [found.difference], contradiction: { code, name, ...found } };
}

function lastSourceOf({ states }: Life): string | null {
  return states.at(-1)?.cited.sourceId ?? null;
}
