import { dayBefore } from '../../../platform/days.ts';
import { searchWords } from '../../directory/index.ts';
import { addedFacts, differingFacts } from './agreeing-facts.ts';
import { datedStates } from './dated-states.ts';
import type { Difference, DifferenceKind } from './difference.ts';
import { lifeSeen, observe } from './observe.ts';
import {
  type Facts,
  type Life,
  lastSeen,
  type OrganisationHistory,
  type Sighting,
  type TypeRules,
} from './organisation-history.ts';

export interface Taken {
  /** The one history that the source speaks of, with what it says taken in. */
  readonly history: OrganisationHistory;
  readonly differences: readonly Difference[];
  /** What it says that was not known, where its kind is not among the differences. */
  readonly additions: readonly Difference[];
}

/**
 * Takes a source into the histories of everyone who has held its code. A code whose holder was closed and which turns up
 * later under another name was given to someone else: that is a new organisation with an id of its own, so that nothing of
 * the former holder is ever shown as the new one's. Under the same name, the holder was opened again.
 */
export function takeSighting(
  holders: readonly OrganisationHistory[],
  code: string,
  sighting: Sighting,
  types: TypeRules,
): Taken {
  const holder = holders.find((each) => lifeSeen(each, sighting) !== null);
  if (holder !== undefined) {
    const history = observe(holder, sighting, types);
    return { history, ...differencesIn(holder, history, sighting, types) };
  }
  const namesake = holders.find((each) => namesOf(each).has(plain(sighting.facts.name)));
  const organisationId =
    namesake?.organisationId ?? (holders.length === 0 ? code : `${code}@${sighting.openedOn ?? sighting.on}`);
  const before = namesake ?? { organisationId, code, lives: [] };
  const kind = namesake !== undefined ? 'reopened' : holders.length === 0 ? 'added' : 'reissued';
  const former = holders.at(-1)?.lives.at(-1);
  return {
    history: observe(before, sighting, types),
    differences: [
      line(kind, code, sighting, false, former === undefined ? '' : describeLife(former), periodOf(sighting)),
    ],
    additions: [],
  };
}

function namesOf({ lives }: OrganisationHistory): Set<string> {
  return new Set(lives.flatMap(({ states }) => states.map(({ facts }) => plain(facts.name))));
}

function plain(text: string): string {
  return searchWords(text).join(' ');
}

function differencesIn(
  before: OrganisationHistory,
  after: OrganisationHistory,
  sighting: Sighting,
  types: TypeRules,
): Omit<Taken, 'history'> {
  const life = lifeSeen(before, sighting);
  const lifeAfter = lifeSeen(after, sighting);
  if (life === null || lifeAfter === null) {
    return { differences: [], additions: [] };
  }
  const isPast = sighting.on < lastSeen(life);
  const facts = factsHeld(before, sighting, types) ?? life.states[0]?.facts;
  const told = ([kind, was, is]: Change) => line(kind, before.code, sighting, isPast, was, is);
  const changed =
    facts === undefined ? [] : changedFacts(facts, sighting, differingFacts(facts, sighting.facts, types));
  const added = facts === undefined ? [] : changedFacts(facts, sighting, addedFacts(facts, sighting.facts));
  const kinds = new Set(changed.map(([kind]) => kind));
  return {
    differences: [
      ...[...changed, ...changedPeriod(life, lifeAfter)].map(told),
      ...openLater(before.code, life, sighting),
    ],
    additions: added.filter(([kind]) => !kinds.has(kind)).map(told),
  };
}

/** What was known for the day of the source, or for the last day of what has ended by then. */
function factsHeld(history: OrganisationHistory, { on }: Sighting, types: TypeRules): Facts | null {
  const past = datedStates(history, types).filter(({ from }) => from === null || from <= on);
  return past.at(-1)?.state.facts ?? null;
}

const factKinds: Readonly<Partial<Record<keyof Facts, DifferenceKind>>> = {
  name: 'renamed',
  typeId: 'retyped',
  status: 'status-changed',
  address: 'moved',
  town: 'moved',
  postcode: 'moved',
  phone: 'phone-changed',
  regionCode: 'region-changed',
  geographyCode: 'geography-changed',
};

type Change = readonly [kind: DifferenceKind, before: string, after: string];

function changedFacts(facts: Facts, sighting: Sighting, changed: readonly (keyof Facts)[]): Change[] {
  const byKind = Map.groupBy(changed, (key) => factKinds[key] ?? 'renamed');
  return [...byKind].map(([kind, keys]) => {
    const shown = kind === 'moved' ? (['address', 'town', 'postcode'] as const) : keys;
    return [kind, words(facts, shown), words(sighting.facts, shown)];
  });
}

function words(facts: Facts, keys: readonly (keyof Facts)[]): string {
  return keys
    .map((key) => facts[key])
    .filter((value) => value !== null)
    .join(', ');
}

function changedPeriod(before: Life, after: Life): Change[] {
  const opened: Change[] =
    before.openedOn !== after.openedOn ? [['opening-changed', before.openedOn ?? '', after.openedOn ?? '']] : [];
  if (before.endedOn === after.endedOn) {
    return opened;
  }
  const kind = before.endedOn === null ? 'closed' : 'end-changed';
  return [...opened, [kind, lastDayOf(before) ?? '', lastDayOf(after) ?? '']];
}

/** An end that an older source tells is not taken in where a newer one found the organisation open: that is said. */
function openLater(code: string, life: Life, sighting: Sighting): Difference[] {
  const openOn = lastSeen(life);
  const { on, endedOn } = sighting;
  const isFoundOpen = on < openOn && (life.endedOn === null || life.endedOn > openOn);
  if (endedOn === null || endedOn > openOn || !isFoundOpen) {
    return [];
  }
  return [line('contradicted', code, sighting, false, `open on ${openOn}`, `closed on ${dayBefore(endedOn)}`)];
}

function describeLife(life: Life): string {
  const name = life.states.at(-1)?.facts.name ?? '';
  return `${name}, ${life.openedOn ?? 'unknown'} to ${lastDayOf(life) ?? 'now'}`;
}

function periodOf(sighting: Sighting): string {
  return `${sighting.openedOn ?? 'unknown'} to ${lastDayOf(sighting) ?? 'now'}`;
}

/** The day as files and people say it; an end is kept as the day after. */
function lastDayOf({ endedOn }: Pick<Life, 'endedOn'>): string | null {
  return endedOn === null ? null : dayBefore(endedOn);
}

function line(
  kind: DifferenceKind,
  code: string,
  { facts, cited }: Sighting,
  isPast: boolean,
  before: string,
  after: string,
): Difference {
  return { kind, code, name: facts.name, before, after, isPast, row: cited.row };
}
