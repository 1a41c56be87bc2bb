import type { Connection } from '../../platform/database/database.ts';
import { listGrantsWithin, type Role } from '../identity/index.ts';

/** Names of those who may sign for each of these organisations today, by one of these roles, by its id; one that nobody can sign for is not in it. */
export async function readSigners(
  connection: Connection,
  organisationIds: readonly string[],
  roles: readonly Role[] = ['executive'],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const grants = await listGrantsWithin(connection, 'organisation', organisationIds);
  const signing = Map.groupBy(
    grants.filter(({ role }) => roles.includes(role)),
    ({ scopeId }) => scopeId,
  );
  return new Map([...signing].map(([id, held]) => [id, held.map(({ personName }) => personName)]));
}
