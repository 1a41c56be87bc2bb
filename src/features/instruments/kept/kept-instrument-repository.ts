import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import {
  type Instrument,
  type InstrumentAsWritten,
  instrumentWrittenAs,
  type WrittenContent,
} from '../../programme/index.ts';
import { storedInstrument } from './stored-instrument.ts';

/** An instrument version as it is kept. */
export interface KeptInstrument {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly digest: string;
}

/** Of processes that start at once each keeps instruments after the other, until its transaction ends. */
export async function lockInstruments(transaction: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('instruments'))`.execute(transaction);
}

/** Lets no process that starts keep another text, until the transaction ends. Any number may hold that at once. */
export async function lockInstrumentsShared(transaction: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('instruments'))`.execute(transaction);
}

/** Of each instrument the versions in the order in which they were kept. */
export async function listKeptInstruments(connection: Connection): Promise<KeptInstrument[]> {
  return connection
    .selectFrom('kept_instrument')
    .select(['instrument_id as id', 'version', 'digest'])
    .select(sql<string>`content -> 'instrument' ->> 'title'`.as('title'))
    .orderBy('instrument_id')
    .orderBy('recorded_at')
    .orderBy('version')
    .execute();
}

/** The digest of what is kept under a version; null where nothing is. */
export async function findKeptDigest(
  connection: Connection,
  { id, version }: Pick<KeptInstrument, 'id' | 'version'>,
): Promise<string | null> {
  const row = await connection
    .selectFrom('kept_instrument')
    .select('digest')
    .where('instrument_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.digest ?? null;
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

/** The version of an instrument that is kept under this name, be that its version or its digest; null where there is none. */
export async function findKeptInstrument(
  connection: Connection,
  id: string,
  name: string,
): Promise<{ readonly instrument: Instrument; readonly digest: string } | null> {
  const row = await connection
    .selectFrom('kept_instrument')
    .select(['content', 'digest'])
    .where('instrument_id', '=', id)
    .where((where) => where.or([where('version', '=', name), where('digest', '=', name)]))
    // Two versions may say the same: then it does not matter which.
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { instrument: instrumentWrittenAs(storedInstrument.read(row.content)), digest: row.digest };
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
