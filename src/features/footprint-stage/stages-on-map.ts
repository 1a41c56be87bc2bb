import type { MapStages } from '../map/index.ts';
import { stageOf } from './derive-stages.ts';
import { publicStages, type StageOnDay } from './footprint-stage.ts';

/** The stages of a day as maps shade them. */
export function stagesOnMap(stages: ReadonlyMap<string, StageOnDay>): MapStages {
  return {
    all: publicStages,
    of: (footprintId) => {
      const { publicStage, illustrative } = stageOf(stages, footprintId);
      return { ...publicStage, illustrative };
    },
  };
}
