import type { Connection } from '../../platform/database/database.ts';
import type { Round } from '../programme/index.ts';
import { holdForStep } from '../rounds/index.ts';
import type { HeldAssignments } from './assign-work.ts';
import { listAssignments, lockAssignments } from './assignment-repository.ts';

export interface HeldRoundOfWork extends HeldAssignments {
  readonly isRoundOpen: boolean;
}

/** The assignments of an organisation in a round, which nobody else changes until the transaction ends; the round is held before them. */
export async function holdAssignments(
  transaction: Connection,
  { organisationId, round }: { readonly organisationId: string; readonly round: Round },
  at: Date,
): Promise<HeldRoundOfWork> {
  const { isOpen } = await holdForStep(transaction, round, at);
  const key = { organisationId, roundId: round.id };
  await lockAssignments(transaction, key);
  const existing = await listAssignments(transaction, { roundIds: [round.id], organisationIds: [organisationId] });
  return { ...key, existing, isRoundOpen: isOpen };
}
