import { paths } from '../../../../paths.ts';
import { type ContentKind, refuseUnknown } from '../content-kind.ts';
import { checkTargets } from './check-targets.ts';
import { illustrateTrajectory } from './illustrate-trajectory.ts';
import { groupAnchor, type TrajectoryRow, trajectorySaves, trajectoryWording } from './trajectory.ts';
import { trajectoryRoutes } from './trajectory-routes.tsx';
import { trajectorySection, trajectoryStandsIn } from './trajectory-section.ts';
import { trajectoryTask } from './trajectory-task.ts';
import { DocumentTrajectory } from './views/document-trajectory.tsx';

type Rows = readonly TrajectoryRow[];

const pageOfGroup = (slug: string, groupId: string) => `${paths.trajectory(slug)}#${groupAnchor(groupId)}`;

/** Where the footprint means to be in each capability group, year by year. */
export const trajectoryKind: ContentKind<Rows, Rows> = {
  ...trajectorySaves,
  gather: (saves) => saves.flat(),
  spread: (rows) => (rows.length === 0 ? [] : [{ id: '', content: rows }]),
  arrange: (rows, { capabilityGroups, roadmapTemplate }) => {
    refuseUnknown('capability group', rows, 'groupId', capabilityGroups);
    for (const { targets } of rows) {
      refuseUnknown('target year', targets, 'yearId', roadmapTemplate.targetYears);
    }
    return capabilityGroups.map(({ id }) => {
      const row = rows.find(({ groupId }) => groupId === id);
      const targets = roadmapTemplate.targetYears.map((year) => {
        return row?.targets.find(({ yearId }) => yearId === year.id) ?? noTarget(year.id);
      });
      return { groupId: id, targets, rationale: row?.rationale ?? '' };
    });
  },
  titleOf: () => 'Capability trajectory',
  wordingOf: (rows, { pack }) => trajectoryWording(rows, pack),
  check: checkTargets,
  findingPages: { 'target-missing': pageOfGroup, 'target-rule': pageOfGroup },
  section: trajectorySection,
  table: { standsIn: trajectoryStandsIn, task: trajectoryTask, Reading: DocumentTrajectory },
  illustrate: illustrateTrajectory,
  routes: trajectoryRoutes,
};

function noTarget(yearId: string): TrajectoryRow['targets'][number] {
  return { yearId, target: null, fallReason: '' };
}
