import { type Acting, deleteSessionsOf, endGrant, type KnownGrant } from '../identity/index.ts';
import { holdGrant } from './hold-grant.ts';
import type { PeopleContext } from './people-context.ts';
import { recordChange } from './record-change.ts';

export interface EndRole {
  readonly grantId: string;
  readonly reason: string;
  /** Says what would come of it, and changes nothing. */
  readonly isDryRun?: boolean;
}

/**
 * `gone`: the role is not held any more. `last-administrator`: without this role nobody could administer the service for good, so it
 * stays.
 */
export type EndOutcome =
  | { readonly kind: 'ended'; readonly grant: KnownGrant }
  | { readonly kind: 'gone' | 'last-administrator' };

/** Takes a role from somebody, and signs them out everywhere: whatever they do next, they do without it. */
export function endRole(
  context: PeopleContext,
  { grantId, reason, isDryRun = false }: EndRole,
  by: Acting,
): Promise<EndOutcome> {
  return context.database.transaction().execute(async (transaction): Promise<EndOutcome> => {
    const held = await holdGrant(transaction, grantId);
    if (held.kind !== 'held') {
      return held;
    }
    const { grant, isLastAdministrator } = held;
    if (isLastAdministrator) {
      return { kind: 'last-administrator' };
    }
    if (isDryRun) {
      return { kind: 'ended', grant };
    }
    await endGrant(transaction, grant.personId, grant, { at: by.at, by: by.personId, reason });
    await deleteSessionsOf(transaction, grant.personId);
    await recordChange(
      context,
      transaction,
      { personId: grant.personId, change: { kind: 'end-role', held: grant, reason } },
      by,
    );
    return { kind: 'ended', grant };
  });
}
