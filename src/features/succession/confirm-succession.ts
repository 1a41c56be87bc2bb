import { allowLongWork } from '../../platform/database/statements/allow-long-work.ts';
import type { ActingPerson } from '../identity/index.ts';
import { changeRegister, type RegisterAction, type RegisterTransaction } from '../register/index.ts';
import { applyPlan, PlanOvertakenError } from './apply-plan.ts';
import type { Plan } from './planning/plan.ts';
import { type ReadPlan, readPlan } from './planning/read-plan.ts';
import type { Proposal } from './proposal.ts';
import { findProposal, lockProposal, updateSettledProposal } from './proposal-repository.ts';
import { nextProposalState } from './proposal-state.ts';
import type { SuccessionContext } from './propose-succession.ts';
import { auditSuccession } from './succession-audit.ts';

export interface ConfirmSuccession {
  readonly proposalId: string;
  /** Of the plan that the second person read. */
  readonly digest: string;
}

export type ConfirmOutcome =
  | { readonly kind: 'ok'; readonly eventId: string }
  /** Things have changed since it was proposed: it would do something else now, or cannot be done. */
  | { readonly kind: 'changed'; readonly proposed: Plan; readonly now: ReadPlan }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * A second person confirms a proposal, and everything in its plan is done in one transaction. The plan is made again first: if
 * its facts are not, to the last one, those that were proposed and read, nothing is done.
 */
export async function confirmSuccession(
  context: SuccessionContext,
  command: ConfirmSuccession,
  by: ActingPerson,
): Promise<ConfirmOutcome> {
  try {
    return await confirmOnce(context, command, by);
  } catch (error) {
    if (error instanceof PlanOvertakenError) {
      return { kind: 'refused', reason: `${error.message}. Nothing was done: try again` };
    }
    throw error;
  }
}

async function confirmOnce(
  context: SuccessionContext,
  command: ConfirmSuccession,
  by: ActingPerson,
): Promise<ConfirmOutcome> {
  const proposal = await findProposal(context.database, command.proposalId);
  const action: RegisterAction = { because: proposal?.plan.title ?? '', by, lasts: 'short' };
  return context.database
    .transaction()
    .execute((transaction) =>
      changeRegister(transaction, context.register, action, (register) => confirm(context, register, command, by)),
    );
}

async function confirm(
  context: SuccessionContext,
  transaction: RegisterTransaction,
  { proposalId, digest }: ConfirmSuccession,
  by: ActingPerson,
): Promise<ConfirmOutcome> {
  await allowLongWork(transaction);
  const proposal = await lockProposal(transaction, proposalId);
  if (proposal === null) {
    return { kind: 'refused', reason: 'There is no such proposal' };
  }
  const facts = { isSecondPerson: proposal.proposedById !== by.personId, isPlanAsRead: proposal.digest === digest };
  const decision = nextProposalState(proposal.state, 'confirm', facts);
  if (decision.kind === 'refused') {
    return { kind: 'refused', reason: decision.reason };
  }
  const now = await readPlan(context, transaction, proposal.event, proposalId);
  if (now.digest !== proposal.digest || now.check.blockers.length > 0) {
    return { kind: 'changed', proposed: proposal.plan, now };
  }
  return apply(context, transaction, proposal, by);
}

async function apply(
  context: SuccessionContext,
  transaction: RegisterTransaction,
  { proposalId, plan, digest, event }: Proposal,
  by: ActingPerson,
): Promise<ConfirmOutcome> {
  const eventId = context.newId();
  await applyPlan(context, transaction, { eventId, plan, undoes: event.kind === 'undo' ? event.eventId : null }, by);
  await updateSettledProposal(transaction, proposalId, { state: 'applied', eventId }, by);
  await auditSuccession(transaction, proposalId, 'succession.confirm', by, { digest, eventId, title: plan.title });
  return { kind: 'ok', eventId };
}
