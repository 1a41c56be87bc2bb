import type { Connection } from '../../platform/database/database.ts';
import { dayOf } from '../../platform/days.ts';
import { asCorrected, type Round, roundState } from '../programme/index.ts';
import { listRoundSteps, lockRoundShared, type StandingRound } from './round-repository.ts';

/**
 * The round as it stands now, which nobody opens, extends, closes, corrects or withdraws until the transaction ends; any number of
 * transactions may hold it at once. Null where it was withdrawn. For whoever begins something in a round: what the page knew of it may be
 * older.
 */
export async function holdRound(transaction: Connection, round: Round): Promise<Round | null> {
  return asItStands(transaction, round, await lockRoundShared(transaction, round.id));
}

async function asItStands(transaction: Connection, round: Round, standing: StandingRound): Promise<Round | null> {
  if (standing.isWithdrawn) {
    return null;
  }
  // What the page knew is all there is, as a rule.
  const isKnown = standing.steps === round.steps.length;
  const taken = isKnown ? [] : await listRoundSteps(transaction, round.id);
  return asCorrected(isKnown ? round : { ...round, steps: taken.map(({ step }) => step) });
}

export interface HeldRound {
  /** As it stands now; null where it was withdrawn. */
  readonly round: Round | null;
  /** Whether it takes anything now. */
  readonly isOpen: boolean;
}

/** Holds a round for whoever takes a step in it: nobody closes it until the transaction ends. */
export async function holdForStep(transaction: Connection, round: Round, at: Date): Promise<HeldRound> {
  return heldForStep(transaction, { round, standing: await lockRoundShared(transaction, round.id) }, at);
}

/** The same of a round that a statement has locked with what lies in it. */
export async function heldForStep(
  transaction: Connection,
  { round, standing }: { readonly round: Round; readonly standing: StandingRound },
  at: Date,
): Promise<HeldRound> {
  const held = await asItStands(transaction, round, standing);
  return { round: held, isOpen: held !== null && roundState(held, dayOf(at)) === 'open' };
}
