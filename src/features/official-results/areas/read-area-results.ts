import type { Connection } from '../../../platform/database/database.ts';
import { type AreaRelease, areaReleases } from './area-results.ts';
import { countResultsInArea, listResultsInArea, type ResultCounts } from './area-results-repository.ts';

export interface ResultsInArea {
  readonly counts: ResultCounts;
  /** Of the area of a board; a region is too large to show all of them. */
  readonly releases: readonly AreaRelease[];
  readonly sourceIds: readonly string[];
}

/** What was published by the day of the organisations in a region or the area of a board; of other areas nothing is asked. */
export async function readResultsInArea(
  connection: Connection,
  { kind, areaId }: { readonly kind: string; readonly areaId: string },
  asAt: string,
): Promise<ResultsInArea> {
  const isBoard = kind === 'icb';
  const [counts, results] = await Promise.all([
    isBoard || kind === 'region' ? countResultsInArea(connection, areaId, asAt) : { publications: 0, organisations: 0 },
    isBoard ? listResultsInArea(connection, areaId, asAt) : [],
  ]);
  const sourceIds = [...new Set(results.map(({ sourceId }) => sourceId))];
  return { counts, releases: areaReleases(results), sourceIds };
}
