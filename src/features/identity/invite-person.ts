import { hashPassword } from 'better-auth/crypto';
import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Database } from '../../platform/database/database.ts';
import { insertGrant, listGrants } from './grants/grant-repository.ts';
import { findPersonIdByEmail, insertPassword, insertPerson, isPersona } from './identity-repository.ts';
import type { Grant } from './role.ts';

export interface Invitation {
  /** Used only where the address is not known yet. */
  readonly personId: string;
  readonly credentialId: string;
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly password: string;
  readonly grant: Omit<Grant, 'scopeName'>;
  readonly onBehalfOf: string;
  readonly at: Date;
}

/**
 * `invited`: a new account with the password. `granted`: the address had an account, which holds one role more now. `persona`: it is
 * that of an invented person, and nothing was changed.
 */
export type InvitationOutcome = {
  readonly kind: 'invited' | 'granted' | 'held-already' | 'persona';
  readonly personId: string;
};

/** Gives a person a role, and an account first where the address has none. The password of an account is never replaced. */
export async function invitePerson(database: Database, invitation: Invitation): Promise<InvitationOutcome> {
  const { email, name, jobTitle, credentialId, grant, onBehalfOf, at } = invitation;
  const hash = await hashPassword(invitation.password);
  return database.transaction().execute(async (trx) => {
    const known = await findPersonIdByEmail(trx, email);
    const personId = known ?? invitation.personId;
    if (known === null) {
      await insertPerson(trx, { personId, name, email, jobTitle, isPersona: false });
      await insertPassword(trx, { credentialId, personId, hash });
    } else if (await isPersona(trx, personId)) {
      return { kind: 'persona', personId };
    } else if (holds(await listGrants(trx, personId), grant)) {
      return { kind: 'held-already', personId };
    }
    await insertGrant(trx, personId, grant);
    const detail = { email, ...grant };
    await appendAuditEvent(trx, {
      chain: `person:${personId}`,
      action: 'person.invite',
      personId: null,
      onBehalfOf,
      at,
      detail,
    });
    return { kind: known === null ? 'invited' : 'granted', personId };
  });
}

function holds(grants: readonly Grant[], wanted: Invitation['grant']): boolean {
  const { role, scopeKind, scopeId } = wanted;
  return grants.some((held) => held.role === role && held.scopeKind === scopeKind && held.scopeId === scopeId);
}
