import { paths } from '../../../../paths.ts';
import type { ContentKind } from '../content-kind.ts';
import { arrangeTrajectory } from './arrange-trajectory.ts';
import { checkTargets } from './check-targets.ts';
import { illustrateTrajectory } from './illustrate-trajectory.ts';
import { groupAnchor, type TrajectoryRow, trajectorySaves, trajectoryWording } from './trajectory.ts';
import { trajectoryRoutes } from './trajectory-routes.tsx';
import { trajectorySection, trajectoryStandsIn } from './trajectory-section.ts';
import { trajectoryTables } from './trajectory-tables.ts';
import { trajectoryTask } from './trajectory-task.ts';
import { BoardTrajectory } from './views/board-trajectory.tsx';
import { DocumentTrajectory } from './views/document-trajectory.tsx';

type Rows = readonly TrajectoryRow[];

const pageOfGroup = (slug: string, groupId: string) =>
  `${paths.roadmapContent(slug, 'trajectory')}#${groupAnchor(groupId)}`;

/** Where the footprint means to be in each capability group, year by year. */
export const trajectoryKind: ContentKind<Rows, Rows> = {
  ...trajectorySaves,
  gather: (saves) => saves.flat(),
  spread: (rows) => (rows.length === 0 ? [] : [{ id: '', content: rows }]),
  arrange: arrangeTrajectory,
  titleOf: () => 'Capability trajectory',
  wordingOf: (rows, { pack }) => trajectoryWording(rows, pack),
  check: checkTargets,
  findingPages: { 'target-missing': pageOfGroup, 'target-rule': pageOfGroup },
  section: trajectorySection,
  table: { askedAs: null, standsIn: trajectoryStandsIn, task: trajectoryTask, Reading: DocumentTrajectory },
  files: trajectoryTables,
  board: BoardTrajectory,
  OfMember: null,
  illustrate: illustrateTrajectory,
  routes: trajectoryRoutes,
};
