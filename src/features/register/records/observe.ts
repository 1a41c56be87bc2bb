import { compareText } from '../../../platform/compare.ts';
import { continues, differingFacts, joinAgreeing } from './agreeing-facts.ts';
import {
  type Life,
  lastSeen,
  type OrganisationHistory,
  type Sighting,
  type State,
  seenFrom,
  type TypeRules,
} from './organisation-history.ts';

/**
 * A history with one more source taken in. The order in which sources come does not matter: an older source adds what was
 * so before, and never changes what a newer one says. The same source again changes nothing.
 *
 * Opening and closing days are those of the newest source, but for an end that was entered here (see `endAfter`). What a
 * source of a day says held at least on that day.
 */
export function observe(history: OrganisationHistory, sighting: Sighting, types: TypeRules): OrganisationHistory {
  const life = lifeSeen(history, sighting);
  const lives =
    life === null
      ? [...history.lives, newLife(sighting)]
      : history.lives.map((each) => (each === life ? takeIn(life, openingKept(history, life, sighting), types) : each));
  return { ...history, lives: lives.toSorted(byStart) };
}

/** The life that a source speaks of: the latest one that shares a day with what it says; null for one not yet known. */
export function lifeSeen(history: OrganisationHistory, sighting: Sighting): Life | null {
  return history.lives.findLast((life) => sharesDay(life, sighting)) ?? null;
}

function sharesDay(life: Life, { on, openedOn, endedOn }: Sighting): boolean {
  // A source knows nothing of the time after its own day.
  const startsBeforeEnd = life.openedOn === null || (endedOn === null ? life.openedOn <= on : life.openedOn < endedOn);
  const endsAfterStart = life.endedOn === null || openedOn === null || openedOn < life.endedOn;
  return startsBeforeEnd && endsAfterStart;
}

function newLife(sighting: Sighting): Life {
  return { openedOn: sighting.openedOn, endedOn: sighting.endedOn, endedBy: null, states: [stateSeen(sighting)] };
}

function stateSeen({ on, facts, cited }: Sighting): State {
  return { facts, cited, seen: [on] };
}

function takeIn(life: Life, sighting: Sighting, types: TypeRules): Life {
  const states = withSighting(life.states, sighting, types);
  if (sighting.on < lastSeen(life)) {
    return { ...life, openedOn: life.openedOn ?? sighting.openedOn, states };
  }
  return { openedOn: sighting.openedOn ?? life.openedOn, ...endAfter(life, sighting), states };
}

/** A source that knows of one life only does not reach back over an end that was entered here, to the life before it. */
function openingKept({ lives }: OrganisationHistory, life: Life, sighting: Sighting): Sighting {
  const { openedOn } = sighting;
  const before = lives[lives.indexOf(life) - 1];
  const endedOn = before === undefined || before.endedBy === null ? null : before.endedOn;
  return openedOn !== null && endedOn !== null && openedOn < endedOn ? { ...sighting, openedOn: null } : sighting;
}

/** An end that was entered here stands against a newer source of a day before it, which cannot know of it yet. */
function endAfter(life: Life, { on, endedOn }: Sighting): Pick<Life, 'endedOn' | 'endedBy'> {
  const isUnaware = life.endedBy !== null && endedOn === null && life.endedOn !== null && on < life.endedOn;
  const end = isUnaware ? life.endedOn : endedOn;
  return { endedOn: end, endedBy: end === life.endedOn ? life.endedBy : null };
}

/**
 * What is known goes on until a source differs or says more; nothing is carried back. So a source joins the state before it
 * when it adds nothing to that, and the state after it when that adds nothing to the source.
 */
function withSighting(states: readonly State[], sighting: Sighting, types: TypeRules): State[] {
  const own = stateSeen(sighting);
  const parted = states.flatMap((state) => partedAt(state, sighting.on));
  const same = parted.findIndex((state) => seenFrom(state) === sighting.on && agrees(state, sighting, types));
  const others = parted.filter((state) => seenFrom(state) !== sighting.on);
  const held = parted[same];
  // On the day of a known sighting both count where they agree; where they do not, the later word on that day does.
  const rest = parted.filter((state) => state !== held && seenFrom(state) === sighting.on).flatMap(afterFirstDay);
  const joined = held === undefined ? [own, ...rest] : [{ ...joinAgreeing(held, sighting), seen: held.seen }];
  return coalesced([...others, ...joined].toSorted(bySighting), types);
}

/** A state as that of the days before a day, and that of the days from it on. */
function partedAt(state: State, day: string): State[] {
  const earlier = state.seen.filter((each) => each < day);
  const later = state.seen.filter((each) => each >= day);
  return [earlier, later].filter((seen) => seen.length > 0).map((seen) => ({ ...state, seen }));
}

function afterFirstDay(state: State): State[] {
  const seen = state.seen.slice(1);
  return seen.length === 0 ? [] : [{ ...state, seen }];
}

/** States of following days that say the same become one. */
function coalesced(states: readonly State[], types: TypeRules): State[] {
  const whole: State[] = [];
  for (const state of states) {
    const before = whole.at(-1);
    if (before !== undefined && continues(before.facts, state.facts, types)) {
      whole[whole.length - 1] = { ...joinAgreeing(before, state), seen: [...before.seen, ...state.seen] };
    } else {
      whole.push(state);
    }
  }
  return whole;
}

function agrees(state: State, sighting: Sighting, types: TypeRules): boolean {
  return differingFacts(state.facts, sighting.facts, types).length === 0;
}

function byStart(life: Life, other: Life): number {
  return compareText(life.openedOn ?? '', other.openedOn ?? '');
}

function bySighting(state: State, other: State): number {
  return compareText(seenFrom(state), seenFrom(other));
}
