import type { RoadmapPack } from '../../roadmap.ts';
import { refuseUnknown } from '../content-kind.ts';
import type { TrajectoryRow, TrajectoryTarget } from './trajectory.ts';

/** A row for each capability group and a place for each target year, in the order of the pack. */
export function arrangeTrajectory(
  rows: readonly TrajectoryRow[],
  { capabilityGroups, roadmapTemplate }: RoadmapPack,
): TrajectoryRow[] {
  refuseUnknown('capability group', rows, 'groupId', capabilityGroups);
  for (const { targets } of rows) {
    refuseUnknown('target year', targets, 'yearId', roadmapTemplate.targetYears);
  }
  return capabilityGroups.map(({ id }) => {
    const row = rows.find(({ groupId }) => groupId === id);
    const targets = roadmapTemplate.targetYears.map((year): TrajectoryTarget => {
      const stated = row?.targets.find(({ yearId }) => yearId === year.id);
      return stated ?? { yearId: year.id, target: null, fallReason: '' };
    });
    return { groupId: id, targets, rationale: row?.rationale ?? '' };
  });
}
