import type { Database } from '../../platform/database/database.ts';
import { dayOf } from '../../platform/days.ts';
import { findRound, type ProgrammePack } from '../programme/index.ts';
import { holdPoll } from './hold-poll.ts';
import { findPollOfLink } from './poll-repository.ts';
import { decidePoll } from './poll-state.ts';
import { tokenDigest } from './token-digest.ts';
import { updateTallies, updateUsed, type Vote } from './vote-repository.ts';

export interface ReceiveVote {
  readonly token: string;
  readonly votes: readonly Vote[];
}

/** `over`: the poll takes no vote any more, or not now. `unknown`: there is no such link. */
export type VoteOutcome = { readonly kind: 'counted' | 'used' | 'over' | 'withdrawn' | 'unknown' };

/** Counts the vote of one link, once. Nothing of who cast it, or when, is kept or noted on the trail. */
export function receiveVote(
  { database, pack }: { readonly database: Database; readonly pack: ProgrammePack },
  { token, votes }: ReceiveVote,
  at: Date,
): Promise<VoteOutcome> {
  const digest = tokenDigest(token);
  return database.transaction().execute(async (transaction): Promise<VoteOutcome> => {
    const day = dayOf(at);
    const before = await findPollOfLink(transaction, digest, day);
    const round = findRound(pack, before?.poll.roundId ?? '');
    if (before === null || round === undefined) {
      return { kind: 'unknown' };
    }
    const held = await holdPoll(transaction, { ...before.poll, round }, at);
    // Asked again now that nobody else votes: of two who use one link at once the second finds that it was used.
    const link = await findPollOfLink(transaction, digest, day);
    if (held === null || link === null) {
      return { kind: 'unknown' };
    }
    const decision = decidePoll(held.state, 'vote', { ...held.facts, reason: '' });
    if (decision.kind === 'refused') {
      return { kind: held.state === 'withdrawn' ? 'withdrawn' : 'over' };
    }
    if (link.isUsed) {
      return { kind: 'used' };
    }
    await updateUsed(transaction, held.poll, digest);
    await updateTallies(transaction, held.poll, votes);
    return { kind: 'counted' };
  });
}
