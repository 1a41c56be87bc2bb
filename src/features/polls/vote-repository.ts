import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { Poll } from './poll.ts';

type PollKey = Pick<Poll, 'organisationId' | 'pollId'>;

/** What somebody says to one question. */
export interface Vote {
  readonly questionId: string;
  readonly choice: string;
  /** May be empty. */
  readonly comment: string;
}

/**
 * Marks a link as used. Every link of the poll is written anew with it: the row that was written last would otherwise be known by the
 * number of its transaction, which is that of the vote.
 */
export async function updateUsed(
  transaction: Connection,
  { organisationId, pollId }: PollKey,
  tokenDigest: string,
): Promise<void> {
  await sql`
    update poll_invitation set is_used = is_used or token_digest = ${tokenDigest}
    where organisation_id = ${organisationId} and poll_id = ${pollId}::uuid`.execute(transaction);
}

/** Counts votes, and keeps what was written with them. All rows of the poll are written anew, for the same reason. */
export async function updateTallies(
  transaction: Connection,
  { organisationId, pollId }: PollKey,
  votes: readonly Vote[],
): Promise<void> {
  const chosen = votes.map(({ questionId, choice }) => `${questionId} ${choice}`);
  await sql`
    update poll_tally
    set votes = votes + case when question_id || ' ' || choice = any(${chosen}::text[]) then 1 else 0 end
    where organisation_id = ${organisationId} and poll_id = ${pollId}::uuid`.execute(transaction);
  const written = votes.filter(({ comment }) => comment !== '');
  if (written.length > 0) {
    await transaction
      .insertInto('poll_comment')
      .values(
        written.map(({ questionId, comment }) => ({
          organisation_id: organisationId,
          poll_id: pollId,
          question_id: questionId,
          body: comment,
        })),
      )
      .execute();
  }
  await sql`
    update poll_comment set body = body
    where organisation_id = ${organisationId} and poll_id = ${pollId}::uuid`.execute(transaction);
}

/** The addresses of those whose links were not used, each with the digest of its link. */
export function listUnused(
  connection: Connection,
  { organisationId, pollId }: PollKey,
): Promise<{ readonly recipient: string; readonly tokenDigest: string }[]> {
  return connection
    .selectFrom('poll_invitation')
    .select(['recipient', 'token_digest as tokenDigest'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('is_used', '=', false)
    .where('recipient', 'is not', null)
    .orderBy('recipient')
    .$narrowType<{ recipient: string }>()
    .execute();
}

/** Gives a link that was not used another token: the one that was sent before works no more. */
export async function updateToken(
  transaction: Connection,
  { organisationId, pollId }: PollKey,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await transaction
    .updateTable('poll_invitation')
    .set({ token_digest: to })
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('token_digest', '=', from)
    .execute();
}

/** Forgets whom links were sent to. */
export async function updateRecipientsGone(
  transaction: Connection,
  { organisationId, pollId }: PollKey,
): Promise<void> {
  await transaction
    .updateTable('poll_invitation')
    .set({ recipient: null })
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .execute();
}

/** Deletes what was said to questions of which nothing is ever to be seen. */
export async function deleteVotes(
  transaction: Connection,
  { organisationId, pollId }: PollKey,
  questionIds: readonly string[],
): Promise<void> {
  for (const table of ['poll_comment', 'poll_tally'] as const) {
    await transaction
      .deleteFrom(table)
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .where('question_id', 'in', questionIds)
      .execute();
  }
}
