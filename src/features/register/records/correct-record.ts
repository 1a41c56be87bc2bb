import { datedStates } from './dated-states.ts';
import { lifeSeen } from './observe.ts';
import type { Citation, Facts, Life, OrganisationHistory, Sighting, State, TypeRules } from './organisation-history.ts';

/** What is on record of an organisation for a day, or else first of all, with the life that it belongs to. */
export interface HeldRecord {
  readonly life: Life;
  readonly state: State;
}

/** What the history holds where a source speaks of it; null where it speaks of a life that is not known. */
export function heldFor(history: OrganisationHistory, sighting: Sighting, types: TypeRules): HeldRecord | null {
  const life = lifeSeen(history, sighting);
  const first = life?.states[0];
  if (life === null || first === undefined) {
    return null;
  }
  const past = datedStates({ ...history, lives: [life] }, types).filter(
    ({ from }) => from === null || from <= sighting.on,
  );
  return { life, state: past.at(-1)?.state ?? first };
}

/** The history with another standing or note for what it holds, and with who says so: the facts and their days stay. */
export function correctRecord(
  history: OrganisationHistory,
  { state }: HeldRecord,
  cited: Citation,
  typeStanding: Facts['typeStanding'],
): OrganisationHistory {
  const corrected = { ...state, facts: { ...state.facts, typeStanding }, cited };
  const lives = history.lives.map((life) => ({
    ...life,
    states: life.states.map((each) => (each === state ? corrected : each)),
  }));
  return { ...history, lives };
}
