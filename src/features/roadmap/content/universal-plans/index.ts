import { paths } from '../../../../paths.ts';
import { type ContentKind, savedByRow } from '../content-kind.ts';
import { arrangePlans } from './arrange-plan.ts';
import { checkPlans } from './check-plans.ts';
import { illustratePlans } from './illustrate-plans.ts';
import { plansSection, plansStandIn } from './plans-section.ts';
import { plansTables } from './plans-tables.ts';
import { plansTask } from './plans-task.ts';
import { planWording, type UniversalPlan, universalPlanSaves } from './universal-plan.ts';
import { universalPlanRoutes } from './universal-plan-routes.tsx';
import { DocumentPlans } from './views/document-plans.tsx';

const pageOfPlan = (slug: string, id: string) => paths.roadmapContent(slug, 'universal-capabilities', id);

/** The delivery plans of the universal capabilities. */
export const universalPlansKind: ContentKind<UniversalPlan, readonly UniversalPlan[]> = {
  ...universalPlanSaves,
  ...savedByRow(({ capabilityId }: UniversalPlan) => capabilityId),
  arrange: arrangePlans,
  titleOf: (id) => `Universal capability ${id}`,
  wordingOf: (plan, { pack }) => planWording(plan, pack),
  check: checkPlans,
  findingPages: { 'plan-empty': pageOfPlan, 'plan-without-evidence': pageOfPlan },
  section: plansSection,
  table: { askedAs: null, standsIn: plansStandIn, task: plansTask, Reading: DocumentPlans },
  files: plansTables,
  board: null,
  OfMember: null,
  illustrate: illustratePlans,
  routes: universalPlanRoutes,
};
