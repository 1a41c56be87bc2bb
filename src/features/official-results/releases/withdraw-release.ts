import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Database } from '../../../platform/database/database.ts';
import { lockSeries } from '../official-results-repository.ts';
import { withStates } from './release-state.ts';
import { insertWithdrawal, listReleasesOnRecord } from './releases-repository.ts';

export interface WithdrawRelease {
  readonly series: string;
  readonly version: number;
  readonly withdrawnOn: string;
  readonly reason: string;
  readonly personId: string;
  readonly onBehalfOf: string;
  readonly at: Date;
}

export type WithdrawalOutcome =
  | { readonly kind: 'withdrawn' }
  /** It was withdrawn, or replaced, before. */
  | { readonly kind: 'not-shown' };

/** Notes that the publisher has taken a release back. It stays on record, and pages show it for the days before. */
export function withdrawRelease(database: Database, command: WithdrawRelease): Promise<WithdrawalOutcome> {
  const { series, version, withdrawnOn, reason, personId, onBehalfOf, at } = command;
  return database.transaction().execute(async (transaction) => {
    await lockSeries(transaction, series);
    const release = withStates(await listReleasesOnRecord(transaction)).find(
      (each) => each.series === series && each.version === version,
    );
    if (release?.state.kind !== 'shown' || !(await insertWithdrawal(transaction, command))) {
      return { kind: 'not-shown' };
    }
    await appendAuditEvent(transaction, {
      chain: 'official-results',
      action: 'results-withdrawn',
      personId,
      onBehalfOf,
      at,
      detail: { series, version, withdrawnOn, reason },
    });
    return { kind: 'withdrawn' };
  });
}
