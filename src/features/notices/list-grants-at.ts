import type { Connection } from '../../platform/database/database.ts';
import { type HeldGrant, listGrantsWithin } from '../identity/index.ts';
import type { Telling } from './telling.ts';

/** The grants in force at every place at which somebody is to be told: a query for each kind of place. */
export async function listGrantsAt(connection: Connection, tellings: readonly Telling[]): Promise<HeldGrant[]> {
  const places = Map.groupBy(
    tellings.flatMap(({ to }) => to),
    ({ scopeKind }) => scopeKind,
  );
  const lists = [];
  for (const [scopeKind, audiences] of places) {
    const ids = [...new Set(audiences.flatMap(({ scopeIds }) => scopeIds))];
    lists.push(await listGrantsWithin(connection, scopeKind, ids));
  }
  return lists.flat();
}
