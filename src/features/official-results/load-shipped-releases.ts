import type { Database } from '../../platform/database/database.ts';
import { readReleaseList } from '../directory-import/index.ts';
import { importRelease } from './import-release.ts';
import { listReleaseNames } from './official-results-repository.ts';
import { readShippedRows } from './shipped-rows.ts';

/**
 * Brings the releases of `folder` into the database that it does not have yet, and says which. What is on record under the same
 * name and version stays: a publication does not change, so that a start costs reading a short list and one query.
 */
export async function loadShippedReleases(database: Database, folder: string, now: Date): Promise<string[]> {
  const shipped = await readReleaseList(folder);
  const known = new Set(await listReleaseNames(database));
  const loaded: string[] = [];
  for (const details of shipped.filter(({ series, version }) => !known.has(`${series}-${version}`))) {
    const content = await readShippedRows(folder, details);
    const request = {
      details,
      content,
      isShipped: true,
      personId: null,
      onBehalfOf: 'the service itself',
      now,
      isDryRun: false,
    };
    const outcome = await importRelease(database, request);
    if (outcome.kind === 'imported') {
      loaded.push(`${details.series}-${details.version}`);
    }
  }
  return loaded;
}
