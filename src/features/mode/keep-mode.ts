import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection, Database } from '../../platform/database/database.ts';
import { type Keeping, type Mode, mayKeep } from './mode.ts';
import { countHoldings, findMode, insertMode } from './mode-repository.ts';

export type KeepOutcome = Keeping | { readonly kind: 'recorded'; readonly mode: Mode };

/** What would become of it if whoever runs a database said that it is this. */
export async function checkKeeping(connection: Connection, mode: Mode): Promise<KeepOutcome> {
  const recorded = await findMode(connection);
  return recorded === null ? mayKeep(await countHoldings(connection), mode) : { kind: 'recorded', mode: recorded.mode };
}

/** Records what whoever runs a database says it is, where it does not say so yet and what it holds allows it. */
export function keepMode(
  database: Database,
  { mode, onBehalfOf, at }: { readonly mode: Mode; readonly onBehalfOf: string; readonly at: Date },
): Promise<KeepOutcome> {
  return database.transaction().execute(async (transaction): Promise<KeepOutcome> => {
    const outcome = await checkKeeping(transaction, mode);
    if (outcome.kind !== 'allowed') {
      return outcome;
    }
    const stands = await insertMode(transaction, { mode, decidedBy: 'operator', decidedAt: at });
    if (stands !== mode) {
      return { kind: 'recorded', mode: stands };
    }
    const detail = { mode, holdings: await countHoldings(transaction) };
    const event = { chain: 'database:mode', action: 'mode.keep', personId: null, onBehalfOf, at, detail };
    await appendAuditEvent(transaction, event);
    return outcome;
  });
}
