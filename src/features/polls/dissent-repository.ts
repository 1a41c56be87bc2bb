import type { Connection } from '../../platform/database/database.ts';
import type { TypedDissent } from './plan-dissents.ts';
import type { Poll } from './poll.ts';

/** Stores what was written about questions of a poll; what was written before stays. */
export async function insertDissents(
  transaction: Connection,
  { organisationId, pollId }: Pick<Poll, 'organisationId' | 'pollId'>,
  dissents: readonly TypedDissent[],
  by: { readonly personId: string; readonly at: Date },
): Promise<void> {
  await transaction
    .insertInto('poll_dissent')
    .values(
      dissents.map(({ questionId, revision, body }) => ({
        organisation_id: organisationId,
        poll_id: pollId,
        question_id: questionId,
        revision,
        body,
        written_by: by.personId,
        written_at: by.at,
      })),
    )
    .execute();
}
