import { type EndorsementCommand, type EndorsementOutcome, theServiceItself } from '../../agreement/index.ts';
import type { Acting } from '../../identity/index.ts';
import { holdMembers } from '../../register/index.ts';
import { listNamedMembers } from '../documents/named-member-repository.ts';
import { auditRoadmap } from '../roadmap-audit.ts';
import type { RoadmapContext } from '../roadmap-context.ts';
import { lockCurrentVersion } from '../versions/version-repository.ts';
import { endorsementOfVersion } from './endorsement.ts';
import { insertEndorsement } from './endorsement-repository.ts';
import { withdrawIfOutdated } from './read-members-since.ts';

export interface EndorseVersion {
  readonly footprintId: string;
  readonly organisationId: string;
  readonly command: EndorsementCommand;
}

export type EndorseVersionOutcome =
  | EndorsementOutcome
  | { readonly kind: 'refused'; readonly code: 'members-changed'; readonly reason: string };

/**
 * Records what an organisation decided about the frozen version of its footprint, in the name of the person who decided. The
 * decision holds for the one document whose digest was on the page and for no other. The same said twice is recorded once. Where
 * the members have become others on a day that has come since, the document goes back to draft instead.
 */
export function endorseVersion(
  { database, pack, newId }: RoadmapContext,
  { footprintId, organisationId, command }: EndorseVersion,
  by: Acting,
): Promise<EndorseVersionOutcome> {
  return database.transaction().execute(async (transaction): Promise<EndorseVersionOutcome> => {
    const members = await holdMembers(transaction, footprintId, pack.positionOn);
    const version = await lockCurrentVersion(transaction, footprintId);
    if (version === null) {
      return { kind: 'refused', code: 'not-open', reason: 'This footprint has no roadmap yet' };
    }
    const outdated = await withdrawIfOutdated(transaction, version, members, theServiceItself(by.at));
    if (outdated !== null) {
      const reason = `${outdated.reason}. The version is a draft again, and is put to its members anew once it is frozen`;
      return { kind: 'refused', code: 'members-changed', reason };
    }
    const named = (await listNamedMembers(transaction, version.versionId)) ?? [];
    const person = { name: by.name, role: by.role };
    const outcome = endorsementOfVersion(command, { version, members: named, organisationId, person, now: by.at });
    if (outcome.kind === 'refused') {
      return outcome;
    }

    const { endorsement } = outcome;
    const { versionId, illustrative } = version;
    const isAdded = await insertEndorsement(transaction, {
      endorsementId: newId(),
      versionId,
      personId: by.personId,
      illustrative,
      endorsement,
    });
    const { decision, conditions, digest } = endorsement;
    const detail = { organisation: organisationId, decision, conditions, digest };
    if (isAdded) {
      await auditRoadmap(transaction, version, 'roadmap.endorse', by, detail);
    }
    return outcome;
  });
}
