import type { Connection } from '../../platform/database/database.ts';
import { type KnownGrant, lockGrant, lockLastingAdministrators } from '../identity/index.ts';

export type GrantToChange =
  | { readonly kind: 'held'; readonly grant: KnownGrant; readonly isLastAdministrator: boolean }
  | { readonly kind: 'gone' };

/**
 * A role in force, held until the transaction ends. Administrators are held before it, all of them in one order, so that two who
 * take each other’s role at once wait for one another and the second is refused.
 */
export async function holdGrant(transaction: Connection, grantId: string): Promise<GrantToChange> {
  const lasting = await lockLastingAdministrators(transaction);
  const grant = await lockGrant(transaction, grantId);
  if (grant === null) {
    return { kind: 'gone' };
  }
  return { kind: 'held', grant, isLastAdministrator: lasting.length === 1 && lasting[0] === grantId };
}
