import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { IdSource } from '../../../platform/ids.ts';
import { insertGrant } from '../grants/grant-repository.ts';
import { findPersonIdByEmail, insertPassword, insertPerson } from '../identity-repository.ts';
import { type Role, scopeOfRole } from '../role.ts';
import { deleteSetUpLink, hasAdministrator, lockSetUpLink } from './set-up-link-repository.ts';
import { tokenDigest } from './token-digest.ts';

export interface OpenFirstAccount {
  readonly token: string;
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly passwordHash: string;
}

/**
 * `over`: the link was used, has expired, or a newer one took its place. `administered`: somebody administers the service.
 * `address-taken`: the address has an account, whose password is its owner's.
 */
export type FirstAccountOutcome = { readonly kind: 'opened' | 'over' | 'administered' | 'address-taken' };

/** What the first person needs to set up the service and to invite everybody else. */
export const firstRoles: readonly Role[] = ['administrator', 'programme-manager'];

/**
 * Opens the account of the first administrator, with its password and roles, and takes the link away, all at once: a process that
 * ends in between leaves the link as it was.
 */
export function openFirstAccount(
  { database, newId }: { readonly database: Database; readonly newId: IdSource },
  { token, email, name, jobTitle, passwordHash }: OpenFirstAccount,
  at: Date,
): Promise<FirstAccountOutcome> {
  return database.transaction().execute(async (transaction): Promise<FirstAccountOutcome> => {
    const isHeld = await lockSetUpLink(transaction, tokenDigest(token), at);
    if (await hasAdministrator(transaction)) {
      return { kind: 'administered' };
    }
    if (!isHeld) {
      return { kind: 'over' };
    }
    if ((await findPersonIdByEmail(transaction, email)) !== null) {
      return { kind: 'address-taken' };
    }
    const personId = newId();
    await insertPerson(transaction, { personId, name, email, jobTitle, isPersona: false });
    await insertPassword(transaction, { credentialId: newId(), personId, passwordHash });
    for (const role of firstRoles) {
      await insertGrant(transaction, personId, { role, scopeKind: scopeOfRole[role], scopeId: '' });
    }
    await deleteSetUpLink(transaction);
    await appendAuditEvent(transaction, {
      chain: `person:${personId}`,
      action: 'person.open-first-account',
      personId,
      onBehalfOf: 'Themselves',
      at,
      detail: { email, roles: [...firstRoles] },
    });
    return { kind: 'opened' };
  });
}
