export { asAtOf } from './as-at.ts';
export {
  type Area,
  type AreaRef,
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
  type Placement,
  placementOf,
} from './directory-repository.ts';
export { directoryRoutes } from './directory-routes.tsx';
export { loadReference } from './load-reference.ts';
