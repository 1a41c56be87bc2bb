import type { AppContext } from '../../../context.ts';
import { formatDate } from '../../../views/format.ts';
import type { ReadDay } from '../../directory/index.ts';
import { findPublishedBy } from '../../publication/index.ts';
import { getFrozenDocument, publishedTrajectory, type TrajectoryView } from '../../roadmap/index.ts';
import type { RoadmapFigures } from './comparison.ts';

/** The published roadmap of a footprint in figures: its version, who endorsed it, and its trajectory. */
export async function readRoadmapFigures(
  { database }: AppContext,
  areaId: string,
  day: ReadDay,
): Promise<RoadmapFigures | null> {
  const publication = await findPublishedBy(database, areaId, day);
  if (publication === null) {
    return null;
  }
  const document = await getFrozenDocument(database, publication.versionId);
  const trajectory = document === null ? null : publishedTrajectory(document);
  const { versionNumber, publishedAt, endorsedCount, memberCount, illustrative } = publication;
  return {
    status: `Version ${versionNumber}, published on ${formatDate(publishedAt)}`,
    endorsedCount,
    memberCount,
    capabilities: trajectory === null ? [] : capabilitiesOf(trajectory),
    method: trajectory === null ? '' : `${trajectory.source} ${trajectory.asAt}`,
    scale: trajectory?.scale ?? null,
    illustrative,
  };
}

function capabilitiesOf({ rows, years }: TrajectoryView): RoadmapFigures['capabilities'] {
  return rows.map(({ groupId, label, baseline, targets }) => ({
    id: groupId,
    label,
    baseline: baseline.mean,
    isHeldBack: baseline.isHeldBack,
    countedProviders: baseline.n,
    allProviders: baseline.included.length + baseline.missing.length,
    targets: targets.map(({ yearId, target }) => ({
      year: years.find(({ id }) => id === yearId)?.label ?? yearId,
      target,
    })),
  }));
}
