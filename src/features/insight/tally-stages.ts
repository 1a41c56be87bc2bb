import { publicStages, type StageOnDay, stageOf } from '../footprint-stage/index.ts';

export interface StageCount {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

/** How many of the footprints are at each public stage, from the first to the last; one nobody knows of is at the first. */
export function tallyStages(footprintIds: readonly string[], stages: ReadonlyMap<string, StageOnDay>): StageCount[] {
  const reached = footprintIds.map((id) => stageOf(stages, id).publicStage);
  return publicStages.map((stage) => ({
    id: stage.id,
    label: stage.label,
    count: reached.filter(({ id }) => id === stage.id).length,
  }));
}
