import type { ActingPerson } from '../identity/index.ts';
import { lockProposal, updateSettledProposal } from './proposal-repository.ts';
import { nextProposalState } from './proposal-state.ts';
import type { SuccessionContext } from './propose-succession.ts';
import { auditSuccession } from './succession-audit.ts';

export type WithdrawProposalOutcome = { readonly kind: 'ok' } | { readonly kind: 'refused'; readonly reason: string };

/** Takes a proposal back before it is confirmed, by whoever may confirm it or made it. It stays readable, with the reason. */
export function withdrawSuccession(
  { database }: Pick<SuccessionContext, 'database'>,
  { proposalId, reason }: { readonly proposalId: string; readonly reason: string },
  by: ActingPerson,
): Promise<WithdrawProposalOutcome> {
  return database.transaction().execute(async (transaction): Promise<WithdrawProposalOutcome> => {
    const proposal = await lockProposal(transaction, proposalId);
    if (proposal === null) {
      return { kind: 'refused', reason: 'There is no such proposal' };
    }
    const facts = { isSecondPerson: proposal.proposedById !== by.personId, isPlanAsRead: true };
    const decision = nextProposalState(proposal.state, 'withdraw', facts);
    if (decision.kind === 'refused') {
      return { kind: 'refused', reason: decision.reason };
    }
    await updateSettledProposal(transaction, proposalId, { state: 'withdrawn', reason }, by);
    await auditSuccession(transaction, proposalId, 'succession.withdraw', by, { reason });
    return { kind: 'ok' };
  });
}
