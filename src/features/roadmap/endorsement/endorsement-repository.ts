import type { Connection } from '../../../platform/database/database.ts';
import { type Endorsement, isRepeated, parseDecision, type SaidEndorsement } from '../../agreement/index.ts';
import type { VersionEndorsement } from './endorsement.ts';

function selectEndorsements(connection: Connection) {
  return connection
    .selectFrom('endorsement')
    .innerJoin('roadmap_version', 'roadmap_version.version_id', 'endorsement.version_id')
    .select([
      'endorsement.version_id',
      'endorsement.organisation_id',
      'roadmap_version.number',
      'endorsement.digest',
      'endorsement.person_name',
      'endorsement.person_role',
      'endorsement.decision',
      'endorsement.conditions',
      'endorsement.decided_at',
    ])
    .orderBy('endorsement.decided_at')
    .orderBy('endorsement.endorsement_id');
}

/** Every decision made on a version, lapsed ones included, oldest first. `currentEndorsements` picks those that stand. */
export async function listEndorsements(connection: Connection, versionId: string): Promise<VersionEndorsement[]> {
  const rows = await selectEndorsements(connection).where('endorsement.version_id', '=', versionId).execute();
  return rows.map(endorsementOf);
}

/** The same of several versions, by version. */
export async function listEndorsementsOf(
  connection: Connection,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, VersionEndorsement[]>> {
  const rows =
    versionIds.length === 0
      ? []
      : await selectEndorsements(connection).where('endorsement.version_id', 'in', versionIds).execute();
  const ofVersion = Map.groupBy(rows, ({ version_id }) => version_id);
  return new Map([...ofVersion].map(([versionId, own]) => [versionId, own.map(endorsementOf)]));
}

/** Every decision made on any version of a roadmap, oldest first. */
export async function listRoadmapEndorsements(
  connection: Connection,
  roadmapId: string,
): Promise<VersionEndorsement[]> {
  const rows = await selectEndorsements(connection).where('roadmap_version.roadmap_id', '=', roadmapId).execute();
  return rows.map(endorsementOf);
}

function endorsementOf(
  row: Awaited<ReturnType<ReturnType<typeof selectEndorsements>['execute']>>[number],
): VersionEndorsement {
  return {
    organisationId: row.organisation_id,
    versionNumber: row.number,
    digest: row.digest,
    person: { name: row.person_name, role: row.person_role },
    decision: parseDecision(row.decision),
    conditions: row.conditions,
    at: row.decided_at,
  };
}

export interface NewEndorsement {
  readonly endorsementId: string;
  readonly versionId: string;
  readonly personId: string | null;
  readonly illustrative: boolean;
  readonly endorsement: Endorsement;
}

/**
 * Adds a decision; false, and nothing added, where it only repeats the one that stands. The caller holds the version, so that of
 * two at once the second finds the first.
 */
export async function insertEndorsement(transaction: Connection, row: NewEndorsement): Promise<boolean> {
  const { endorsement, personId } = row;
  const { decision, conditions, person } = endorsement;
  if (isRepeated({ personId, personName: person.name, decision, conditions }, await findStanding(transaction, row))) {
    return false;
  }
  await transaction
    .insertInto('endorsement')
    .values({
      endorsement_id: row.endorsementId,
      version_id: row.versionId,
      organisation_id: endorsement.organisationId,
      person_id: personId,
      person_name: person.name,
      person_role: person.role,
      decision,
      conditions,
      digest: endorsement.digest,
      decided_at: endorsement.at,
      illustrative: row.illustrative,
    })
    .execute();
  return true;
}

async function findStanding(
  connection: Connection,
  { versionId, endorsement }: NewEndorsement,
): Promise<SaidEndorsement | null> {
  const row = await connection
    .selectFrom('endorsement')
    .select(['person_id', 'person_name', 'decision', 'conditions'])
    .where('version_id', '=', versionId)
    .where('organisation_id', '=', endorsement.organisationId)
    .where('digest', '=', endorsement.digest)
    .orderBy('decided_at', 'desc')
    .orderBy('endorsement_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? null
    : {
        personId: row.person_id,
        personName: row.person_name,
        decision: parseDecision(row.decision),
        conditions: row.conditions,
      };
}
