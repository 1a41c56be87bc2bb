import { dayOfFootprint, listMembers } from '../directory/index.ts';
import type { Acting, RoadmapContext } from './acting.ts';
import { decideEndorsement, type EndorsementCommand, type EndorsementOutcome } from './endorsement.ts';
import { insertEndorsement } from './endorsement-repository.ts';
import { auditRoadmap } from './roadmap-audit.ts';
import { lockCurrentVersion } from './version-repository.ts';

export interface EndorseVersion {
  readonly footprintId: string;
  readonly organisationId: string;
  readonly command: EndorsementCommand;
}

/**
 * Records what an organisation decided about the frozen version of its footprint, in the name of the person who decided. The
 * decision holds for the one document whose digest was on the page and for no other. The same said twice is recorded once.
 */
export function endorseVersion(
  { database, pack, newId }: RoadmapContext,
  { footprintId, organisationId, command }: EndorseVersion,
  by: Acting,
): Promise<EndorsementOutcome> {
  return database.transaction().execute(async (transaction): Promise<EndorsementOutcome> => {
    const version = await lockCurrentVersion(transaction, footprintId);
    if (version === null) {
      return { kind: 'refused', code: 'not-open', reason: 'This footprint has no roadmap yet' };
    }
    const day = await dayOfFootprint(transaction, { areaId: footprintId }, pack.positionOn);
    const members = await listMembers(transaction, footprintId, day);
    const person = { name: by.name, role: by.role };
    const outcome = decideEndorsement(command, { version, members, organisationId, person, now: by.at });
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
