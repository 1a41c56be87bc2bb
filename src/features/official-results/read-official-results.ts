import type { Connection } from '../../platform/database/database.ts';
import type { ResultsSubject } from './found-result.ts';
import { listResultsOf } from './results-of-repository.ts';
import { type ReleaseView, releaseViews } from './results-view.ts';

export interface OfficialResults {
  readonly releases: readonly ReleaseView[];
  readonly sourceIds: readonly string[];
}

/** What was published of an organisation by the day, and where it came from; one query. */
export function readOfficialResults(
  connection: Connection,
  { organisationId, code }: { readonly organisationId: string; readonly code: string },
  asAt: string,
): Promise<OfficialResults> {
  return readResults(connection, { subject: 'organisation', organisationId, code }, asAt);
}

/** The same of the board of an area; other areas have none, and cost no query. */
export async function readBoardResults(
  connection: Connection,
  { kind, code }: { readonly kind: string; readonly code: string },
  asAt: string,
): Promise<OfficialResults> {
  return kind === 'icb' ? readResults(connection, { subject: 'area', code }, asAt) : { releases: [], sourceIds: [] };
}

async function readResults(connection: Connection, of: ResultsSubject, asAt: string): Promise<OfficialResults> {
  const found = await listResultsOf(connection, of, asAt);
  return { releases: releaseViews(found), sourceIds: [...new Set(found.map(({ sourceId }) => sourceId))] };
}
