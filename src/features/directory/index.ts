export { addressPart } from './address-part.ts';
export { listAllMembers, listSources, listSourcesById } from './area-repository.ts';
export { asRecorded, type Day, isRecordedBy, onDay, type ReadDay, readDay, recordedByPastDay } from './as-at.ts';
export { commissionerTypeOn, commissionerWords, isCommissionerType } from './commissioner.ts';
export {
  type Area,
  type AreaRef,
  type CalledStatus,
  COMMISSIONER_TYPE,
  type Footprint,
  isOdsCode,
  type Member,
  type Organisation,
  type OrganisationRef,
  PRACTICE_TYPE,
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
} from './directory-listing-repository.ts';
export {
  findArea,
  findFootprint,
  findOrganisation,
  findOrganisationId,
  listAreas,
  listFootprints,
  listMembers,
  listOrganisationsOfTypes,
  listTypesOn,
} from './directory-repository.ts';
export {
  type FootprintLife,
  findFootprintLife,
  listFootprintKeys,
  listFootprintLives,
} from './footprint-history-repository.ts';
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
export { listWithRegisterDetails, type RegisterDetail } from './register-detail-repository.ts';
export { matchesWords, searchTerm, searchWords } from './search-words.ts';
export {
  areaRefJson,
  areasOfOrganisation,
  footprintsOfOrganisation,
  isBorne,
  patientsOfOrganisation,
  sourceJson,
} from './sql-fragments.ts';
export { areaHref } from './views/area-href.ts';
export { AsAtLine } from './views/as-at-line.tsx';
export { DataSources, formatPartialDate } from './views/data-sources.tsx';
export { membershipRoleLabels } from './views/membership-role-labels.ts';
export { typeOf } from './views/organisation-types.ts';
export { countedInWords, type Population, sumPopulation } from './views/registered-population.ts';
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
  footprintsOfMembers,
  getDayOfOrganisation,
  getPlacement,
  listAddressed,
  listEveryMember,
  listOrganisationsById,
  listPlacements,
  listWorkingFootprints,
  type WorkingFootprint,
} from './working-day-repository.ts';
