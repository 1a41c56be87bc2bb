import { paths } from '../../../../paths.ts';
import { countOf } from '../../../../views/format.ts';
import type { Task } from '../../../../views/task-list.tsx';
import type { TaskFacts } from '../content-kind.ts';
import { hintOf, latestOf, taskStates } from '../task-words.ts';
import { type Risk, riskSaves, risksTitle } from './risk.ts';

export function risksTask(risks: readonly Risk[], { slug, stamps }: TaskFacts): Task {
  return {
    id: 'risks',
    text: risksTitle,
    href: paths.roadmapContent(slug, 'risks'),
    ...hintOf(latestOf(stamps, riskSaves.subject), countOf(risks.length, 'risk')),
    ...(risks.length === 0 ? taskStates.noneYet : taskStates.written),
  };
}
