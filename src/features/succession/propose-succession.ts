import type { AppContext } from '../../context.ts';
import { allowLongWork } from '../../platform/database/statements/allow-long-work.ts';
import type { ActingPerson } from '../identity/index.ts';
import { lockMembersShared } from '../register/index.ts';
import { type ReadPlan, readPlan } from './planning/read-plan.ts';
import { findSameProposal, insertProposal, lockProposals } from './proposal-repository.ts';
import type { ProposedEvent } from './proposed-event.ts';
import { auditSuccession } from './succession-audit.ts';

export type SuccessionContext = Pick<AppContext, 'database' | 'pack' | 'clock' | 'newId' | 'config' | 'register'>;

export type ProposeOutcome =
  | { readonly kind: 'ok'; readonly proposalId: string; readonly plan: ReadPlan }
  | { readonly kind: 'blocked'; readonly plan: ReadPlan };

/** Puts an event before a second person, with the plan of everything it would do. Nothing else changes. Sent twice, it is one. */
export function proposeSuccession(
  context: SuccessionContext,
  event: ProposedEvent,
  by: ActingPerson,
): Promise<ProposeOutcome> {
  return context.database.transaction().execute(async (transaction): Promise<ProposeOutcome> => {
    await lockMembersShared(transaction);
    await lockProposals(transaction);
    await allowLongWork(transaction);
    const same = await findSameProposal(transaction, event, by.personId);
    if (same !== null) {
      return { kind: 'ok', proposalId: same, plan: await readPlan(context, transaction, event, same) };
    }
    const plan = await readPlan(context, transaction, event);
    if (plan.check.blockers.length > 0) {
      return { kind: 'blocked', plan };
    }
    const proposalId = context.newId();
    await insertProposal(transaction, {
      proposalId,
      plan: plan.plan,
      digest: plan.digest,
      illustrative: context.config.isDemonstration,
      proposedBy: by.personId,
      proposedAt: by.at,
    });
    await auditSuccession(transaction, proposalId, 'succession.propose', by, { event, digest: plan.digest });
    return { kind: 'ok', proposalId, plan };
  });
}
