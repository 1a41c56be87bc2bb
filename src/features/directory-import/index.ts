export { countUndecidedContradictions } from './contradictions/contradiction-repository.ts';
export { addressSince } from './fetch/address-since.ts';
export { gatherAnswers } from './fetch/gather-answers.ts';
export { readRegistryState } from './fetch/read-registry-state.ts';
export { isRegistryWell, outcomeWords, type RegistryState } from './fetch/registry-state.ts';
export { importRoutes } from './import-routes.tsx';
export { importPlaces, type PlacesReport } from './places/import-places.ts';
export type { PlaceLayoutId } from './places/place-layouts.ts';
export { describeFault, faultOn, type ImportFault, ImportFaultsError, quoted } from './read/import-faults.ts';
export { guessLayout, type LayoutId, layouts } from './read/layouts.ts';
export { ReadingNotes } from './read/reading-notes.ts';
export { cleanCell } from './read/spreadsheets/clean-cell.ts';
export { isRowNumberName } from './read/spreadsheets/header-row.ts';
export { columnName, NamedTable } from './read/spreadsheets/named-table.ts';
export { spoiltCode } from './read/spreadsheets/spoilt-code.ts';
export { type NamedCells, namedCells, tableRecords } from './read/spreadsheets/table-text.ts';
export { wellCased } from './read/well-cased.ts';
export { readReleaseFile, readReleaseList, unsoundFile } from './releases/read-release-list.ts';
export {
  placeOfRelease,
  type ReleaseDetails,
  type ReleasePlace,
  type StoredRelease,
} from './releases/release-details.ts';
export { insertReleaseSource, listUnknownCodes } from './releases/release-repository.ts';
export {
  describeDifference,
  differenceKinds,
  differencesTable,
  differenceWords,
  type FileDifference,
} from './take-in/difference-words.ts';
export { type FileTaken, importFile } from './take-in/import-file.ts';
export type { FileReport, ImportOutcome } from './take-in/import-outcome.ts';
export type { DirectoryWork } from './uploads/attach-directory-work.ts';
export type { FileKind } from './uploads/file-kind.ts';
export { receiveUpload } from './uploads/receive-upload.ts';
export type { Upload } from './uploads/upload.ts';
export { listUploadsInHand } from './uploads/upload-repository.ts';
export type { FileToTake } from './uploads/work-on-upload.ts';
export { FilesInHand } from './views/files-in-hand.tsx';
