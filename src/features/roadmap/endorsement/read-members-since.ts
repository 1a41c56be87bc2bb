import type { Connection } from '../../../platform/database/database.ts';
import type { NamedMember } from '../../../register-keeping.ts';
import { membersChangedReason } from '../../agreement/index.ts';
import type { Acting } from '../../identity/index.ts';
import { areSameMembers, compareMembers, type MembersDifference } from '../../register/index.ts';
import { listNamedMembers } from '../documents/named-member-repository.ts';
import { withdrawDocument } from '../freezing/withdraw-document.ts';
import type { RoadmapMember } from '../roadmap.ts';
import type { RoadmapVersionRow } from '../versions/version-repository.ts';
import { effectOfMembers } from '../versions/version-state.ts';

/**
 * How the members as they are now differ from those that the document of a version names; null where they are the same, or where
 * the version is a draft and names nobody yet.
 */
export async function readMembersSince(
  connection: Connection,
  versionId: string,
  members: readonly NamedMember[],
): Promise<MembersDifference | null> {
  return membersSince(await listNamedMembers(connection, versionId), members);
}

/** The same of those that a document is known to name; null where there is no document. */
export function membersSince(
  named: readonly RoadmapMember[] | null,
  members: readonly NamedMember[],
): MembersDifference | null {
  const difference = named === null ? null : compareMembers(named, members);
  return difference === null || areSameMembers(difference) ? null : difference;
}

/**
 * Takes a document back from its members when it does not name exactly those that there are: nobody is asked to endorse a text that
 * leaves them out. Gives the reason, which is read by everyone whose endorsement lapses, and how many do; null where nothing had to be done. The
 * caller holds the version and the members.
 */
export async function withdrawIfOutdated(
  transaction: Connection,
  version: RoadmapVersionRow,
  members: readonly NamedMember[],
  by: Acting,
  because = '',
): Promise<Withdrawn | null> {
  if (effectOfMembers(version.state) !== 'withdrawn') {
    return null;
  }
  const difference = await readMembersSince(transaction, version.versionId, members);
  if (difference === null) {
    return null;
  }
  const reason = membersChangedReason(difference, because);
  const outcome = await withdrawDocument(transaction, version, reason, by);
  return outcome.kind === 'ok' ? { reason, lapsedCount: outcome.lapsedOrganisationIds.length } : null;
}

interface Withdrawn {
  readonly reason: string;
  readonly lapsedCount: number;
}
