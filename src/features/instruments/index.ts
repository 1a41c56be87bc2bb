export { listActiveVersions, listOpenActivations } from './activation/activation-repository.ts';
export { settleActivationsAtStart } from './activation/settle-at-start.ts';
export { instrumentRoutes } from './instrument-routes.tsx';
export { beginAnswering } from './kept/begin-answering.ts';
export { changedParts } from './kept/changed-parts.ts';
export {
  findKeptContent,
  findKeptInstrument,
  insertKeptInstrument,
  listKeptInstruments,
  lockInstruments,
} from './kept/kept-instrument-repository.ts';
export { type AskedInstruments, digestInPack, readAskedInstruments, readText } from './kept/read-asked-instruments.ts';
export { insertRoundInstrument } from './kept/round-instrument-repository.ts';
export { questionnaireRoutes } from './reading/questionnaire-routes.tsx';
export { requireInstrument } from './require-instrument.ts';
