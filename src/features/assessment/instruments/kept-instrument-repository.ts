import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { InstrumentAsWritten, WrittenContent } from '../../programme/index.ts';
import { storedInstrument } from './stored-instrument.ts';

/** An instrument version as it is kept. */
export interface KeptInstrument {
  readonly id: string;
  readonly version: string;
  readonly digest: string;
}

/** That a round was answered with one version of an instrument. */
export interface UsedVersion {
  readonly roundId: string;
  readonly id: string;
  readonly version: string;
  readonly assessments: number;
}

/** Of processes that start at once each keeps instruments after the other, until its transaction ends. */
export async function lockInstruments(transaction: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('instruments'))`.execute(transaction);
}

export async function listKeptInstruments(connection: Connection): Promise<KeptInstrument[]> {
  return connection
    .selectFrom('kept_instrument')
    .select(['instrument_id as id', 'version', 'digest'])
    .orderBy('instrument_id')
    .orderBy('version')
    .execute();
}

/** What was written in a version; null where it is not kept. */
export async function findKeptContent(
  connection: Connection,
  { id, version }: Pick<KeptInstrument, 'id' | 'version'>,
): Promise<WrittenContent | null> {
  const row = await connection
    .selectFrom('kept_instrument')
    .select('content')
    .where('instrument_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined ? null : storedInstrument.read(row.content);
}

/** Which versions were answered in which rounds, by whomever. */
export async function listUsedVersions(connection: Connection): Promise<UsedVersion[]> {
  const result = await sql<UsedVersion>`
    select assessment.round_id as "roundId", assessment.instrument_id as id, assessment.instrument_version as version,
           count(*)::integer as assessments
    from assessment
    group by 1, 2, 3
    order by 1, min(assessment.created_at)`.execute(connection);
  return result.rows;
}

/** Keeps an instrument, in the place of one of the same version that nobody has answered. */
export async function insertKeptInstrument(
  transaction: Connection,
  { id, version, content, digest }: InstrumentAsWritten,
  at: Date,
): Promise<void> {
  await transaction
    .insertInto('kept_instrument')
    .values({
      instrument_id: id,
      version,
      content: storedInstrument.write(content),
      digest,
      recorded_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['instrument_id', 'version']).doUpdateSet(({ ref }) => ({
        content: ref('excluded.content'),
        digest: ref('excluded.digest'),
        recorded_at: ref('excluded.recorded_at'),
      })),
    )
    .execute();
}
