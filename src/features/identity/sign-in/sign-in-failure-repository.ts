import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { Failures } from './wait.ts';

/** The counts of these, each held until the transaction ends; one that was never counted is 0. Taken in the order of their keys. */
export async function lockFailures(
  connection: Connection,
  keys: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Failures>> {
  await sql`
    insert into sign_in_failure (bucket, failures, last_failed_at)
    select key, 0, ${now} from unnest(${keys.toSorted()}::text[]) as key
    on conflict (bucket) do nothing`.execute(connection);
  const rows = await connection
    .selectFrom('sign_in_failure')
    .select(['bucket', 'failures', 'last_failed_at as lastFailedAt'])
    .where('bucket', 'in', keys)
    .orderBy('bucket')
    .forUpdate()
    .execute();
  return new Map(rows.map(({ bucket, failures, lastFailedAt }) => [bucket, { failures, lastFailedAt }]));
}

export async function updateFailures(connection: Connection, key: string, { failures, lastFailedAt }: Failures) {
  await connection
    .updateTable('sign_in_failure')
    .set({ failures, last_failed_at: lastFailedAt })
    .where('bucket', '=', key)
    .execute();
}

export async function deleteFailures(connection: Connection, key: string): Promise<void> {
  await connection.deleteFrom('sign_in_failure').where('bucket', '=', key).execute();
}

export async function updateFailureTakenBack(connection: Connection, key: string): Promise<void> {
  await sql`
    update sign_in_failure set failures = greatest(failures - 1, 0)
    where sign_in_failure.bucket = ${key}`.execute(connection);
}

export async function deleteFailuresBefore(connection: Connection, before: Date): Promise<void> {
  await connection.deleteFrom('sign_in_failure').where('last_failed_at', '<', before).execute();
}
