import { dayBefore } from '../../../platform/days.ts';
import {
  correctRecord,
  type Difference,
  type DifferenceKind,
  type HeldRecord,
  heldFor,
  isSameText,
  type OrganisationHistory,
  type OrganisationObservation,
  type OrganisationTypes,
  type Sighting,
} from '../../register/index.ts';

export interface TakenCopy {
  /** The same one where nothing is corrected. */
  readonly history: OrganisationHistory;
  readonly differences: readonly Difference[];
}

type Told = readonly [kind: DifferenceKind, before: string, after: string];

/**
 * What a copy of a directory says beyond what any source can: the standing and the note of what it says, which are corrected. Whatever
 * else stands in it and not in the history, into which the facts have been taken before, is told, so that no cell that somebody has
 * edited goes without a word. `regions`: those that are worked out for the organisation; null where nobody has.
 */
export function takeCopy(
  history: OrganisationHistory,
  observation: OrganisationObservation,
  sighting: Sighting,
  types: OrganisationTypes,
  regions: readonly string[] | null,
): TakenCopy {
  const { stated, code, name, row } = observation;
  const held = heldFor(history, sighting, types);
  if (stated === undefined || held === null) {
    return { history, differences: [] };
  }
  const corrections = correctionsOf(held, stated);
  const isOlder = held.state.cited.saidOn !== null && held.state.cited.saidOn > sighting.on;
  const isCorrected = corrections.length > 0 && !isOlder;
  const told = [
    ...corrections.map((each) => (isOlder ? notTaken(each[1], each[2], 'a newer file stands') : each)),
    ...cellsLeftOut(held, observation, sighting),
    ...regionsLeftOut(held, observation, regions),
  ];
  return {
    history: isCorrected ? correctRecord(history, held, sighting.cited, stated.typeStanding) : history,
    differences: told.map(([kind, before, after]) => ({ kind, code, name, before, after, isPast: false, row })),
  };
}

type Stated = NonNullable<OrganisationObservation['stated']>;

function correctionsOf({ state: { cited, facts } }: HeldRecord, { standing, typeStanding, note }: Stated): Told[] {
  const all: Told[] = [
    ['standing-changed', cited.standing, standing],
    ['standing-changed', `type ${facts.typeStanding}`, `type ${typeStanding}`],
    ['note-changed', cited.note, note === '' ? 'no note' : note],
  ];
  return all.filter(([, before, after]) => before !== after && !(before === '' && after === 'no note'));
}

function notTaken(before: string, after: string, reason: string): Told {
  return ['not-taken', before, after === '' ? reason : `${after} (${reason})`];
}

const cells = ['name', 'status', 'address', 'town', 'postcode', 'phone'] as const;

function cellsLeftOut(
  { life, state: { facts } }: HeldRecord,
  { stated, openedOn, closedOn, ...said }: OrganisationObservation,
  { on, endedOn }: Sighting,
): Told[] {
  const isEnded = endedOn !== null && endedOn <= on;
  const differing = cells.flatMap((cell) => left(facts[cell], said[cell], isEnded && cell === 'status'));
  const typeId = stated?.typeId ?? facts.typeId;
  const isFoundOpen = endedOn !== null && endedOn !== life.endedOn;
  return [
    ...differing,
    ...(typeId === facts.typeId ? [] : [notTaken(facts.typeId, typeId, 'files do not tell these types apart')]),
    ...left(life.openedOn, openedOn),
    // An end that an older file tells is a contradiction, which is told as such.
    ...(isFoundOpen ? [] : left(life.endedOn === null ? null : dayBefore(life.endedOn), closedOn)),
  ];
}

function left(known: string | null, said: string | null, isOfClosed = false): Told[] {
  if (known === said || (isOfClosed && said === null)) {
    return [];
  }
  if (said === null) {
    return [notTaken(known ?? '', '', 'an empty cell takes nothing away')];
  }
  const reason = isOfClosed
    ? 'it is closed'
    : known !== null && isSameText(known, said)
      ? 'only the spelling differs'
      : 'a newer source stands';
  return [notTaken(known ?? '', said, reason)];
}

/** Where the record names a region it is a fact like others; elsewhere it is worked out from what is a file of its own. */
function regionsLeftOut(
  { state: { facts } }: HeldRecord,
  { stated }: OrganisationObservation,
  regions: readonly string[] | null,
): Told[] {
  const said = (stated?.regionCodes ?? []).toSorted();
  const isTaken = facts.regionCode !== null && said.length === 1 && said[0] === facts.regionCode;
  if (regions === null || stated?.regionCodes === undefined || isTaken) {
    return [];
  }
  const [before, after] = [regions.toSorted().join(' '), said.join(' ')];
  return before === after ? [] : [notTaken(before, after, 'where organisations lie is a file of its own')];
}
