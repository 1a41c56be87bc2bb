import type { Connection } from '../../../platform/database/database.ts';

/** The version that a round asks, because it was answered there first. */
export interface RoundInstrument {
  readonly roundId: string;
  readonly id: string;
  readonly version: string;
}

/** A version that a round asks, with the digest of what is kept under it; that is null where nothing is. */
export interface KeptRoundInstrument extends RoundInstrument {
  readonly digest: string | null;
  readonly askedSince: Date;
}

/** Of every round that was answered the version that it asks. */
export async function listRoundInstruments(connection: Connection): Promise<KeptRoundInstrument[]> {
  return connection
    .selectFrom('round_instrument as asked')
    .leftJoin('kept_instrument as kept', (join) =>
      join.onRef('kept.instrument_id', '=', 'asked.instrument_id').onRef('kept.version', '=', 'asked.version'),
    )
    .select(['asked.round_id as roundId', 'asked.instrument_id as id', 'asked.version', 'kept.digest'])
    .select('asked.asked_since as askedSince')
    .orderBy('asked.round_id')
    .execute();
}

/** Has a round ask a version from now on, where none was answered in it before. Answers which one it asks. */
export async function insertRoundInstrument(
  transaction: Connection,
  { roundId, id, version }: RoundInstrument,
  at: Date,
): Promise<Pick<RoundInstrument, 'id' | 'version'>> {
  await transaction
    .insertInto('round_instrument')
    .values({ round_id: roundId, instrument_id: id, version, asked_since: at })
    .onConflict((conflict) => conflict.column('round_id').doNothing())
    .execute();
  return transaction
    .selectFrom('round_instrument')
    .select(['instrument_id as id', 'version'])
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow();
}
