import type { AppContext } from '../../context.ts';
import type { CheckResult } from '../../platform/check-result.ts';
import type { Connection } from '../../platform/database/database.ts';
import { today } from '../../platform/days.ts';
import type { ProgrammePack } from '../programme/index.ts';
import { getWritten, type Written } from './drafts/load-content.ts';
import { endorsementBoard, type VersionBoard } from './endorsement/endorsement-board.ts';
import { listRoadmapEndorsements } from './endorsement/endorsement-repository.ts';
import type { ControlBlock } from './roadmap.ts';
import type { VersionPlace } from './roadmap-place.ts';
import { isSubmittingOpen } from './round-of-roadmap.ts';
import { readFreezeState, readSubmissionCheck } from './versions/read-version-checks.ts';
import type { VersionRecord } from './versions/version-record-repository.ts';
import type { RoadmapVersionRow } from './versions/version-repository.ts';

/** Everything the overview of a roadmap shows. */
export interface RoadmapOverview extends Written {
  /** Of freezing a draft, or of submitting a frozen version; null once it has been submitted. */
  readonly check: CheckResult | null;
  /** Whether the round takes this version. */
  readonly isSubmittingOpen: boolean;
  readonly board: VersionBoard;
  readonly control: ControlBlock;
  /** Newest first. */
  readonly versions: readonly VersionRecord[];
}

export async function readOverview(
  { database, pack, clock }: AppContext,
  place: VersionPlace,
  versions: readonly VersionRecord[],
): Promise<RoadmapOverview> {
  const { version, named } = place;
  const isOpen = isSubmittingOpen(pack, version, today(clock));
  const [endorsements, written] = await Promise.all([
    listRoadmapEndorsements(database, version.roadmapId),
    readWritten(database, pack, place, isOpen, today(clock)),
  ]);
  const board = endorsementBoard(named, endorsements, version.digest, pack.submissionRule);
  const authors = versions.find(({ versionId }) => versionId === version.versionId)?.authors ?? [];
  return { ...written, isSubmittingOpen: isOpen, board, control: controlBlock(version, authors), versions };
}

/** What is written, and what stands in the way of the step that comes next. */
async function readWritten(
  connection: Connection,
  pack: ProgrammePack,
  { version, members }: Pick<VersionPlace, 'version' | 'members'>,
  isOpen: boolean,
  day: string,
): Promise<Pick<RoadmapOverview, keyof Written | 'check'>> {
  if (version.state === 'draft') {
    const { content, stamps, check } = await readFreezeState(connection, pack, version, members, day);
    return { content, stamps, check };
  }
  const [written, check] = await Promise.all([
    getWritten(connection, version.versionId),
    version.state === 'endorsement' ? readSubmissionCheck(connection, pack, version, isOpen) : null,
  ]);
  return { ...written, check };
}

/** What the service keeps about a version. `authors`: everyone who wrote in it. */
export function controlBlock(version: RoadmapVersionRow, authors: readonly string[]): ControlBlock {
  const { number, state, illustrative, summaryOfChanges, createdAt, frozenAt, digest, submittedAt, publishedAt } =
    version;
  const dates = { createdAt, frozenAt, submittedAt, publishedAt };
  return { number, state, illustrative, summaryOfChanges, authors, digest, ...dates };
}
