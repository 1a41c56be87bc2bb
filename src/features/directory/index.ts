export { listAllMembers, sourcesById } from './area-repository.ts';
export { isRecordedBy, parseDay, readDay } from './as-at.ts';
export type { BoundaryFault } from './boundary/boundary.ts';
export {
  type BoundaryImport,
  type BoundaryReport,
  importBoundaries,
} from './boundary/import-boundaries.ts';
export {
  type Area,
  type AreaRef,
  COMMISSIONER_TYPE,
  type Footprint,
  isOdsCode,
  type Member,
  type MembershipOf,
  type MembershipRole,
  type Organisation,
  type OrganisationRef,
  type Source,
  type SourceRef,
  type Standing,
} from './directory.ts';
export {
  areasById,
  type ListedMembership,
  listAreaPage,
  listFootprintPage,
  listMembershipPage,
  listOrganisationPage,
  organisationsById,
} from './directory-listing-repository.ts';
export {
  type DirectoryReads,
  type FootprintStage,
  type FootprintStageId,
  footprintStages,
  type ProgrammeFigures,
  type PublicationLine,
  type ReadDay,
  type RoadmapFigures,
  type SearchGroup,
  type SearchHit,
  type Slot,
} from './directory-reads.ts';
export {
  type AssessedOrganisation,
  findArea,
  findFootprint,
  findOrganisation,
  listAreas,
  listFootprints,
  listMembers,
  listOrganisations,
  listOrganisationsOfTypes,
  type OrganisationFilter,
  type OrganisationRow,
} from './directory-repository.ts';
export { directoryRoutes } from './directory-routes.tsx';
export {
  endMemberships,
  type FootprintLife,
  type FootprintMembership,
  insertFootprint,
  insertMemberships,
  listFootprintKeys,
  listFootprintLives,
  listFootprintMemberships,
  listMembershipsElsewhere,
  listOrganisationsOn,
  type MembershipElsewhere,
} from './footprint-writes-repository.ts';
export type { Difference, DifferenceKind } from './history/difference.ts';
export { describeDifference, differenceKinds, differencesTable, differenceWords } from './import/difference-words.ts';
export { importFile, takeInFile } from './import/import-file.ts';
export type { FileFinding, ImportOutcome } from './import/import-outcome.ts';
export { findImport, type ImportRow, listImports } from './import/import-repository.ts';
export { describeFault, type ImportFault, ImportFaultsError } from './import/read/import-faults.ts';
export { guessLayout, type LayoutId, layouts } from './import/read/layouts.ts';
export type { ImportRequest } from './import/take-in-items.ts';
export { type OrganisationTypes, organisationTypes } from './import/type-rules.ts';
export { importPlaces, type PlacesFinding, type PlacesOutcome } from './import-places/import-places.ts';
export type { PlaceLayoutId } from './import-places/place-layouts.ts';
export { loadReference } from './load-reference.ts';
export { changeRegister, type RegisterDeed } from './register/change-register.ts';
export {
  areSameMembers,
  compareMembers,
  differenceInWords,
  type MembersDifference,
} from './register/compare-members.ts';
export { holdFootprint, holdMembers, listMembersNow } from './register/hold-members.ts';
export { type RegisterTransaction, shareMembers } from './register/register-lock-repository.ts';
export { searchDirectory } from './search/search-directory.ts';
export { refreshSearchEntries } from './search/search-entries-repository.ts';
export type { SuccessionKind, SuccessionLink, SuccessionPair, SuccessionSubject } from './succession/succession.ts';
export {
  type FootprintFacts,
  type FootprintKeyPeriod,
  listCodesInUse,
  listFootprintFacts,
  listFootprintKeyPeriods,
  listFootprintPlaces,
  listOrganisationFacts,
  type OrganisationFacts,
} from './succession/succession-facts-repository.ts';
export {
  type AreaSuccessor,
  insertSuccession,
  insertSuccessions,
  listAreaSuccessors,
  listSuccessionsOf,
  type NewSuccession,
  type SuccessionRecord,
} from './succession/succession-repository.ts';
export {
  beginAreaLink,
  beginFootprintRecord,
  beginMembership,
  beginOrganisationPlace,
  beginOrganisationRecord,
  carryRegisteredPatients,
  endAreaLink,
  endFootprintRecord,
  endMembership,
  endOrganisationRecord,
  type SuccessionDay,
} from './succession/succession-writes-repository.ts';
export { endsOf, type SuccessionPath, walkSuccession } from './succession/walk-succession.ts';
export { type ChangeLine, changeKinds, changeSubjects } from './timeline/changes.ts';
export { listChangePage } from './timeline/changes-repository.ts';
export { compareFootprint } from './timeline/compare-footprint.ts';
export { areaHistoryInShort, type HistoryInShort, organisationHistoryInShort } from './timeline/history-in-short.ts';
export type { Step as LineageStep } from './timeline/lineage.ts';
export { isKnownCode, type ListedSuccession, listSuccessionPage } from './timeline/lineage-repository.ts';
export type { Party } from './timeline/past.ts';
export { findAreaNear, findOrganisationNear } from './timeline/timeline-repository.ts';
export type { ProviderResults } from './views/map-measures.ts';
export {
  addressKeysOf,
  dayOfFootprint,
  dayOfOrganisation,
  findWorkingOrganisation,
  listWorkingFootprints,
  type Placement,
  placementOf,
  type WorkingFootprint,
} from './working-day-repository.ts';
