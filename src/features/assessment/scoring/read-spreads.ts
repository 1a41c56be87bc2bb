import type { Changes } from '../../../platform/database/change-listener.ts';
import type { Connection } from '../../../platform/database/database.ts';
import { KeptReadings } from '../../../platform/database/kept-reading.ts';
import { listSectionSpreads, type SectionSpreads } from './benchmark-repository.ts';

/** Answers how the sections of what was submitted in a round for one care setting spread. */
export type ReadSpreads = (roundId: string, careSetting: string) => Promise<SectionSpreads>;

/** Asks anew each time, in a transaction what it sees. */
export function spreadsSeenBy(connection: Connection): ReadSpreads {
  return (roundId, careSetting) => listSectionSpreads(connection, roundId, careSetting);
}

/**
 * Keeps what was read of each round and care setting until something public changes, as every submission does: it hangs on the results of
 * hundreds of organisations, and each page that looks at the answers of one needs it.
 */
export function keptSpreads(connection: Connection, changes: Changes): ReadSpreads {
  const readings = new KeptReadings<SectionSpreads>(changes);
  return (roundId, careSetting) =>
    readings.get(`${roundId} ${careSetting}`, () => listSectionSpreads(connection, roundId, careSetting));
}
