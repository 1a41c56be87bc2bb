import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection } from '../../platform/database/database.ts';
import { dayOf } from '../../platform/days.ts';
import type { Acting, OneTimeLink } from '../identity/index.ts';
import { letterOfChange, type RoleChange } from './letters.ts';
import type { PeopleContext } from './people-context.ts';
import { findPlaceName, getPersonToTell } from './people-repository.ts';

/** Records a change of somebody’s roles in the audit trail, and writes to them about it, in the transaction of the change. */
export async function recordChange(
  context: PeopleContext,
  transaction: Connection,
  {
    personId,
    change,
    link = null,
  }: { readonly personId: string; readonly change: RoleChange; readonly link?: OneTimeLink | null },
  by: Acting,
): Promise<void> {
  const { letters, serviceName, publicUrl } = context;
  const { held, kind, ...particulars } = change;
  const { role, scopeKind, scopeId } = held;
  const to = await getPersonToTell(transaction, personId);
  await appendAuditEvent(transaction, {
    chain: `person:${personId}`,
    action: `person.${kind}`,
    personId: by.personId,
    onBehalfOf: by.onBehalfOf,
    at: by.at,
    detail: { email: to.email, role, scopeKind, scopeId, ...stored(particulars) },
  });
  if (letters !== null && !to.isPersona) {
    const facts = { to, by: by.name, serviceName, publicUrl };
    await letters.add(
      transaction,
      letterOfChange(change, await findPlaceName(transaction, held, dayOf(by.at)), link, facts),
    );
  }
}

type Particulars = { readonly endsAt?: Date | null } & Readonly<
  Partial<Record<'reason' | 'handedTo' | 'handedFrom', string | undefined>>
>;

function stored({ endsAt, reason, handedTo, handedFrom }: Particulars): Record<string, string> {
  return {
    ...(endsAt == null ? {} : { endsAt: endsAt.toISOString() }),
    ...(reason === undefined ? {} : { reason }),
    ...(handedTo === undefined ? {} : { handedTo }),
    ...(handedFrom === undefined ? {} : { handedFrom }),
  };
}
