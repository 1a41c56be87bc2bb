import { by } from '../../../platform/compare.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Bucket } from './buckets.ts';
import { deleteFailures, lockFailures, updateFailures, updateFailureTakenBack } from './sign-in-failure-repository.ts';
import { type Failures, secondsToWait, withOneMore } from './wait.ts';

export type Permission = { readonly kind: 'go' } | { readonly kind: 'wait'; readonly seconds: number };

/**
 * Asks for an attempt, and counts it as failed before the password is looked at: of many that come at once, to whichever process, no
 * more get through than one after another would. One that has to wait is not counted, so that knocking makes nobody wait longer.
 */
export function beginAttempt(database: Database, buckets: readonly Bucket[], now: Date): Promise<Permission> {
  return database.transaction().execute(async (trx) => {
    const counts = await lockFailures(
      trx,
      buckets.map(({ key }) => key),
      now,
    );
    const before = ({ key }: Bucket): Failures => counts.get(key) ?? { failures: 0, lastFailedAt: now };
    const seconds = Math.max(...buckets.map((bucket) => secondsToWait(bucket.rule, before(bucket), now)));
    if (seconds > 0) {
      return { kind: 'wait', seconds };
    }
    for (const bucket of buckets) {
      await updateFailures(trx, bucket.key, withOneMore(bucket.rule, before(bucket), now));
    }
    return { kind: 'go' };
  });
}

/** The attempt was no failure after all. */
export function attemptSucceeded(database: Database, buckets: readonly Bucket[]): Promise<void> {
  return database.transaction().execute(async (trx) => {
    for (const { key, isClearedBySuccess } of buckets.toSorted(by(({ key }) => key))) {
      await (isClearedBySuccess ? deleteFailures(trx, key) : updateFailureTakenBack(trx, key));
    }
  });
}
