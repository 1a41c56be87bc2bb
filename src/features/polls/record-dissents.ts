import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { Round } from '../programme/index.ts';
import { insertDissents } from './dissent-repository.ts';
import { holdPoll } from './hold-poll.ts';
import { planDissents, type TypedDissent } from './plan-dissents.ts';
import type { Poll } from './poll.ts';

export interface RecordDissents extends Pick<Poll, 'organisationId' | 'pollId'> {
  readonly round: Round;
  readonly dissents: readonly TypedDissent[];
}

export type DissentOutcome =
  | { readonly kind: 'recorded'; readonly count: number }
  | { readonly kind: 'conflict'; readonly questionIds: readonly string[] }
  /** The poll is not closed: nothing was agreed after it yet. */
  | { readonly kind: 'not-closed' };

/** Records who does not agree with the answers that were agreed after a poll, and why. The trail tells of which questions, not what. */
export function recordDissents(
  database: Database,
  { dissents, ...key }: RecordDissents,
  by: ActingPerson,
): Promise<DissentOutcome> {
  return database.transaction().execute(async (transaction): Promise<DissentOutcome> => {
    const held = await holdPoll(transaction, key, by.at);
    if (held?.state !== 'closed') {
      return { kind: 'not-closed' };
    }
    const { poll } = held;
    const plan = planDissents(dissents, poll.questions);
    if (plan.kind === 'conflict') {
      return plan;
    }
    if (plan.changes.length > 0) {
      await insertDissents(transaction, poll, plan.changes, by);
      const { organisationId, roundId, pollId } = poll;
      const revisions = Object.fromEntries(plan.changes.map(({ questionId, revision }) => [questionId, revision]));
      await appendAuditEvent(transaction, {
        chain: `poll:${pollId}`,
        action: 'poll.dissent',
        personId: by.personId,
        onBehalfOf: by.onBehalfOf,
        at: by.at,
        detail: { organisation: organisationId, roundId, revisions },
      });
    }
    return { kind: 'recorded', count: plan.changes.length };
  });
}
