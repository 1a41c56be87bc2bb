import { Tag, type TagColour } from '../../views/tag.tsx';
import type { MapStages, MapStep } from '../directory/index.ts';
import { type FootprintStage, type FootprintStageId, footprintStages } from './public-site-reads.ts';

export type Stages = ReadonlyMap<string, FootprintStage>;

const notRecorded: FootprintStage = {
  stage: 'not-recorded',
  reason: 'No assessment and no roadmap of this footprint is recorded here',
  illustrative: false,
};

/** The stage of a footprint; where nothing is known of it, that nothing is recorded. */
export function stageOf(stages: Stages, areaId: string): FootprintStage {
  return stages.get(areaId) ?? notRecorded;
}

export function stageLabel(id: FootprintStageId): string {
  return footprintStages.find((stage) => stage.id === id)?.label ?? id;
}

/** The place of a stage in their order, from 0, as steps of a map. */
export function stepOf(id: FootprintStageId): Exclude<MapStep, null> {
  const steps: Readonly<Record<FootprintStageId, Exclude<MapStep, null>>> = {
    'not-recorded': 0,
    'in-preparation': 1,
    'being-agreed': 2,
    'under-review': 3,
    published: 4,
  };
  return steps[id];
}

/** The stages as maps shade them. */
export function stagesOnMap(stages: Stages): MapStages {
  return {
    all: footprintStages.map(({ id, label }) => ({ step: stepOf(id), label })),
    of: (footprintId) => {
      const { stage, illustrative } = stageOf(stages, footprintId);
      return { step: stepOf(stage), label: stageLabel(stage), illustrative };
    },
  };
}

const colours: Readonly<Record<FootprintStageId, TagColour>> = {
  'not-recorded': 'grey',
  'in-preparation': 'blue',
  'being-agreed': 'purple',
  'under-review': 'yellow',
  published: 'green',
};

export function StageTag({ stage }: { stage: FootprintStage }) {
  return <Tag text={stageLabel(stage.stage)} colour={colours[stage.stage]} />;
}
