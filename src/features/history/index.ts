export { type ChangeLine, changeKey, changeKinds, changeSubjects } from './changes/changes.ts';
export { listChangePage } from './changes/changes-repository.ts';
export { changesRoutes } from './changes/changes-routes.tsx';
export { compareFootprint } from './changes/read-footprint-comparison.ts';
export { type Lineage, lineageOf, type Step as LineageStep } from './lineage/lineage.ts';
export {
  isKnownCode,
  type ListedSuccession,
  listLineageLinks,
  listSuccessionPage,
} from './lineage/lineage-repository.ts';
export { existenceOn } from './timeline/existence.ts';
export { otherNames } from './timeline/names.ts';
export { organisationTimeline } from './timeline/organisation-timeline.ts';
export type { AreaPast, LineageParty, OrganisationPast } from './timeline/past.ts';
export { readAreaHistory } from './timeline/read-area-history.ts';
export {
  areaHistoryInShort,
  type HistoryInShort,
  organisationHistoryInShort,
} from './timeline/read-history-in-short.ts';
export type { TimelineEntry } from './timeline/timeline.ts';
export {
  countCommissioned,
  findAreaNear,
  findOrganisationNear,
  getOrganisationPast,
  listOtherFootprints,
} from './timeline/timeline-repository.ts';
export { AbsentPage } from './views/absent-page.tsx';
export { AreaNotes } from './views/area-notes.tsx';
export { lineageRows, nameRows } from './views/lineage-rows.tsx';
export { relationRows } from './views/relation-rows.tsx';
export { TimelineSection } from './views/timeline-section.tsx';
