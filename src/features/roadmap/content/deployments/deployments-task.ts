import { paths } from '../../../../paths.ts';
import { countOf } from '../../../../views/format.ts';
import type { Task } from '../../../../views/task-list.tsx';
import type { TaskFacts } from '../content-kind.ts';
import { hintOf, latestOf, taskStates } from '../task-words.ts';
import { type Deployment, deploymentSaves, deploymentsTitle } from './deployment.ts';

export function deploymentsTask(rows: readonly Deployment[], { slug, stamps }: TaskFacts): Task {
  return {
    id: 'deployments',
    text: deploymentsTitle,
    href: paths.roadmapContent(slug, 'deployments'),
    ...hintOf(latestOf(stamps, deploymentSaves.subject), countOf(rows.length, 'deployment')),
    ...(rows.length === 0 ? taskStates.noneYet : taskStates.written),
  };
}
