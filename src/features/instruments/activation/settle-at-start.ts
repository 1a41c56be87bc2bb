import type { Connection } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids.ts';
import type { InstrumentAsWritten } from '../../programme/index.ts';
import { listKeptInstruments } from '../kept/kept-instrument-repository.ts';
import { auditActivation } from './activation-audit.ts';
import { hasActivations, insertActiveAtStart, listOpenActivations } from './activation-repository.ts';
import { lapseActivation } from './settle-activation.ts';

type Written = Pick<InstrumentAsWritten, 'id' | 'version' | 'digest'>;

/**
 * What a start does about activations, once it has kept what its pack has. At the first one every version that is kept is active by that.
 * Afterwards each waits for two people, and a proposal lapses whose text the pack has no more.
 */
export async function settleActivationsAtStart(
  transaction: Connection,
  written: readonly Written[],
  at: Date,
): Promise<void> {
  if (!(await hasActivations(transaction))) {
    for (const { id, version, digest } of await listKeptInstruments(transaction)) {
      const activation = { activationId: newId(), id, version, digest };
      await insertActiveAtStart(transaction, activation, at);
      const service = { personId: null, onBehalfOf: 'The service', at };
      await auditActivation(transaction, 'instrument.active-at-start', activation, service);
    }
    return;
  }
  for (const activation of await listOpenActivations(transaction)) {
    const { id, version, digest } = activation;
    if (!written.some((each) => each.id === id && each.version === version && each.digest === digest)) {
      await lapseActivation(transaction, activation, at);
    }
  }
}
