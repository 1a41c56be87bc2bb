import type { Connection } from '../../../platform/database/database.ts';
import type { Instrument } from '../../programme/index.ts';
import { listActiveVersions } from '../activation/activation-repository.ts';
import { findKeptDigest, lockInstrumentsShared } from './kept-instrument-repository.ts';
import { insertRoundInstrument } from './round-instrument-repository.ts';

export interface BeginAnswering {
  readonly roundId: string;
  readonly instrument: Pick<Instrument, 'id' | 'version'>;
  /** Of the text that the answers are given to; null where that was read from what is kept. */
  readonly digest: string | null;
}

/**
 * Whether answers may be given to this text in a round: it is the one that is kept under its version and active, and the round asks no other
 * version. False while processes that were started with different packs work side by side, for the one whose text is not kept. Until the
 * transaction ends no other text is kept.
 */
export async function beginAnswering(
  transaction: Connection,
  { roundId, instrument, digest }: BeginAnswering,
  at: Date,
): Promise<boolean> {
  await lockInstrumentsShared(transaction);
  const kept = await findKeptDigest(transaction, instrument);
  if (digest !== null && kept !== null && kept !== digest) {
    return false;
  }
  const { id, version } = instrument;
  const active = await listActiveVersions(transaction);
  if (!active.some((each) => each.id === id && each.version === version)) {
    return false;
  }
  const asked = await insertRoundInstrument(transaction, { roundId, id, version }, at);
  return asked.id === id && asked.version === version;
}
