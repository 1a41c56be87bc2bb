import type { Connection } from '../../platform/database/database.ts';
import {
  type Acting,
  findPersonIdByEmail,
  type Held,
  hasWayIn,
  insertGrant,
  insertLink,
  insertPerson,
  isPersona,
  listGrants,
  type OneTimeLink,
} from '../identity/index.ts';
import type { PeopleContext } from './people-context.ts';
import { recordChange } from './record-change.ts';

export interface Invitation {
  readonly email: string;
  /** Used, as the job title, only where the address has no account yet. */
  readonly name: string;
  readonly jobTitle: string;
  readonly held: Held;
  readonly endsAt: Date | null;
  /** Address of whoever held the role until now, where it is handed over. */
  readonly handedFrom?: string;
  /** What they are asked to do first, as paragraphs of the letter with the link. */
  readonly firstWork?: readonly string[];
}

/** Why nothing was given at the address of an invented person. */
export const inventedPersonMessage = 'This is the address of an invented person. Enter that of the person you mean';

/**
 * `invited`: somebody who has no password yet, with the link to choose one. `granted`: the address had an account, which holds one
 * role more now. `persona`: it is that of an invented person, and nothing was changed.
 */
export type InvitationOutcome = { readonly invitation: Invitation; readonly personId: string } & (
  | { readonly kind: 'invited'; readonly link: OneTimeLink }
  | { readonly kind: 'granted' | 'held-already' | 'persona' }
);

/** Gives people roles, and accounts first where their addresses have none; all of them or nobody. */
export function invitePeople(
  context: PeopleContext,
  invitations: readonly Invitation[],
  by: Acting,
): Promise<InvitationOutcome[]> {
  return context.database.transaction().execute(async (transaction) => {
    const outcomes: InvitationOutcome[] = [];
    for (const invitation of invitations) {
      outcomes.push(await invite(context, transaction, invitation, by, linkIn(outcomes, invitation)));
    }
    return outcomes;
  });
}

/** Whoever gets several roles at once has one link in all their letters. */
function linkIn(outcomes: readonly InvitationOutcome[], { email }: Invitation): OneTimeLink | null {
  const before = outcomes.find((outcome) => outcome.kind === 'invited' && outcome.invitation.email === email);
  return before?.kind === 'invited' ? before.link : null;
}

/** As `invitePeople`, of one person within a transaction; `made`: a link that was made for them in it already. */
export async function invite(
  context: PeopleContext,
  transaction: Connection,
  invitation: Invitation,
  by: Acting,
  made: OneTimeLink | null = null,
): Promise<InvitationOutcome> {
  const { held, endsAt, email, name, jobTitle, handedFrom, firstWork = [] } = invitation;
  await insertPerson(transaction, { personId: context.newId(), name, email, jobTitle, isPersona: false });
  const personId = (await findPersonIdByEmail(transaction, email)) ?? '';
  const refusal = await findRefusal(transaction, personId, held);
  if (refusal !== null) {
    return { kind: refusal, invitation, personId };
  }
  await insertGrant(transaction, personId, held, { by: by.personId, endsAt });
  const isNew = !(await hasWayIn(transaction, personId));
  const wanted = { personId, purpose: 'invitation', at: context.realClock() } as const;
  const link = isNew ? (made ?? (await insertLink(transaction, context, wanted))) : null;
  await recordChange(
    context,
    transaction,
    { personId, change: { kind: 'invite', held, endsAt, handedFrom, firstWork }, link },
    by,
  );
  return link === null ? { kind: 'granted', invitation, personId } : { kind: 'invited', invitation, personId, link };
}

type Refusal = 'held-already' | 'persona';

/** Why an address would not be given a role; null where it would. */
export async function findInvitationRefusal(
  connection: Connection,
  { email, held }: Pick<Invitation, 'email' | 'held'>,
): Promise<Refusal | null> {
  const personId = await findPersonIdByEmail(connection, email);
  return personId === null ? null : findRefusal(connection, personId, held);
}

async function findRefusal(connection: Connection, personId: string, held: Held): Promise<Refusal | null> {
  if (await isPersona(connection, personId)) {
    return 'persona';
  }
  return holds(await listGrants(connection, personId), held) ? 'held-already' : null;
}

function holds(grants: readonly Held[], { role, scopeKind, scopeId }: Held): boolean {
  return grants.some((held) => held.role === role && held.scopeKind === scopeKind && held.scopeId === scopeId);
}
