export { stageOf } from './derive-stages.ts';
export { publicStageId, publicStageNames, publicStages, type StageOnDay } from './footprint-stage.ts';
export {
  getFootprintStage,
  listFootprintStages,
  readFootprintRecord,
  stagesByRecord,
} from './read-footprint-stages.ts';
export { stagesOnMap } from './stages-on-map.ts';
export { StageTag } from './views/stage-tag.tsx';
