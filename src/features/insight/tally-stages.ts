import { type FootprintStage, footprintStages } from '../public-site/index.ts';

export interface StageCount {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

/** How many of the footprints are at each stage, from the first to the last; one nobody knows of is at the first. */
export function tallyStages(
  footprintIds: readonly string[],
  stages: ReadonlyMap<string, Pick<FootprintStage, 'stage'>>,
): StageCount[] {
  const [first] = footprintStages;
  const reached = footprintIds.map((id) => stages.get(id)?.stage ?? first.id);
  return footprintStages.map(({ id, label }) => ({ id, label, count: reached.filter((stage) => stage === id).length }));
}
