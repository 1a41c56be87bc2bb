export type { FootprintFound, Lead, MeantFootprint, Surroundings } from './find-area.ts';
export { findMyArea } from './find-my-area.ts';
export { type FoundScope, findScope } from './find-scope.ts';
export {
  type Asked,
  askedFormat,
  nextOrder,
  pageSizes,
  queryReader,
  type SortOrder,
  sortText,
  usualPageSize,
} from './listing/list-query.ts';
export {
  isOrganisationsFiltered,
  NO_FOOTPRINT,
  type OrganisationSortKey,
  type OrganisationStatusFilter,
  type OrganisationsQuery,
  organisationFilterParts,
  organisationQueryParts,
  organisationStatuses,
  organisationsListing,
  readOrganisationsQuery,
} from './listing/organisation-list.ts';
export { countOrganisationLines, type OrganisationLine } from './listing/organisation-list-repository.ts';
export {
  listClosestOrganisations,
  listOrganisationPage,
  type OrganisationList,
  organisationBatches,
  organisationListReader,
  type ReadOrganisationList,
} from './listing/read-organisation-list.ts';
export { findNamedScope } from './places/find-named-scope.ts';
export {
  type FoundAreaHit,
  type FoundOrganisationHit,
  type SearchResult,
  searchDirectory,
} from './search-directory.ts';
export { updateSearchEntries } from './search-entries-repository.ts';
export { isFoundBy } from './sql-fragments.ts';
