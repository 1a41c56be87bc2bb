import type { Database } from '../../platform/database/database.ts';
import { dayOf } from '../../platform/days.ts';
import { findRound, type ProgrammePack } from '../programme/index.ts';
import { holdPoll } from './hold-poll.ts';
import { findSurvey } from './poll-repository.ts';
import { decidePoll } from './poll-state.ts';
import type { VoteOutcome } from './receive-vote.ts';
import { updateTallies, type Vote } from './vote-repository.ts';

export interface ReceiveSurveyVote {
  readonly openToken: string;
  readonly votes: readonly Vote[];
}

/** Counts what somebody on the staff answered. That they have not before their browser says alone: nothing of who they are is asked or kept. */
export function receiveSurveyVote(
  { database, pack }: { readonly database: Database; readonly pack: ProgrammePack },
  { openToken, votes }: ReceiveSurveyVote,
  at: Date,
): Promise<VoteOutcome> {
  return database.transaction().execute(async (transaction): Promise<VoteOutcome> => {
    const survey = await findSurvey(transaction, openToken, dayOf(at));
    const round = findRound(pack, survey?.roundId ?? '');
    const held = survey === null || round === undefined ? null : await holdPoll(transaction, { ...survey, round }, at);
    if (held === null) {
      return { kind: 'unknown' };
    }
    const decision = decidePoll(held.state, 'vote', { ...held.facts, reason: '' });
    if (decision.kind === 'refused') {
      return { kind: held.state === 'withdrawn' ? 'withdrawn' : 'over' };
    }
    await updateTallies(transaction, held.poll, votes);
    return { kind: 'counted' };
  });
}
