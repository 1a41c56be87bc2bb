import type { Connection } from '../../../platform/database/database.ts';
import { listFootprints } from '../../directory/index.ts';
import { listPublishedBy } from '../../publication/index.ts';
import type { PublishedLine } from './data-page.tsx';

/** The newest publication of each footprint, by the footprint's name. */
export async function listPublishedLines(
  connection: Connection,
  asAt: string,
): Promise<{ lines: PublishedLine[]; illustrative: boolean }> {
  const published = await listPublishedBy(connection, { asAt, recordedBy: null });
  const byFootprint = new Map(published.map((roadmap) => [roadmap.footprintId, roadmap]));
  const lines = (await listFootprints(connection, asAt)).flatMap((footprint): PublishedLine[] => {
    const roadmap = byFootprint.get(footprint.areaId);
    return roadmap === undefined ? [] : [{ ...roadmap, footprintName: footprint.name, slug: footprint.slug }];
  });
  return { lines, illustrative: published.some((roadmap) => roadmap.illustrative) };
}
