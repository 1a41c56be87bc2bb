import { type Acting, deleteSessionsOf, endGrant, type KnownGrant } from '../identity/index.ts';
import { holdGrant } from './hold-grant.ts';
import { type Invitation, type InvitationOutcome, invite } from './invite-people.ts';
import type { PeopleContext } from './people-context.ts';
import { getPersonToTell } from './people-repository.ts';
import { recordChange } from './record-change.ts';

export interface HandOverRole {
  readonly grantId: string;
  readonly to: Pick<Invitation, 'email' | 'name' | 'jobTitle'>;
  readonly reason: string;
}

export type HandOverOutcome =
  | { readonly kind: 'handed-over'; readonly grant: KnownGrant; readonly invited: InvitationOutcome }
  /** As for ending a role; `persona` and `held-already`: who was to take it cannot, or has it. */
  | { readonly kind: 'gone' | 'last-administrator' | 'persona' | 'held-already' };

/** Ends a role of one person and gives it to another, until the same day, in one step: nobody is left out in between. */
export function handOverRole(context: PeopleContext, command: HandOverRole, by: Acting): Promise<HandOverOutcome> {
  const { grantId, to, reason } = command;
  return context.database.transaction().execute(async (transaction): Promise<HandOverOutcome> => {
    const held = await holdGrant(transaction, grantId);
    if (held.kind !== 'held') {
      return held;
    }
    const { grant, isLastAdministrator } = held;
    if (isLastAdministrator) {
      return { kind: 'last-administrator' };
    }
    const { email: handedFrom } = await getPersonToTell(transaction, grant.personId);
    const invitation = { ...to, held: grant, endsAt: grant.endsAt, handedFrom };
    const invited = await invite(context, transaction, invitation, by);
    if (invited.kind === 'persona' || invited.kind === 'held-already') {
      return { kind: invited.kind };
    }
    await endGrant(transaction, grant.personId, grant, { at: by.at, by: by.personId, reason });
    await deleteSessionsOf(transaction, grant.personId);
    await recordChange(
      context,
      transaction,
      { personId: grant.personId, change: { kind: 'end-role', held: grant, reason, handedTo: to.email } },
      by,
    );
    return { kind: 'handed-over', grant, invited };
  });
}
