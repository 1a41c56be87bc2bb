import type { CheckResult } from '../../../platform/check-result.ts';
import type { Connection } from '../../../platform/database/database.ts';
import type { Member } from '../../directory/index.ts';
import { type ProgrammePack, packOfRound } from '../../programme/index.ts';
import type { GroupBaseline } from '../content/group-baseline.ts';
import { heldBackFindings } from '../content/trajectory/held-back-baseline.ts';
import { type FootprintBaseline, readBaseline } from '../content/trajectory/read-baseline.ts';
import { trajectoryReader } from '../content/trajectory/trajectory.ts';
import { scaleOfSource } from '../content/trajectory/trajectory-scale.ts';
import { type RoadmapDocument, sectionsOfKind } from '../documents/frozen-document.ts';
import { listNamedMembers } from '../documents/named-member-repository.ts';
import { getContent, getWritten, type Written } from '../drafts/load-content.ts';
import { listRoadmapEndorsements } from '../endorsement/endorsement-repository.ts';
import { checkFreeze } from '../freezing/check-freeze.ts';
import type { RoadmapMember } from '../roadmap.ts';
import { checkSubmission } from '../submission/submission-check.ts';
import { getFrozenDocument, type RoadmapVersionRow } from './version-repository.ts';

export interface FreezeState extends Written {
  readonly baseline: FootprintBaseline;
  readonly check: CheckResult;
}

/**
 * A draft as it stands with what `checkFreeze` makes of it, and what a document of the day would be without: the same for the page and for
 * freezing itself.
 */
export async function readFreezeState(
  connection: Connection,
  programme: ProgrammePack,
  { versionId, roundId }: Pick<RoadmapVersionRow, 'versionId' | 'roundId'>,
  members: readonly Member[],
  day: string,
): Promise<FreezeState> {
  const pack = packOfRound(programme, roundId);
  const [written, baseline] = await Promise.all([
    getWritten(connection, versionId),
    readBaseline(connection, pack, roundId, members),
  ]);
  const { content } = written;
  const { blockers, warnings } = checkFreeze({ pack, content, members, baselines: baseline.groups });
  const check = { blockers, warnings: [...heldBackFindings(pack, baseline, day), ...warnings] };
  return { ...written, baseline, check };
}

/**
 * What stands in the way of submitting a frozen version: the same for the page and for submitting itself. Members and the baseline
 * that targets are held against are those in the document, which is what the members endorse. Of a draft there is nothing to submit,
 * and no finding. `isRoundOpen`: whether the round still takes the version; of one that was sent already nobody asks.
 */
export async function readSubmissionCheck(
  connection: Connection,
  programme: ProgrammePack,
  version: RoadmapVersionRow,
  isRoundOpen: boolean,
): Promise<CheckResult> {
  const content = await getContent(connection, version.versionId);
  const endorsements = await listRoadmapEndorsements(connection, version.roadmapId);
  const document = await getFrozenDocument(connection, version.versionId);
  const members = await listNamedMembers(connection, version.versionId);
  if (document === null || members === null) {
    return { blockers: [], warnings: [] };
  }
  const baselines = baselinesOf(document, members);
  const pack = packOfRound(programme, version.roundId);
  return checkSubmission({ pack, content, members, baselines, endorsements, digest: version.digest, isRoundOpen });
}

/** The baseline of a frozen document, with organisations by id again. */
function baselinesOf(document: RoadmapDocument, members: readonly RoadmapMember[]): GroupBaseline[] {
  const idOf = (code: string) => members.find((member) => member.code === code)?.organisationId ?? code;
  const rows = sectionsOfKind(document, trajectoryReader).flatMap(({ content }) => content?.rows ?? []);
  return rows.map(({ groupId, baseline }) => ({
    ...baseline,
    groupId,
    scale: scaleOfSource(document.baselineSource),
    included: baseline.included.map(idOf),
    missing: baseline.missing.map(idOf),
  }));
}
