import { paths } from '../../../../paths.ts';
import { countOf } from '../../../../views/format.ts';
import type { Task } from '../../../../views/task-list.tsx';
import type { TaskFacts } from '../content-kind.ts';
import { hintOf, progress } from '../task-words.ts';
import { type TrajectoryRow, trajectorySaves } from './trajectory.ts';

export function trajectoryTask(rows: readonly TrajectoryRow[], { slug, pack, stamps }: TaskFacts): Task {
  const total = pack.capabilityGroups.length * pack.roadmapTemplate.targetYears.length;
  const set = rows.flatMap(({ targets }) => targets).filter(({ target }) => target !== null).length;
  return {
    id: 'trajectory',
    text: 'Capability trajectory',
    href: paths.roadmapContent(slug, 'trajectory'),
    ...hintOf(stamps.get(trajectorySaves.subject), `${set} of ${countOf(total, 'target')} set`),
    ...progress(set, total),
  };
}
