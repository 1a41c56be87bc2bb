import type { ActingPerson } from '../identity/index.ts';
import { lockProposal, updateSettledProposal } from './proposal-repository.ts';
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
    if (proposal === null || proposal.state !== 'proposed') {
      return { kind: 'refused', reason: 'This proposal is settled already' };
    }
    await updateSettledProposal(transaction, proposalId, { state: 'withdrawn', reason }, by);
    await auditSuccession(transaction, proposalId, 'succession.withdraw', by, { reason });
    return { kind: 'ok' };
  });
}
