import type { Connection } from '../../platform/database/database.ts';
import { dayOf } from '../../platform/days.ts';
import type { Round } from '../programme/index.ts';
import { holdForStep } from '../rounds/index.ts';
import { isJustReminded, type Poll, standingStep } from './poll.ts';
import { findPoll, lockPolls } from './poll-repository.ts';
import type { PollFacts, PollState } from './poll-state.ts';

export interface HeldPoll {
  readonly poll: Poll;
  readonly state: PollState;
  readonly facts: Omit<PollFacts, 'reason'>;
}

/** A poll which nobody ends, or votes in, until the transaction ends; the round is held before it. Null where there is none. */
export async function holdPoll(
  transaction: Connection,
  { organisationId, pollId, round }: Pick<Poll, 'organisationId' | 'pollId'> & { readonly round: Round },
  at: Date,
): Promise<HeldPoll | null> {
  const { isOpen: isRoundOpen } = await holdForStep(transaction, round, at);
  await lockPolls(transaction, { organisationId, roundId: round.id });
  const day = dayOf(at);
  const poll = await findPoll(transaction, { organisationId, pollId }, day);
  return poll === null
    ? null
    : {
        poll,
        state: standingStep(poll).state,
        facts: { isRoundOpen, isDayLeft: day <= poll.runsUntil, isJustReminded: isJustReminded(poll, at) },
      };
}
