import { paths } from '../../../../paths.ts';
import { countOf } from '../../../../views/format.ts';
import type { Task } from '../../../../views/task-list.tsx';
import type { TaskFacts } from '../content-kind.ts';
import { hintOf, latestOf, taskStates } from '../task-words.ts';
import { flowSaves, flowsTitle, type SentFlows } from './flow.ts';

export function flowsTask(sent: readonly SentFlows[], { slug, stamps }: TaskFacts): Task {
  const count = sent.flatMap(({ flows }) => flows).length;
  return {
    id: 'information-flows',
    text: flowsTitle,
    href: paths.roadmapContent(slug, 'flows'),
    ...hintOf(latestOf(stamps, flowSaves.subject), countOf(count, 'flow')),
    ...(count === 0 ? taskStates.noneYet : taskStates.written),
  };
}
