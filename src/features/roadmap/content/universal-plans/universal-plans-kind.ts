import { paths } from '../../../../paths.ts';
import { countOf } from '../../../../views/format.ts';
import type { Task } from '../../../../views/task-list.tsx';
import type { RoadmapPart } from '../../../programme/index.ts';
import { type ContentKind, refuseUnknown, savedByRow, type TaskFacts, visibilityOfTable } from '../content-kind.ts';
import { hintOf, latestOf, progress } from '../task-words.ts';
import { arrangePlan } from './arrange-plan.ts';
import { checkPlans } from './check-plans.ts';
import { illustratePlans } from './illustrate-plans.ts';
import {
  isEmptyPlan,
  planWording,
  type UniversalPlan,
  universalPlanSaves,
  universalPlansReader,
} from './universal-plan.ts';
import { universalPlanRoutes } from './universal-plan-routes.tsx';
import { DocumentPlans } from './views/document-plans.tsx';

const title = 'Universal capability plans';
const standsIn = ({ kind }: RoadmapPart) => kind === 'universal';

/** The delivery plans of the universal capabilities. */
export const universalPlansKind: ContentKind<UniversalPlan, readonly UniversalPlan[]> = {
  ...universalPlanSaves,
  ...savedByRow(({ capabilityId }: UniversalPlan) => capabilityId),
  arrange: (plans, pack) => {
    refuseUnknown('universal capability', plans, 'capabilityId', pack.universalCapabilities);
    return pack.universalCapabilities.map(({ id }) => {
      return arrangePlan(
        plans.find(({ capabilityId }) => capabilityId === id),
        id,
        pack,
      );
    });
  },
  titleOf: (id) => `Universal capability ${id}`,
  wordingOf: (plan, { pack }) => planWording(plan, pack),
  check: checkPlans,
  findingPages: { 'plan-empty': paths.universalPlan, 'plan-without-evidence': paths.universalPlan },
  section: {
    ...universalPlansReader,
    plan: (pack) => [{ id: 'universal-plans', title, visibility: visibilityOfTable(pack, standsIn, 'public') }],
    hold: (plans) => [{ id: 'universal-plans', content: { plans } }],
  },
  table: { standsIn, task: plansTask, Reading: DocumentPlans },
  illustrate: illustratePlans,
  routes: universalPlanRoutes,
};

function plansTask(plans: readonly UniversalPlan[], { slug, pack, stamps }: TaskFacts): Task {
  const total = pack.universalCapabilities.length;
  const filled = plans.filter((plan) => !isEmptyPlan(plan)).length;
  return {
    id: 'universal-plans',
    text: title,
    href: paths.universalPlans(slug),
    ...hintOf(latestOf(stamps, universalPlanSaves.subject), `${filled} of ${countOf(total, 'plan')} begun`),
    ...progress(filled, total),
  };
}
