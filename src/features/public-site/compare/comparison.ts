import type { Footprint, Member, Population } from '../../directory/index.ts';
import type { StageOnDay } from '../../footprint-stage/index.ts';
import type { CapabilityFigures, RoadmapFigures } from '../public-site-reads.ts';

/** What is known of one of the two. */
export interface ComparedFootprint {
  readonly footprint: Footprint;
  readonly members: readonly Member[];
  readonly stage: StageOnDay;
  /** Who leads it and how it is governed; null where that is not recorded. */
  readonly governance: { readonly illustrative: boolean } | null;
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
