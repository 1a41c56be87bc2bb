import type { Plan } from './planning/plan.ts';
import type { ProposalState } from './proposal-state.ts';
import type { ProposedEvent } from './proposed-event.ts';

/** An event somebody proposed, with the plan as it was read then. People are given by name. */
export interface Proposal {
  readonly proposalId: string;
  readonly event: ProposedEvent;
  readonly plan: Plan;
  readonly digest: string;
  readonly touches: readonly string[];
  readonly state: ProposalState;
  readonly illustrative: boolean;
  readonly proposedBy: string;
  readonly proposedById: string;
  readonly proposedAt: Date;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  /** Why it was withdrawn; empty otherwise. */
  readonly reason: string;
  /** Of the directory, once it is applied. */
  readonly eventId: string | null;
}
