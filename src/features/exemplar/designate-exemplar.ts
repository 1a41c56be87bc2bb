import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Database } from '../../platform/database/database.ts';
import { insertExemplar } from './exemplar-repository.ts';

export interface DesignateExemplar {
  readonly exemplarId: string;
  readonly organisationId: string;
  readonly groupId: string;
  readonly title: string;
  readonly reason: string;
  readonly illustrative: boolean;
  /** Null where no account stands behind it, as in data that came with the service. */
  readonly personId: string | null;
  readonly onBehalfOf: string;
  readonly at: Date;
}

export type DesignationOutcome = { readonly kind: 'designated' } | { readonly kind: 'duplicate' };

/**
 * The national team makes an organisation an exemplar in one capability group. Candidates and nominations are settled
 * outside the service, so it enters as designated. One live exemplar an organisation and group: a second is refused.
 */
export async function designateExemplar(database: Database, command: DesignateExemplar): Promise<DesignationOutcome> {
  const { exemplarId, organisationId, groupId, title, reason, illustrative, personId, onBehalfOf, at } = command;
  return database.transaction().execute(async (trx) => {
    const added = await insertExemplar(trx, {
      exemplarId,
      organisationId,
      groupId,
      title,
      reason,
      state: 'designated',
      designatedBy: personId,
      designatedAt: at,
      illustrative,
    });
    if (!added) {
      return { kind: 'duplicate' };
    }
    const detail = { organisationId, groupId, title, reason };
    await appendAuditEvent(trx, {
      chain: `exemplar:${exemplarId}`,
      action: 'exemplar.designate',
      personId,
      onBehalfOf,
      at,
      detail,
    });
    return { kind: 'designated' };
  });
}
