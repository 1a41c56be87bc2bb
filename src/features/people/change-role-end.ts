import { type Acting, type KnownGrant, updateGrantEnd } from '../identity/index.ts';
import { holdGrant } from './hold-grant.ts';
import type { PeopleContext } from './people-context.ts';
import { recordChange } from './record-change.ts';

export interface ChangeRoleEnd {
  readonly grantId: string;
  /** Null for a role that ends on no day. */
  readonly endsAt: Date | null;
}

export type ChangeEndOutcome =
  | { readonly kind: 'changed'; readonly grant: KnownGrant }
  | { readonly kind: 'gone' | 'last-administrator' };

/** Says until when a role is held. The last administrator’s ends on no day, or nobody could administer the service after it. */
export function changeRoleEnd(
  context: PeopleContext,
  { grantId, endsAt }: ChangeRoleEnd,
  by: Acting,
): Promise<ChangeEndOutcome> {
  return context.database.transaction().execute(async (transaction): Promise<ChangeEndOutcome> => {
    const held = await holdGrant(transaction, grantId);
    if (held.kind !== 'held') {
      return held;
    }
    const { grant, isLastAdministrator } = held;
    if (isLastAdministrator && endsAt !== null) {
      return { kind: 'last-administrator' };
    }
    await updateGrantEnd(transaction, grantId, endsAt);
    await recordChange(
      context,
      transaction,
      { personId: grant.personId, change: { kind: 'change-end', held: grant, endsAt } },
      by,
    );
    return { kind: 'changed', grant };
  });
}
