import type { Connection } from '../../../platform/database/database.ts';
import { lineageOf } from '../lineage/lineage.ts';
import { listLineageLinks } from '../lineage/lineage-repository.ts';
import { areaTimeline } from './area-timeline.ts';
import { getAreaPast } from './timeline-repository.ts';

/** Everything an area's page tells of its history, and the sources that it rests on. */
export async function readAreaHistory(connection: Connection, areaId: string) {
  const [past, links] = await Promise.all([
    getAreaPast(connection, areaId),
    listLineageLinks(connection, 'area', areaId),
  ]);
  const timeline = areaTimeline(past, links, areaId);
  const sourceIds = [...timeline, ...past.notes].map(({ sourceId }) => sourceId);
  return { past, timeline, lineage: lineageOf(areaId, links), sourceIds };
}
