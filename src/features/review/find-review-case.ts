import type { AppContext } from '../../context.ts';
import type { CheckResult } from '../../platform/check-result.ts';
import type { Footprint } from '../directory/index.ts';
import { listMembersNow, type MembersDifference } from '../register/index.ts';
import {
  type ChangedSection,
  changedSections,
  getFrozenDocument,
  listVersions,
  type RoadmapVersionRow,
  readMembersSince,
  readSubmissionCheck,
  type VersionState,
} from '../roadmap/index.ts';
import { type ClearanceTakenBack, findClearanceTakenBack } from './clearance-repository.ts';
import { findReview, listReviews, type Review, type SettledOutcome } from './review-repository.ts';

/** Everything a reviewer has beside the roadmap itself. */
export interface ReviewCase {
  readonly footprint: Footprint;
  readonly version: RoadmapVersionRow;
  /** Null until somebody starts it. */
  readonly review: Review | null;
  /** Null where the version was not cleared, or its clearance stands. */
  readonly takenBack: ClearanceTakenBack | null;
  /** What the service noticed by itself. */
  readonly findings: CheckResult;
  /** How the members are others now than those that the document names, and who endorsed it; null where they are the same. */
  readonly membersSince: MembersDifference | null;
  /** The latest version reviewed before this one; null where this is the first. */
  readonly previous: PreviousReview | null;
  /** True where a newer version is being written, which the reviewer does not see yet. */
  readonly isNewerBegun: boolean;
}

export interface PreviousReview {
  readonly version: RoadmapVersionRow;
  readonly settled: SettledOutcome;
  /** What differs between the document reviewed then and this one. */
  readonly changed: readonly ChangedSection[];
}

const reviewable: readonly VersionState[] = [
  'submitted',
  'under-review',
  'changes-requested',
  'cleared',
  'published',
  'superseded',
];

/** True for what the regional team has been sent: a draft, and a version that members are still deciding on, are not theirs. */
export function isSent(state: VersionState): boolean {
  return reviewable.includes(state);
}

/** The newest version of a footprint that was sent to the regional team; null before the first. */
export async function findReviewCase(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  footprint: Footprint,
): Promise<ReviewCase | null> {
  const versions = await listVersions(database, footprint.areaId);
  const version = versions.find(({ state }) => isSent(state));
  if (version === undefined) {
    return null;
  }
  const older = versions
    .slice(versions.indexOf(version) + 1)
    .filter(({ roadmapId }) => roadmapId === version.roadmapId);
  const members = await listMembersNow(database, footprint.areaId, pack.positionOn);
  return {
    footprint,
    version,
    review: await findReview(database, version.versionId),
    takenBack: await findClearanceTakenBack(database, version.versionId),
    findings: await readSubmissionCheck(database, pack, version, true),
    membersSince: await readMembersSince(database, version.versionId, members),
    previous: await findPrevious(database, version, older),
    isNewerBegun: versions[0] !== version,
  };
}

async function findPrevious(
  database: AppContext['database'],
  version: RoadmapVersionRow,
  older: readonly RoadmapVersionRow[],
): Promise<PreviousReview | null> {
  const reviews = await listReviews(
    database,
    older.map(({ versionId }) => versionId),
  );
  for (const candidate of older) {
    const settled = reviews.get(candidate.versionId)?.decision ?? null;
    if (settled !== null) {
      const [before, after] = [
        await getFrozenDocument(database, candidate.versionId),
        await getFrozenDocument(database, version.versionId),
      ];
      const changed = before === null || after === null ? [] : changedSections(before, after);
      return { version: candidate, settled, changed };
    }
  }
  return null;
}
