import type { Connection } from '../../platform/database/database.ts';
import { listPlacements } from '../directory/index.ts';
import { dueOnFor, isExtendedByArea, type ProgrammePack, type Round } from '../programme/index.ts';

/** The deadline of each organisation (by id) in a round of assessment, as an ISO date. Where they lie is looked up only where it matters. */
export async function readDeadlines(
  connection: Connection,
  { positionOn }: Pick<ProgrammePack, 'positionOn'>,
  round: Round,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const placements = isExtendedByArea(round) ? await listPlacements(connection, organisationIds, positionOn) : null;
  return new Map(
    organisationIds.map((id) => [id, dueOnFor(round, new Set([id, ...(placements?.get(id)?.regionIds ?? [])]))]),
  );
}
