import { laterOf } from '../../../platform/days.ts';
import type { Standing } from '../../programme/index.ts';
import type { OrganisationStatus } from './observation.ts';

/* What is known of one organisation over time. Days are ISO dates; periods are half-open. */

/** What may be true of an organisation on a day; null where no source says. */
export interface Facts {
  readonly name: string;
  readonly typeId: string;
  readonly typeStanding: Standing;
  readonly status: OrganisationStatus | null;
  readonly address: string | null;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly phone: string | null;
  readonly regionCode: string | null;
  readonly geographyCode: string | null;
}

/** Who says so, and where in that source. */
export interface Citation {
  readonly sourceId: string;
  /** The record of the file, from 1; null where the source is no file. */
  readonly row: number | null;
  readonly standing: Standing;
  readonly note: string;
  /** True for the facts shipped with the service: their spelling and their finer types are kept. */
  readonly isCurated: boolean;
  /** The day of the file that says so; null for the shipped facts, which any file may correct. */
  readonly saidOn: string | null;
}

/** Facts that held together, and the days of all sources that say exactly so. */
export interface State {
  readonly facts: Facts;
  readonly cited: Citation;
  /** In order; never empty. */
  readonly seen: readonly string[];
}

/** One time of being, from opening to closing; an organisation that was closed and opened again has several. */
export interface Life {
  /** First day; null where no source says. */
  readonly openedOn: string | null;
  /** First day after the last; null while it lasts. */
  readonly endedOn: string | null;
  /** The source of an end that was entered on this service, as one by an event of succession; null for any other. */
  readonly endedBy: string | null;
  /** By the day of the first sighting; never empty. */
  readonly states: readonly State[];
}

/** Lives in the order in which they were lived. */
export interface OrganisationHistory {
  readonly organisationId: string;
  readonly code: string;
  readonly lives: readonly Life[];
}

/** What one source says of an organisation on its day. */
export interface Sighting {
  readonly on: string;
  readonly openedOn: string | null;
  readonly endedOn: string | null;
  readonly facts: Facts;
  readonly cited: Citation;
}

/** What the fold has to know of organisation types, which the programme pack says. */
export interface TypeRules {
  /** Whether two types are the same to the registry, which tells less apart than we do: acute and ambulance are both trusts. */
  readonly isSameFamily: (typeId: string, other: string) => boolean;
  /** The day on which a type came into being, e.g. by statute; null where it has always been or no one says. */
  readonly introducedOn: (typeId: string) => string | null;
}

/** The day of the first source that says so. */
export function seenFrom(state: State): string {
  return state.seen[0] ?? '';
}

/** The day of the last source that says so. */
export function seenTo(state: State): string {
  return state.seen.at(-1) ?? '';
}

/** The newest day on which any source saw this life. */
export function lastSeen(life: Life): string {
  return life.states.reduce((latest, state) => laterOf(latest, seenTo(state)), '');
}
