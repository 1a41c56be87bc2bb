import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { Poll } from './poll.ts';
import type { NewPollStep } from './poll-repository.ts';

/** Who took a step; the service itself where the day was over. */
export interface PollActing {
  readonly personId: string | null;
  readonly onBehalfOf: string;
  readonly at: Date;
}

/** Adds a step to the chain of its poll. Of votes the trail tells nothing, and of those who were asked how many they are. */
export function auditPoll(
  transaction: Connection,
  poll: Pick<Poll, 'organisationId' | 'roundId' | 'careSetting' | 'sectionId' | 'pollId' | 'runsUntil'> & {
    readonly invited: number;
    readonly questions: readonly { readonly questionId: string }[];
  },
  { kind, number, reason }: NewPollStep,
  { personId, onBehalfOf, at }: PollActing,
): Promise<void> {
  const { organisationId, roundId, careSetting, sectionId, pollId, runsUntil, invited, questions } = poll;
  return appendAuditEvent(transaction, {
    chain: `poll:${pollId}`,
    action: `poll.${kind}`,
    personId,
    onBehalfOf,
    at,
    detail: {
      ...{ organisation: organisationId, roundId, part: careSetting, section: sectionId, step: number },
      ...(kind === 'open' ? { questions: questions.map(({ questionId }) => questionId), runsUntil, invited } : {}),
      ...(reason === '' ? {} : { reason }),
    },
  });
}
