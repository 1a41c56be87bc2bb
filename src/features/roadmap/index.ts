// What is stored, and the steps that change it.

export { illustrateContent } from './content/all-content.ts';
export { readBaseline } from './content/trajectory/read-baseline.ts';
export { documentTrajectory, type TrajectoryView } from './content/trajectory/trajectory-view.ts';
export { TrajectoryFigure } from './content/trajectory/views/trajectory-figure.tsx';
export { type ChangedSection, changedSections } from './document-difference.ts';
export { type DownloadEndorsement, downloadSchema, downloadShape, type RoadmapDownload } from './download-shape.ts';
export { endorseVersion } from './endorse-version.ts';
export { listEndorsements, listEndorsementsOf } from './endorsement-repository.ts';
export { freezeVersion } from './freeze-version.ts';
export { documentDigest, publicCopy, type RoadmapDocument, withheldSections } from './frozen-document.ts';
export { heedMembersOfRoadmaps } from './heed-members.ts';
export { moveVersion } from './move-version.ts';
export { listNamedMembers, listNamedMembersOf } from './named-member-repository.ts';
export { openRoadmap } from './open-roadmap.ts';
export { readMembersSince } from './read-members-since.ts';
export { readSubmissionCheck } from './read-version-checks.ts';
export type { RoadmapMember } from './roadmap.ts';
export { roadmapRoutes } from './roadmap-routes.ts';
export { submitVersion } from './submit-version.ts';
export { beginCitingDraft, withdrawInSuccession } from './succeed-roadmap.ts';
export { type DownloadSummary, recordDigest, type Verification, verifyDownload } from './verify-download.ts';
export { listVersionDates, type VersionDatesRow } from './version-dates-repository.ts';
export { type ReviewDates, versionStateOn } from './version-on-day.ts';
export {
  getFrozenDocument,
  listVersionStates,
  listVersions,
  listVersionsOf,
  lockVersion,
  type RoadmapVersionRow,
  type VersionStateRow,
} from './version-repository.ts';
export { type VersionState, versionStateLabels, versionStates } from './version-state.ts';
export { RoadmapDocumentView } from './views/document/roadmap-document-view.tsx';
export { VersionTag } from './views/version-tag.tsx';
export { writeContent } from './write-content.ts';
