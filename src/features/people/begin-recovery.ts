import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import {
  type Acting,
  deleteSecondFactor,
  deleteSessionsOf,
  insertLink,
  letterOfLink,
  type OneTimeLink,
} from '../identity/index.ts';
import type { PeopleContext } from './people-context.ts';
import { getPersonToTell } from './people-repository.ts';

export type RecoveryOutcome =
  | { readonly kind: 'begun'; readonly link: OneTimeLink; readonly name: string; readonly email: string }
  | { readonly kind: 'persona' };

export interface BeginRecovery {
  readonly personId: string;
  /** For whoever has lost their second factor. */
  readonly takesFactorOff: boolean;
}

/**
 * Helps somebody back into their account: they are signed out everywhere, and get a link to choose a password. Until they follow it
 * the old one works.
 */
export function beginRecovery(
  context: PeopleContext,
  { personId, takesFactorOff }: BeginRecovery,
  by: Acting,
): Promise<RecoveryOutcome> {
  return context.database.transaction().execute(async (transaction): Promise<RecoveryOutcome> => {
    const to = await getPersonToTell(transaction, personId);
    if (to.isPersona) {
      return { kind: 'persona' };
    }
    const link = await insertLink(transaction, context, { personId, purpose: 'invitation', at: by.at });
    await deleteSessionsOf(transaction, personId);
    if (takesFactorOff) {
      await deleteSecondFactor(transaction, personId);
    }
    await appendAuditEvent(transaction, {
      chain: `person:${personId}`,
      action: 'person.begin-recovery',
      personId: by.personId,
      onBehalfOf: by.onBehalfOf,
      at: by.at,
      detail: { email: to.email, takesFactorOff },
    });
    await context.letters?.add(transaction, letterOfLink(link, { ...context, to }));
    return { kind: 'begun', link, name: to.name, email: to.email };
  });
}
