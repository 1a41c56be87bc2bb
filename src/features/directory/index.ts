export { addressPart } from './address-part.ts';
export {
  countOrganisations,
  listAllMembers,
  listCommissioners,
  listLinkedAreas,
  listOrganisationsIn,
  listSources,
  listSourcesById,
} from './area-repository.ts';
export { asRecorded, type Day, isRecordedBy, onDay, type ReadDay, readDay, recordedByPastDay } from './as-at.ts';
export { commissionerTypeOn, commissionerWords, isCommissionerType } from './commissioner.ts';
export {
  type Area,
  type AreaRef,
  type CalledStatus,
  COMMISSIONER_TYPE,
  type CommissionerPlace,
  type Footprint,
  isOdsCode,
  type Member,
  type MembershipOf,
  type Organisation,
  type OrganisationInArea,
  type OrganisationRef,
  PRACTICE_TYPE,
  PRACTICE_TYPES,
  type RegisteredPatients,
  type Source,
  type SourceRef,
} from './directory.ts';
export {
  type ListedMembership,
  listAreaPage,
  listAreasById,
  listFootprintPage,
  listMembershipPage,
  listOrganisationsById,
} from './directory-listing-repository.ts';
export {
  findArea,
  findFootprint,
  findOrganisation,
  listAreas,
  listFootprints,
  listMembers,
  listMembershipsOf,
  listOrganisationsOfTypes,
  listTypesOn,
} from './directory-repository.ts';
export {
  type FootprintLife,
  findFootprintLife,
  listFootprintKeys,
  listFootprintLives,
  listFootprintMemberships,
  listMembershipsElsewhere,
  listOrganisationsOn,
} from './footprint-history-repository.ts';
export { listCommissionersOfFootprints } from './footprint-population-repository.ts';
export { insideFootprint } from './inside-footprint.ts';
export { listRegionsOfCodes, listWithDetails } from './listing-details-repository.ts';
export {
  isPlanningKind,
  LAST_DAY_OF_GROUPS,
  type PlanningWords,
  planningKindOn,
  planningKinds,
  planningName,
  planningWords,
  planningWordsOf,
} from './planning-area.ts';
export { findRecordDetail, type RecordDetail } from './record-detail-repository.ts';
export { isSameText } from './records/agreeing-facts.ts';
export { correctRecord, type HeldRecord, heldFor } from './records/correct-record.ts';
export type { Difference, DifferenceKind } from './records/difference.ts';
export { listStored, updateHistoryRows } from './records/history-repository.ts';
export { type HistoryChange, historyRows } from './records/history-rows.ts';
export { layRelations, type Relation } from './records/lay-relations.ts';
export type {
  OrganisationObservation,
  OrganisationStatus,
  RelationKind,
  RelationObservation,
  SourceRow,
  SuccessionObservation,
} from './records/observation.ts';
export { observe } from './records/observe.ts';
export {
  type Citation,
  type Facts,
  type Life,
  type OrganisationHistory,
  type Sighting,
  seenFrom,
} from './records/organisation-history.ts';
export type { HistoryRows, StoredOrganisation, StoredRelation } from './records/stored-history.ts';
export { takeSighting } from './records/take-sighting.ts';
export { type OrganisationTypes, organisationTypes } from './records/type-rules.ts';
export { changeRegister, type RegisterAction, tryChange } from './register/change-register.ts';
export {
  areSameMembers,
  compareMembers,
  differenceInWords,
  type MembersDifference,
} from './register/compare-members.ts';
export { handOnRecords, type RegisterTransaction } from './register/hand-on-records.ts';
export { holdFootprint, holdMembers, listMembersNow } from './register/hold-members.ts';
export {
  areaFact,
  areaLinkFact,
  type DatedPlace,
  membershipFact,
  organisationPlaceFact,
  type PlaceFact,
  type PlaceKind,
  placeTables,
} from './register/place.ts';
export {
  deleteShippedPlaces,
  endPlaces,
  insertPlaces,
  updatePlaces,
} from './register/places-repository.ts';
export { lockMembersShared } from './register/register-lock-repository.ts';
export { listWithRegisterDetails, type RegisterDetail } from './register-detail-repository.ts';
export { matchesWords, searchTerm, searchWords } from './search-words.ts';
export {
  areaRefJson,
  areasOfOrganisation,
  footprintsOfOrganisation,
  isBorne,
  parentsOf,
  patientsOfOrganisation,
  sourceJson,
} from './sql-fragments.ts';
export { groupIntoEvents } from './succession/group-into-events.ts';
export {
  type Closing,
  type SuccessionKind,
  type SuccessionLink,
  type SuccessionPair,
  type SuccessionSubject,
  successionKinds,
  successionSubjects,
} from './succession/succession.ts';
export {
  type AreaSuccessor,
  insertSuccession,
  insertSuccessions,
  listAreaSuccessors,
  listClosings,
  listSuccessionsOf,
  type SuccessionRecord,
} from './succession/succession-repository.ts';
export {
  beginOrganisationRecord,
  endOrganisationRecord,
  insertCarriedPatients,
  type SuccessionDay,
} from './succession/succession-writes-repository.ts';
export { endsOf, walkSuccession } from './succession/walk-succession.ts';
export { areaHref } from './views/area-href.ts';
export { AsAtLine } from './views/as-at-line.tsx';
export { DataSources, formatPartialDate } from './views/data-sources.tsx';
export { typeOf } from './views/organisation-types.ts';
export { countedInWords, type Population, sumPopulation } from './views/registered-population.ts';
export { roleWord } from './views/role-word.ts';
export { StandingKey } from './views/standing-key.tsx';
export {
  type ShownStanding,
  shownStandings,
  standingMeaning,
  standingOf,
  standingWord,
} from './views/standing-word.ts';
export { StatusNote, statusWords } from './views/status-note.tsx';
export {
  findFootprintAtWork,
  findWorkingOrganisation,
  getDayOfOrganisation,
  getPlacement,
  listAddressKeys,
  listEveryMember,
  listPlacements,
  listWorkingFootprints,
  type Placement,
  type WorkingFootprint,
} from './working-day-repository.ts';
