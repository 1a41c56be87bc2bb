import type { Database } from '../../platform/database/database.ts';
import { dayOf } from '../../platform/days.ts';
import { findRound, type ProgrammePack, roundState } from '../programme/index.ts';
import { endPoll } from './end-poll.ts';
import { listOverduePolls } from './poll-repository.ts';

/** Closes every poll whose last day is over or whose round is closed, each by itself. Answers how many. */
export async function endOverduePolls(
  { database, pack }: { readonly database: Database; readonly pack: ProgrammePack },
  at: Date,
): Promise<number> {
  const day = dayOf(at);
  const openRounds = pack.rounds.filter((round) => roundState(round, day) === 'open').map(({ id }) => id);
  const overdue = await listOverduePolls(database, { day, openRounds });
  let ended = 0;
  for (const { organisationId, pollId, roundId } of overdue) {
    const round = findRound(pack, roundId);
    if (round !== undefined) {
      const key = { organisationId, pollId, round, action: 'close', reason: '' } as const;
      const { kind } = await endPoll(database, key, { personId: null, onBehalfOf: 'The service', at });
      ended += kind === 'ended' ? 1 : 0;
    }
  }
  return ended;
}
