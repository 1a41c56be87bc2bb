import type { MapKey, MapStep } from './map-classes.ts';

/** A place in an order of at most five, and what it is called. */
export interface NamedStep {
  readonly step: Exclude<MapStep, null>;
  readonly label: string;
}

/** How far a footprint has come, as a map shades it. */
export interface MapStage extends NamedStep {
  readonly illustrative: boolean;
}

/** The stages a map shades by; which they are is for those to say who know how far footprints have come. */
export interface MapStages {
  /** All there are, from the first, which means that nothing is recorded, to the last. */
  readonly all: readonly NamedStep[];
  readonly of: (footprintId: string) => MapStage;
}

/** The stages as a legend, those places before them that have no footprint. */
export function stageLegend({ all }: Pick<MapStages, 'all'>): MapKey[] {
  return [{ step: null, text: 'No footprint recorded' }, ...all.map(({ step, label }) => ({ step, text: label }))];
}

/** The stage that has come furthest; null for none. */
export function furthestStage(stages: readonly MapStage[]): MapStage | null {
  return stages.reduce<MapStage | null>(
    (best, stage) => (best === null || stage.step > best.step ? stage : best),
    null,
  );
}
