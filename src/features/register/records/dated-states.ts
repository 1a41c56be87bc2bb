import { dayBefore, earlierOf, laterOf } from '../../../platform/days.ts';
import {
  type Life,
  type OrganisationHistory,
  type State,
  seenFrom,
  seenTo,
  type TypeRules,
} from './organisation-history.ts';

/** A state with the half-open period for which it is shown; a bound is null where none is known. */
export interface DatedState {
  readonly state: State;
  readonly from: string | null;
  readonly to: string | null;
  /** That of the life (`Life.endedBy`), for the period with which it ends. */
  readonly endedBy: string | null;
}

/**
 * The periods of a history, one after another, a gap for each time of not being. Sources give a state of affairs on their
 * day: the first state of a life began with it, every other one is shown from the day it was first seen, or from the day its
 * type was introduced where that lies between the two sightings. What was first seen after the end held on the last day.
 */
export function datedStates(history: OrganisationHistory, types: TypeRules): DatedState[] {
  return history.lives.flatMap((life, index) => datesOfLife(life, history.lives[index + 1] ?? null, types));
}

function datesOfLife(life: Life, next: Life | null, types: TypeRules): DatedState[] {
  const endedOn = life.endedOn ?? next?.openedOn ?? null;
  const starts = life.states.map((state, index) => startOf(state, life.states[index - 1] ?? null, types));
  return life.states.flatMap((state, index) => {
    const from = index === 0 ? life.openedOn : clamped(starts[index] ?? '', life.openedOn, endedOn);
    const following = starts[index + 1];
    const to = following === undefined ? endedOn : clamped(following, life.openedOn, endedOn);
    const endedBy = to === endedOn ? life.endedBy : null;
    return from !== null && to !== null && to <= from ? [] : [{ state, from, to, endedBy }];
  });
}

function startOf(state: State, before: State | null, types: TypeRules): string {
  const introducedOn = types.introducedOn(state.facts.typeId);
  const isBetween =
    before !== null &&
    introducedOn !== null &&
    before.facts.typeId !== state.facts.typeId &&
    seenTo(before) < introducedOn &&
    introducedOn < seenFrom(state);
  return isBetween ? introducedOn : seenFrom(state);
}

/** Not on the first day, which is that of the first state, and on the last day at the latest. */
function clamped(day: string, openedOn: string | null, endedOn: string | null): string {
  const capped = endedOn === null ? day : earlierOf(day, dayBefore(endedOn));
  return openedOn === null ? capped : laterOf(openedOn, capped);
}

/** The lives of stored periods: a gap between two of them parts two lives. */
export function livesOf(stored: readonly DatedState[]): Life[] {
  const lives: Life[] = [];
  for (const { state, from, to, endedBy } of stored) {
    const last = lives.at(-1);
    if (last !== undefined && last.endedOn === from) {
      lives[lives.length - 1] = { ...last, endedOn: to, endedBy, states: [...last.states, state] };
    } else {
      lives.push({ openedOn: from, endedOn: to, endedBy, states: [state] });
    }
  }
  return lives;
}
