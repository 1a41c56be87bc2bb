import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Database } from '../../platform/database/database.ts';
import { nextExemplarState } from './exemplar.ts';
import { lockExemplarState, updateAsWithdrawn } from './exemplar-repository.ts';

export interface WithdrawExemplar {
  readonly exemplarId: string;
  readonly reason: string;
  readonly personId: string;
  readonly onBehalfOf: string;
  readonly at: Date;
}

export type WithdrawalOutcome =
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'already-withdrawn' };

/** Takes an exemplar out of the public list. Its page stays, with the reason. */
export async function withdrawExemplar(database: Database, command: WithdrawExemplar): Promise<WithdrawalOutcome> {
  const { exemplarId, reason, personId, onBehalfOf, at } = command;
  return database.transaction().execute(async (trx) => {
    const state = await lockExemplarState(trx, exemplarId);
    if (state === null) {
      return { kind: 'not-found' };
    }
    if (nextExemplarState(state, 'withdraw') === null) {
      return { kind: 'already-withdrawn' };
    }
    await updateAsWithdrawn(trx, exemplarId, at, reason);
    await appendAuditEvent(trx, {
      chain: `exemplar:${exemplarId}`,
      action: 'exemplar.withdraw',
      personId,
      onBehalfOf,
      at,
      detail: { reason },
    });
    return { kind: 'withdrawn' };
  });
}
