import type { ScopeKind } from '../../features/identity/index.ts';
import { type FoundScope, findScope } from '../../features/search/index.ts';
import type { Connection } from '../../platform/database/database.ts';
import { UsageError } from '../command.ts';

/** What a `--scope` means on a day, or later for what begins later; throws `UsageError` where there is no such thing. */
export async function requireScope(
  connection: Connection,
  kind: ScopeKind,
  scope: string,
  asAt: string,
): Promise<FoundScope> {
  const found = await findScope(connection, kind, scope, asAt);
  if (found === null) {
    throw new UsageError(`--scope: there is no ${kind} “${scope}”`);
  }
  return found;
}
