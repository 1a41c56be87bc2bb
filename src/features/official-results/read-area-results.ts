import type { Connection } from '../../platform/database/database.ts';
import { type AreaRelease, areaReleases } from './area-results.ts';
import { listResultsInArea } from './area-results-repository.ts';

export interface ResultsInArea {
  readonly releases: readonly AreaRelease[];
  readonly sourceIds: readonly string[];
}

/** What was published by the day of the organisations in the area of a board; of other areas nothing is asked. */
export async function readResultsInArea(
  connection: Connection,
  { kind, areaId }: { readonly kind: string; readonly areaId: string },
  asAt: string,
): Promise<ResultsInArea> {
  const results = kind === 'icb' ? await listResultsInArea(connection, areaId, asAt) : [];
  return { releases: areaReleases(results), sourceIds: [...new Set(results.map(({ sourceId }) => sourceId))] };
}
