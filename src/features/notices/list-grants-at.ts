import type { Connection } from '../../platform/database/database.ts';
import { type HeldGrant, listGrantsWithin } from '../identity/index.ts';
import type { NoticeDraft } from './notice-draft.ts';

/** The grants in force at every place at which somebody is to be told: a query for each kind of place. */
export async function listGrantsAt(connection: Connection, drafts: readonly NoticeDraft[]): Promise<HeldGrant[]> {
  const places = Map.groupBy(
    drafts.flatMap(({ to }) => to),
    ({ scopeKind }) => scopeKind,
  );
  const lists = [];
  for (const [scopeKind, audiences] of places) {
    const ids = [...new Set(audiences.flatMap(({ scopeIds }) => scopeIds))];
    lists.push(await listGrantsWithin(connection, scopeKind, ids));
  }
  return lists.flat();
}
