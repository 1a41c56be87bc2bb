import type { Database } from '../../platform/database/database.ts';
import { slugOf } from '../../platform/slug.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { ProgrammePack } from '../programme/index.ts';
import { auditRound } from './round-audit.ts';
import { insertPlannedRound, type NewRound } from './round-repository.ts';

export type BeginRoundOutcome =
  | { readonly kind: 'ok'; readonly roundId: string }
  /** A round has this name, or one that comes to the same address. */
  | { readonly kind: 'name-taken' };

/** Plans a round of assessment over an instrument of the pack. It opens by itself on its day. */
export function beginRound(
  { database, pack }: { readonly database: Database; readonly pack: Pick<ProgrammePack, 'rounds'> },
  round: Omit<NewRound, 'id'>,
  by: ActingPerson,
): Promise<BeginRoundOutcome> {
  const id = slugOf(round.label);
  return database.transaction().execute(async (transaction): Promise<BeginRoundOutcome> => {
    const isTaken = pack.rounds.some((other) => other.id === id || other.label === round.label);
    if (isTaken || !(await insertPlannedRound(transaction, { ...round, id }, by))) {
      return { kind: 'name-taken' };
    }
    await auditRound(transaction, id, 'plan', by, { ...round });
    return { kind: 'ok', roundId: id };
  });
}
