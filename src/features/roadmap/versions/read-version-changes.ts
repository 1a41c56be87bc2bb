import type { Connection } from '../../../platform/database/database.ts';
import { type ChangedSection, changedSections } from '../documents/document-difference.ts';
import type { RoadmapDocument } from '../documents/frozen-document.ts';
import type { VersionEndorsement } from '../endorsement/endorsement.ts';
import { type LapsedVersionEndorsement, lapsedVersionEndorsements } from '../endorsement/lapsed-endorsements.ts';
import { listWithdrawals } from '../freezing/withdrawal-repository.ts';
import { getFrozenDocument, listFrozenDocuments, type RoadmapVersionRow } from './version-repository.ts';

/** What a document says differently from the one its version was based on; null for a first version. */
export async function changesSinceBasis(
  connection: Connection,
  version: RoadmapVersionRow,
  document: RoadmapDocument,
): Promise<ChangedSection[] | null> {
  if (version.basedOn === null) {
    return null;
  }
  const before = await getFrozenDocument(connection, version.basedOn);
  return before === null ? null : changedSections(before, document);
}

/**
 * Decisions about a roadmap that stand no longer, each with the reason: which parts have changed since the very document it was
 * made on, or why that document was taken back.
 */
export async function readLapsed(
  connection: Connection,
  version: RoadmapVersionRow,
  endorsements: readonly VersionEndorsement[],
  memberIds: readonly string[],
): Promise<LapsedVersionEndorsement[]> {
  const withdrawals = await listWithdrawals(connection, version.roadmapId);
  const frozen = await listFrozenDocuments(connection, version.roadmapId);
  const current = version.digest === null ? undefined : frozen.get(version.digest);
  const facts = { digest: version.digest, memberIds, withdrawalReason: null, changed: [] };
  return lapsedVersionEndorsements(endorsements, facts).flatMap(({ endorsement }) => {
    const withdrawal = withdrawals.find(({ digest }) => digest === endorsement.digest);
    const decidedOn = withdrawal?.document ?? frozen.get(endorsement.digest);
    const changed = decidedOn === undefined || current === undefined ? [] : changedSections(decidedOn, current);
    const withdrawalReason = withdrawal?.reason ?? olderVersion(endorsement, version);
    return lapsedVersionEndorsements([endorsement], { ...facts, withdrawalReason, changed }).map((lapse) => {
      // Where parts are named, the reason given when the text was taken back is still worth reading.
      const isTold = withdrawal === undefined || lapse.reason.includes(withdrawal.reason);
      return isTold ? lapse : { ...lapse, reason: `${lapse.reason} (${withdrawal.reason})` };
    });
  });
}

function olderVersion({ versionNumber }: VersionEndorsement, { number }: RoadmapVersionRow): string | null {
  return versionNumber < number
    ? `version ${number} follows version ${versionNumber}, which the decision was about`
    : null;
}
