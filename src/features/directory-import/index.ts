export { importRoutes } from './import-routes.tsx';
export { importPlaces, type PlacesFinding } from './places/import-places.ts';
export type { PlaceLayoutId } from './places/place-layouts.ts';
export { describeFault } from './read/import-faults.ts';
export { guessLayout, type LayoutId, layouts } from './read/layouts.ts';
export { describeDifference, differenceKinds, differencesTable, differenceWords } from './take-in/difference-words.ts';
export { importFile } from './take-in/import-file.ts';
export type { FileReport, ImportOutcome } from './take-in/import-outcome.ts';
