import type { Connection } from '../../platform/database/database.ts';
import { dayOf } from '../../platform/days.ts';
import { asCorrected, type Round, roundState } from '../programme/index.ts';
import { listRoundSteps, lockRoundShared } from './round-repository.ts';

/**
 * The round as it stands now, which nobody opens, extends, closes, corrects or withdraws until the transaction ends; any number of
 * transactions may hold it at once. Null where it was withdrawn. For whoever begins something in a round: what the page knew of it may be
 * older.
 */
export async function holdRound(transaction: Connection, round: Round): Promise<Round | null> {
  const isThere = await lockRoundShared(transaction, round.id);
  if (!isThere) {
    return null;
  }
  const taken = await listRoundSteps(transaction, round.id);
  return asCorrected({ ...round, steps: taken.map(({ step }) => step) });
}

/** Whether a round takes anything now, as it stands: nobody closes it until the transaction ends. For whoever takes a step in it. */
export async function isHeldOpen(transaction: Connection, round: Round, at: Date): Promise<boolean> {
  const held = await holdRound(transaction, round);
  return held !== null && roundState(held, dayOf(at)) === 'open';
}
