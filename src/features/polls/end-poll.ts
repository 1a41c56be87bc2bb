import type { Connection, Database } from '../../platform/database/database.ts';
import type { Round } from '../programme/index.ts';
import { holdPoll } from './hold-poll.ts';
import { type Poll, standingStep } from './poll.ts';
import { auditPoll, type PollActing } from './poll-audit.ts';
import { findPoll, insertPollStep } from './poll-repository.ts';
import { decidePoll, type PollDecision } from './poll-state.ts';
import { deleteVotes, updateRecipientsGone } from './vote-repository.ts';

export interface EndPoll extends Pick<Poll, 'organisationId' | 'pollId'> {
  readonly round: Round;
  readonly action: 'close' | 'withdraw';
  /** Of a withdrawal: why. */
  readonly reason: string;
}

export type EndOutcome = Extract<PollDecision, { kind: 'refused' }> | { readonly kind: 'ended' | 'gone' };

/** Ends a poll. Whom its links were sent to is forgotten with it, and so is every vote of which nothing is to be seen. */
export function endPoll(database: Database, asked: EndPoll, by: PollActing): Promise<EndOutcome> {
  return database.transaction().execute((transaction) => end(transaction, asked, by));
}

async function end(transaction: Connection, { action, reason, ...key }: EndPoll, by: PollActing): Promise<EndOutcome> {
  const held = await holdPoll(transaction, key, by.at);
  if (held === null) {
    return { kind: 'gone' };
  }
  const { poll, state, facts } = held;
  const decision = decidePoll(state, action, { ...facts, reason });
  if (decision.kind === 'refused') {
    return decision;
  }
  const step = { number: standingStep(poll).number + 1, kind: action, state: decision.state, reason };
  await insertPollStep(transaction, poll, step, by);
  await auditPoll(transaction, poll, step, by);
  await updateRecipientsGone(transaction, poll);
  const ended = await findPoll(transaction, poll, '');
  const unseen = ended?.questions.filter(({ result }) => result.kind !== 'shown') ?? [];
  if (unseen.length > 0) {
    await deleteVotes(
      transaction,
      poll,
      unseen.map(({ questionId }) => questionId),
    );
  }
  return { kind: 'ended' };
}
