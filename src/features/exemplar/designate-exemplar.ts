import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Database } from '../../platform/database/database.ts';
import { findSameExemplar, insertExemplar } from './exemplar-repository.ts';

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

export type DesignationOutcome =
  /** `exemplarId` is of the one there is: sent twice, a designation is recorded once. */
  { readonly kind: 'designated'; readonly exemplarId: string } | { readonly kind: 'duplicate' };

/**
 * The national team makes an organisation an exemplar in one capability group. Candidates and nominations are settled
 * outside the service, so it enters as designated. One live exemplar an organisation and group: a second is refused.
 */
export async function designateExemplar(database: Database, command: DesignateExemplar): Promise<DesignationOutcome> {
  const { exemplarId, organisationId, groupId, title, reason, illustrative, personId, onBehalfOf, at } = command;
  return database.transaction().execute(async (trx) => {
    const exemplar = {
      exemplarId,
      organisationId,
      groupId,
      title,
      reason,
      state: 'designated' as const,
      designatedBy: personId,
      designatedAt: at,
      illustrative,
    };
    if (!(await insertExemplar(trx, exemplar))) {
      const same = await findSameExemplar(trx, exemplar);
      return same === null ? { kind: 'duplicate' } : { kind: 'designated', exemplarId: same };
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
    return { kind: 'designated', exemplarId };
  });
}
