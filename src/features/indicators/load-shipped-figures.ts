import type { Database } from '../../platform/database/database.ts';
import { readReleaseFile, readReleaseList, unsoundFile } from '../directory-import/index.ts';
import { importFigures } from './import-figures.ts';
import { listFigureReleaseNames } from './indicators-repository.ts';
import { parseFigures } from './parse-figures.ts';

/**
 * Brings the figures of `folder` into the database that it does not have yet, and says which. What is on record under the same name and
 * version stays. Throws `ReferenceDataError` where a file is not sound.
 */
export async function loadShippedFigures(database: Database, folder: string, now: Date): Promise<string[]> {
  const shipped = await readReleaseList(folder);
  const known = new Set(await listFigureReleaseNames(database));
  const loaded: string[] = [];
  for (const details of shipped.filter(({ series, version }) => !known.has(`${series}-${version}`))) {
    const file = await readReleaseFile(folder, details);
    const parsed = parseFigures(file);
    if (parsed.kind === 'refused') {
      throw unsoundFile(folder, file.fileName, parsed.faults);
    }
    const { figures } = parsed;
    const request = { details, figures, isShipped: true, onBehalfOf: 'the service itself', now, isDryRun: false };
    const outcome = await importFigures(database, request);
    if (outcome.kind === 'imported') {
      loaded.push(`${details.series}-${details.version}`);
    }
  }
  return loaded;
}
