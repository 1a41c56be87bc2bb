// What is stored, and the steps that change it.
export { type BeginOutcome, type BeginVersion, beginVersion } from './begin-version.ts';
export type { FreezeCheckInput } from './check-freeze.ts';
export { illustrateContent } from './content/all-content.ts';
export type { TrajectoryFrame } from './content/trajectory/check-trajectory.ts';
export { type FootprintBaseline, readBaseline } from './content/trajectory/read-baseline.ts';
export type {
  BaselineMember,
  GroupBaseline,
  MemberSectionScore,
} from './content/trajectory/trajectory-baseline.ts';
export { documentTrajectory, type TrajectoryView } from './content/trajectory/trajectory-view.ts';
export { TrajectoryFigure } from './content/trajectory/views/trajectory-figure.tsx';
export { type ChangedSection, changedSections } from './document-difference.ts';
export {
  type DownloadEndorsement,
  type DownloadPublication,
  downloadSchema,
  downloadShape,
  type RoadmapDownload,
} from './download-shape.ts';
export { type EndorseVersion, endorseVersion } from './endorse-version.ts';
export {
  currentEndorsements,
  type Decision,
  decisionLabels,
  type Endorsement,
  type EndorsementCommand,
  type EndorsementFacts,
  type EndorsementOutcome,
} from './endorsement.ts';
export type {
  BoardRow,
  BoardState,
  EndorsementBoard,
  EndorsementTally,
} from './endorsement-board.ts';
export { listEndorsements, listEndorsementsOf } from './endorsement-repository.ts';
export {
  type FreezeInput,
  freezeDocument,
} from './freeze-document.ts';
export { type FreezeOutcome, freezeVersion } from './freeze-version.ts';
export {
  type BaselineSource,
  type DocumentSection,
  type DocumentTerms,
  documentDigest,
  publicCopy,
  type RoadmapDocument,
  withheldSections,
} from './frozen-document.ts';
export { heedMembersOfRoadmaps } from './heed-members.ts';
export type { LapsedEndorsement, LapseFacts } from './lapsed-endorsements.ts';
export { type MoveFacts, type MoveOutcome, moveVersion } from './move-version.ts';
export { listNamedMembers, listNamedMembersOf } from './named-member-repository.ts';
export { type OpenOutcome, openRoadmap } from './open-roadmap.ts';
export { readMembersSince } from './read-members-since.ts';
export { readSubmissionCheck } from './read-version-checks.ts';
export type { ReturnOutcome, ReturnToDraft } from './return-to-draft.ts';
export type { ControlBlock, RoadmapMember, RoadmapPack } from './roadmap.ts';
export { roadmapRoutes } from './roadmap-routes.ts';
export type { SubmissionCheckInput } from './submission-check.ts';
export { type SubmitOutcome, submitVersion } from './submit-version.ts';
export { beginCitingDraft, withdrawInSuccession } from './succeed-roadmap.ts';
export { type DownloadSummary, recordDigest, type Verification, verifyDownload } from './verify-download.ts';
export { listVersionDates, type VersionDatesRow } from './version-dates-repository.ts';
export { type ReviewDates, type VersionDates, versionStateOn } from './version-on-day.ts';
export {
  findCurrentVersion,
  getFrozenDocument,
  getVersion,
  listVersionStates,
  listVersions,
  listVersionsOf,
  lockVersion,
  type RoadmapVersionRow,
  type VersionStateRow,
} from './version-repository.ts';
export {
  type VersionAction,
  type VersionActionKind,
  type VersionDecision,
  type VersionFacts,
  type VersionRequirement,
  type VersionState,
  type VersionTransition,
  versionStateLabels,
  versionStates,
} from './version-state.ts';
export { type FurtherChapter, RoadmapDocumentView } from './views/document/roadmap-document-view.tsx';
export type { Signature } from './views/document/signatures-table.tsx';
export { VersionTag } from './views/version-tag.tsx';
export { writeContent } from './write-content.ts';
