import type { Footprint, Member, Population } from '../../directory/index.ts';
import type { StageOnDay } from '../../footprint-stage/index.ts';
import type { FootprintGovernance } from '../../formation/index.ts';

/** A capability group in a published roadmap: where the footprint stood and where it means to be. */
export interface CapabilityFigures {
  readonly id: string;
  readonly label: string;
  /** The mean score of its providers; null where none was scored. */
  readonly baseline: number | null;
  /** True where it has no figure because the results of its round were not public when the roadmap was frozen. */
  readonly isHeldBack: boolean;
  /** Providers in the mean, and providers that ought to be. */
  readonly countedProviders: number;
  readonly allProviders: number;
  /** By the end of each year, in order; null where no target is set. */
  readonly targets: readonly { readonly year: string; readonly target: number | null }[];
}

/** The published roadmap of a footprint in figures. */
export interface RoadmapFigures {
  /** Which version since when, e.g. `Version 2, published on 3 July 2016`. */
  readonly status: string;
  readonly endorsedCount: number;
  readonly memberCount: number;
  /** Empty where the roadmap has no trajectory to show. */
  readonly capabilities: readonly CapabilityFigures[];
  /** What the baselines were measured with, and of which day they are, in sentences. */
  readonly method: string;
  /** What its scores run from and to; null where it has no trajectory to show. */
  readonly scale: { readonly least: number; readonly most: number; readonly decimals: number } | null;
  readonly illustrative: boolean;
}

/** What is known of one of the two. */
export interface ComparedFootprint {
  readonly footprint: Footprint;
  readonly members: readonly Member[];
  readonly stage: StageOnDay;
  /** Who leads it and how it is governed; null where that is not recorded. */
  readonly governance: Pick<FootprintGovernance, 'illustrative'> | null;
  /** Of its published roadmap; null while there is none. */
  readonly roadmap: RoadmapFigures | null;
}

/** A value of each, the first one's first. */
export type Pair<Value> = readonly [Value, Value];

export interface CountRow {
  readonly label: string;
  /** Null where no organisation of the footprint is recorded. */
  readonly counts: Pair<number | null>;
}

export interface SharedOrganisation {
  readonly code: string;
  readonly name: string;
  /** Its part in each, in a word. */
  readonly roles: Pair<string>;
}

/** A capability group, with what each has published of it; null where it has not. */
export interface CapabilityRow {
  readonly id: string;
  readonly label: string;
  readonly figures: Pair<CapabilityFigures | null>;
}

export interface Comparison {
  readonly names: Pair<string>;
  /** How they differ, in sentences, the plainest first. */
  readonly inWords: readonly string[];
  readonly populations: Pair<Population>;
  readonly facts: readonly { readonly key: string; readonly values: Pair<string> }[];
  readonly types: readonly CountRow[];
  readonly roles: readonly CountRow[];
  /** In both, by name. */
  readonly shared: readonly SharedOrganisation[];
  readonly capabilities: readonly CapabilityRow[];
}

export function both<From, To>([one, other]: Pair<From>, change: (side: From) => To): Pair<To> {
  return [change(one), change(other)];
}
