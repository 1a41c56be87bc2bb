export { FEWEST_SIMILAR, type SimilarResults } from './beside-others.ts';
export {
  parseSenseForm,
  senseNoteField,
  senseRevisionField,
  type TypedSenseNote,
  typedKeys,
} from './parse-sense-form.ts';
export { planSenseNotes, type SensePlan } from './plan-sense-notes.ts';
export { type SenseCheck, senseCheckLabels } from './sense-check.ts';
export {
  findSenseChecksAsked,
  insertSenseChecks,
  insertSenseNotes,
  listSenseNotes,
  type SenseNote,
} from './sense-check-repository.ts';
export { senseChecks, type ToCheck } from './sense-checks.ts';
