export {
  type ChangeMade,
  changeRegister,
  changeRegisterAndTell,
  type RegisterAction,
  tryChange,
} from './change-register.ts';
export {
  areSameMembers,
  compareMembers,
  differenceInWords,
  type MembersDifference,
} from './compare-members.ts';
export { handOnRecords, type RegisterTransaction } from './hand-on-records.ts';
export { holdFootprint, holdMembers, listMembersNow } from './hold-members.ts';
export {
  areaFact,
  areaLinkFact,
  type DatedPlace,
  membershipFact,
  organisationPlaceFact,
  type PlaceFact,
  type PlaceKind,
  placeTables,
} from './place.ts';
export {
  deleteShippedPlaces,
  endPlaces,
  insertPlaces,
  updatePlaces,
} from './places-repository.ts';
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
export { lockMembersShared } from './register-lock-repository.ts';
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
  insertSuccession,
  insertSuccessions,
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
