import { paths } from '../../../../paths.ts';
import { countOf } from '../../../../views/format.ts';
import type { Task } from '../../../../views/task-list.tsx';
import type { TaskFacts } from '../content-kind.ts';
import { hintOf, latestOf, progress } from '../task-words.ts';
import { isEmptyPlan, plansTitle, type UniversalPlan, universalPlanSaves } from './universal-plan.ts';

export function plansTask(plans: readonly UniversalPlan[], { slug, pack, stamps }: TaskFacts): Task {
  const total = pack.universalCapabilities.length;
  const filled = plans.filter((plan) => !isEmptyPlan(plan)).length;
  return {
    id: 'universal-plans',
    text: plansTitle,
    href: paths.roadmapContent(slug, 'universal-capabilities'),
    ...hintOf(latestOf(stamps, universalPlanSaves.subject), `${filled} of ${countOf(total, 'plan')} begun`),
    ...progress(filled, total),
  };
}
