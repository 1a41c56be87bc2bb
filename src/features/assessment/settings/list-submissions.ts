import type { Connection } from '../../../platform/database/database.ts';
import { getRound, instrumentOfRound, type ProgrammePack } from '../../programme/index.ts';
import { listSubmittedRows, type SubmittedRow } from '../scoring/score-repository.ts';
import { readStanding } from './read-standing.ts';
import { standingOverall } from './standing.ts';

/**
 * Who has submitted in a round, and when; of all organisations where no ids are given. One that answers for several care settings has submitted
 * with the last of them.
 */
export async function listSubmissions(
  connection: Connection,
  pack: ProgrammePack,
  roundId: string,
  organisationIds: readonly string[] | null = null,
): Promise<SubmittedRow[]> {
  const rows = await listSubmittedRows(connection, roundId, organisationIds);
  if (instrumentOfRound(pack, roundId).returns === 'per-organisation') {
    return rows;
  }
  const rowsOf = Map.groupBy(rows, ({ organisationId }) => organisationId);
  const standing = await readStanding(connection, pack, getRound(pack, roundId), [...rowsOf.keys()]);
  return standing.flatMap(({ organisationId, settings }) => {
    const { state, submittedAt } = standingOverall(settings);
    const illustrative = rowsOf.get(organisationId)?.some((row) => row.illustrative) ?? false;
    return state === 'submitted' && submittedAt !== null ? [{ organisationId, submittedAt, illustrative }] : [];
  });
}
