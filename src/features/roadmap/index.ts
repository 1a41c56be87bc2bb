// What is stored, and the steps that change it.

export { illustrateContent, partTables } from './content/all-content.ts';
export type { FileCell, FileTable } from './content/file-table.ts';
export { readBaseline } from './content/trajectory/read-baseline.ts';
export { printedBaseline, publishedTrajectory, type TrajectoryView } from './content/trajectory/trajectory-view.ts';
export { TrajectoryFigure } from './content/trajectory/views/trajectory-figure.tsx';
export { countPlanningWork } from './count-planning-work.ts';
export { parseSince } from './difference/parse-since.ts';
export { DifferencesPage } from './difference/views/differences-page.tsx';
export { documentPages } from './document-pages.tsx';
export { type ChangedSection, changedSections } from './documents/document-difference.ts';
export { documentTables } from './documents/document-tables.ts';
export {
  type DownloadEndorsement,
  downloadSchema,
  downloadShape,
  type RoadmapDownload,
} from './documents/download-shape.ts';
export { documentDigest, publicCopy, type RoadmapDocument, withheldSections } from './documents/frozen-document.ts';
export { listNamedMembers, listNamedMembersOf } from './documents/named-member-repository.ts';
export { type DownloadSummary, recordDigest, type Verification, verifyDownload } from './documents/verify-download.ts';
export { type MemberFile, versionFileName, type WholeFile } from './documents/whole-files.ts';
export { listWrittenVersionIds } from './drafts/save-repository.ts';
export { writeContent } from './drafts/write-content.ts';
export { endorseVersion } from './endorsement/endorse-version.ts';
export { endorsementBoard, type VersionBoard } from './endorsement/endorsement-board.ts';
export { listEndorsements, listEndorsementsOf } from './endorsement/endorsement-repository.ts';
export { heedMembersOfRoadmaps } from './endorsement/heed-members.ts';
export { listMemberRoadmaps } from './endorsement/member-roadmap-repository.ts';
export { readMembersSince } from './endorsement/read-members-since.ts';
export { freezeVersion } from './freezing/freeze-version.ts';
export { InShortSection } from './in-short/views/in-short-section.tsx';
export { isAskedToPlan } from './planning-work.ts';
export type { RoadmapMember } from './roadmap.ts';
export { roadmapRoutes } from './roadmap-routes.ts';
export { dueOnOf, isSubmittingOpen, type RoadmapAtWork, roadmapAtWork } from './round-of-roadmap.ts';
export { submitVersion } from './submission/submit-version.ts';
export { moveVersion } from './versions/move-version.ts';
export { openRoadmap } from './versions/open-roadmap.ts';
export { readSubmissionCheck } from './versions/read-version-checks.ts';
export { requireVersionRead, type VersionRead } from './versions/require-version-read.ts';
export { hasRoadmapsIn } from './versions/roadmap-repository.ts';
export { beginCitingDraft, withdrawInSuccession } from './versions/succeed-roadmap.ts';
export { listVersionDates, type VersionDatesRow } from './versions/version-dates-repository.ts';
export { type ReviewDates, versionStateOn } from './versions/version-on-day.ts';
export {
  findVersionOf,
  getFrozenDocument,
  listVersionStates,
  listVersions,
  listVersionsOf,
  lockVersion,
  type RoadmapVersionRow,
  type VersionStateRow,
} from './versions/version-repository.ts';
export { type VersionState, versionStateLabels, versionStates } from './versions/version-state.ts';
export { versionsBeside } from './versions/versions-beside.ts';
export { BoardTables } from './views/document/board-tables.tsx';
export { RoadmapDocumentView } from './views/document/roadmap-document-view.tsx';
export type { Signature } from './views/document/signatures-table.tsx';
export { TakeAway } from './views/document/take-away.tsx';
export { VersionTag } from './views/version-tag.tsx';
