import { Tag, type TagColour } from '../../../views/tag.tsx';
import type { MapStep } from '../boundary/map-classes.ts';
import { type FootprintStage, type FootprintStageId, footprintStages } from '../directory-reads.ts';

export type Stages = ReadonlyMap<string, FootprintStage>;

const notStarted: FootprintStage = {
  stage: 'not-started',
  reason: 'No roadmap has been begun on this service',
  illustrative: false,
};

/** The stage of a footprint; one nobody knows of has not started. */
export function stageOf(stages: Stages, areaId: string): FootprintStage {
  return stages.get(areaId) ?? notStarted;
}

export function stageLabel(id: FootprintStageId): string {
  return footprintStages.find((stage) => stage.id === id)?.label ?? id;
}

/** The place of a stage in their order, from 0, as steps of a map. */
export function stepOf(id: FootprintStageId): Exclude<MapStep, null> {
  const steps: Readonly<Record<FootprintStageId, Exclude<MapStep, null>>> = {
    'not-started': 0,
    'in-preparation': 1,
    'being-agreed': 2,
    'under-review': 3,
    published: 4,
  };
  return steps[id];
}

/** The stage that has come furthest; null for none. */
export function furthest(stages: readonly FootprintStage[]): FootprintStage | null {
  return stages.reduce<FootprintStage | null>(
    (best, stage) => (best === null || stepOf(stage.stage) > stepOf(best.stage) ? stage : best),
    null,
  );
}

const colours: Readonly<Record<FootprintStageId, TagColour>> = {
  'not-started': 'grey',
  'in-preparation': 'blue',
  'being-agreed': 'purple',
  'under-review': 'yellow',
  published: 'green',
};

export function StageTag({ stage }: { stage: FootprintStage }) {
  return <Tag text={stageLabel(stage.stage)} colour={colours[stage.stage]} />;
}
