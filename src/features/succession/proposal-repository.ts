import { sql } from 'kysely';
import { z } from 'zod';
import type { Connection } from '../../platform/database/database.ts';
import { expectRows } from '../../platform/database/statements/affected-rows.ts';
import { isId } from '../../platform/ids.ts';
import type { Plan } from './planning/plan.ts';
import { planDigest } from './planning/plan-digest.ts';
import type { Proposal } from './proposal.ts';
import { isOpen, proposalStates } from './proposal-state.ts';
import type { ProposedEvent } from './proposed-event.ts';
import { storedEvent, storedPlan } from './stored-plan.ts';

function selectProposals(connection: Connection) {
  return connection
    .selectFrom('succession_proposal as proposal')
    .innerJoin('person as proposer', 'proposer.id', 'proposal.proposed_by')
    .leftJoin('person as settler', 'settler.id', 'proposal.settled_by')
    .select([
      'proposal.succession_proposal_id as proposalId',
      'proposal.event',
      'proposal.plan',
      'proposal.digest',
      'proposal.touches',
      'proposal.state',
      'proposal.illustrative',
      'proposer.name as proposedBy',
      'proposal.proposed_by as proposedById',
      'proposal.proposed_at as proposedAt',
      'settler.name as settledBy',
      'proposal.settled_at as settledAt',
      'proposal.reason',
      'proposal.succession_event_id as eventId',
    ])
    .orderBy('proposal.proposed_at', 'desc')
    .orderBy('proposal.succession_proposal_id', 'desc');
}

type ProposalRow = Awaited<ReturnType<ReturnType<typeof selectProposals>['execute']>>[number];

/** What waits is known by its facts, also where it was proposed when the digest still covered the words of a plan. */
function proposalOf(row: ProposalRow): Proposal {
  const plan = storedPlan.read(row.plan);
  const state = proposalState.parse(row.state);
  const digest = isOpen(state) ? planDigest(plan) : row.digest;
  return { ...row, event: storedEvent.read(row.event), plan, state, digest };
}

const proposalState = z.enum(proposalStates);

/** Every proposal, the newest first. */
export async function listProposals(connection: Connection): Promise<Proposal[]> {
  return (await selectProposals(connection).execute()).map(proposalOf);
}

export async function listOpenProposals(connection: Connection): Promise<Proposal[]> {
  const open = await selectProposals(connection).where('proposal.state', '=', 'proposed').execute();
  return open.map(proposalOf);
}

export async function findProposal(connection: Connection, proposalId: string): Promise<Proposal | null> {
  const found = isId(proposalId)
    ? await selectProposals(connection).where('proposal.succession_proposal_id', '=', proposalId).executeTakeFirst()
    : undefined;
  return found === undefined ? null : proposalOf(found);
}

/** The proposal that led to an event of the directory; null where the event came another way. */
export async function findAppliedProposal(connection: Connection, eventId: string): Promise<Proposal | null> {
  const found = isId(eventId)
    ? await selectProposals(connection).where('proposal.succession_event_id', '=', eventId).executeTakeFirst()
    : undefined;
  return found === undefined ? null : proposalOf(found);
}

/** As `findProposal`, held until the transaction ends so that it is settled once. */
export async function lockProposal(transaction: Connection, proposalId: string): Promise<Proposal | null> {
  const found = isId(proposalId)
    ? await selectProposals(transaction)
        .where('proposal.succession_proposal_id', '=', proposalId)
        .forUpdate('proposal')
        .executeTakeFirst()
    : undefined;
  return found === undefined ? null : proposalOf(found);
}

/** Lets proposals come one after another until this transaction ends: the same one sent twice at once is then seen for what it is. */
export async function lockProposals(transaction: Connection): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('succession proposals'))`.execute(transaction);
}

/** The open proposal of the same event by the same person; null where there is none. */
export async function findSameProposal(
  connection: Connection,
  event: ProposedEvent,
  personId: string,
): Promise<string | null> {
  const found = await connection
    .selectFrom('succession_proposal')
    .select('succession_proposal_id')
    .where('state', '=', 'proposed')
    .where('proposed_by', '=', personId)
    .where(sql<boolean>`event = ${storedEvent.write(event)}::jsonb`)
    .executeTakeFirst();
  return found?.succession_proposal_id ?? null;
}

export interface NewProposal {
  readonly proposalId: string;
  readonly plan: Plan;
  readonly digest: string;
  readonly illustrative: boolean;
  readonly proposedBy: string;
  readonly proposedAt: Date;
}

export async function insertProposal(transaction: Connection, proposal: NewProposal): Promise<void> {
  await transaction
    .insertInto('succession_proposal')
    .values({
      succession_proposal_id: proposal.proposalId,
      event: storedEvent.write(proposal.plan.event),
      plan: storedPlan.write(proposal.plan),
      digest: proposal.digest,
      touches: [...proposal.plan.touches],
      state: 'proposed',
      illustrative: proposal.illustrative,
      proposed_by: proposal.proposedBy,
      proposed_at: proposal.proposedAt,
    })
    .execute();
}

export type Settlement =
  | { readonly state: 'applied'; readonly eventId: string }
  | { readonly state: 'withdrawn'; readonly reason: string };

export async function updateSettledProposal(
  transaction: Connection,
  proposalId: string,
  settlement: Settlement,
  by: { readonly personId: string; readonly at: Date },
): Promise<void> {
  const isApplied = settlement.state === 'applied';
  const { numUpdatedRows } = await transaction
    .updateTable('succession_proposal')
    .set({
      state: settlement.state,
      settled_by: by.personId,
      settled_at: by.at,
      reason: isApplied ? '' : settlement.reason,
      succession_event_id: isApplied ? settlement.eventId : null,
    })
    .where('succession_proposal_id', '=', proposalId)
    .executeTakeFirst();
  expectRows('a proposal is settled', 1, numUpdatedRows);
}
