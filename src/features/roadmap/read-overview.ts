import type { AppContext } from '../../context.ts';
import type { CheckResult } from '../../platform/check-result.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { ProgrammePack } from '../programme/index.ts';
import type { RoadmapContent } from './content/content-kinds.ts';
import { getContent } from './drafts/load-content.ts';
import { listAuthors, listSaveStamps, type SaveStamp } from './drafts/save-repository.ts';
import { endorsementBoard, type VersionBoard } from './endorsement/endorsement-board.ts';
import { listRoadmapEndorsements } from './endorsement/endorsement-repository.ts';
import { listWithdrawals, type Withdrawal } from './freezing/withdrawal-repository.ts';
import type { ControlBlock } from './roadmap.ts';
import type { VersionPlace } from './roadmap-place.ts';
import { readFreezeState, readSubmissionCheck } from './versions/read-version-checks.ts';
import { listVersions, type RoadmapVersionRow } from './versions/version-repository.ts';

/** Everything the overview of a roadmap shows. */
export interface RoadmapOverview {
  readonly content: RoadmapContent;
  readonly stamps: ReadonlyMap<string, SaveStamp>;
  /** Of freezing a draft, or of submitting a frozen version; null once it has been submitted. */
  readonly check: CheckResult | null;
  readonly board: VersionBoard;
  readonly control: ControlBlock;
  /** Newest first. */
  readonly versions: readonly RoadmapVersionRow[];
  readonly withdrawals: readonly Withdrawal[];
}

export async function readOverview({ database, pack }: AppContext, place: VersionPlace): Promise<RoadmapOverview> {
  const { version, named, footprint } = place;
  const endorsements = await listRoadmapEndorsements(database, version.roadmapId);
  return {
    content: await getContent(database, version.versionId),
    stamps: await listSaveStamps(database, version.versionId),
    check: await readCheck(database, pack, place),
    board: endorsementBoard(named, endorsements, version.digest, pack.submissionRule),
    control: await readControlBlock(database, version),
    versions: await listVersions(database, footprint.areaId),
    withdrawals: await listWithdrawals(database, version.roadmapId),
  };
}

async function readCheck(
  connection: Connection,
  pack: ProgrammePack,
  place: Pick<VersionPlace, 'version' | 'members'>,
) {
  const { version, members } = place;
  if (version.state === 'draft') {
    return (await readFreezeState(connection, pack, version.versionId, members)).check;
  }
  return version.state === 'endorsement' ? readSubmissionCheck(connection, pack, version) : null;
}

/** What the service keeps about a version, with everyone who wrote in it. */
export async function readControlBlock(connection: Connection, version: RoadmapVersionRow): Promise<ControlBlock> {
  const { number, state, illustrative, summaryOfChanges, createdAt, frozenAt, digest, submittedAt, publishedAt } =
    version;
  const authors = await listAuthors(connection, version.versionId);
  const dates = { createdAt, frozenAt, submittedAt, publishedAt };
  return { number, state, illustrative, summaryOfChanges, authors, digest, ...dates };
}
