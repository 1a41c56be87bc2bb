import type { Connection } from '../../../platform/database/database.ts';
import type { ScopeKind } from '../../identity/index.ts';
import { type FoundScope, findScope } from '../find-scope.ts';
import { choosePlace } from './choose-place.ts';
import { findPlaces } from './find-places.ts';

export type NamedScope =
  | { readonly kind: 'found'; readonly scope: FoundScope }
  /** What to enter instead. */
  | { readonly kind: 'unclear'; readonly message: string }
  | { readonly kind: 'unknown' };

/** The place that somebody typed, by its code or by as much of its name as no other has. */
export async function findNamedScope(
  connection: Connection,
  kind: ScopeKind,
  typed: string,
  asAt: string,
): Promise<NamedScope> {
  const byCode = await findScope(connection, kind, typed, asAt);
  if (byCode !== null) {
    return { kind: 'found', scope: byCode };
  }
  const choice = choosePlace(typed, await findPlaces(connection, kind, typed, asAt));
  if (choice?.kind === 'unclear') {
    return choice;
  }
  const byName = choice === null ? null : await findScope(connection, kind, choice.code, asAt);
  return byName === null ? { kind: 'unknown' } : { kind: 'found', scope: byName };
}
