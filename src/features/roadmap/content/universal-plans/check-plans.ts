import { type CheckResult, finding } from '../../../../platform/check-result.ts';
import type { ContentCheckInput } from '../content-kind.ts';
import { isEmptyPlan, type UniversalPlan } from './universal-plan.ts';

/** A universal capability without a plan is a blocker where the programme requires them; a plan without evidence is a warning. */
export function checkPlans(plans: readonly UniversalPlan[], { pack }: ContentCheckInput): CheckResult {
  const isRequired = pack.roadmapTemplate.parts.some(({ kind, required }) => kind === 'universal' && required);
  const planned = pack.universalCapabilities.map(({ id, title }) => {
    return { id, title, plan: plans.find(({ capabilityId }) => capabilityId === id) };
  });
  const empty = planned.filter(({ plan }) => isRequired && isEmptyPlan(plan));
  // An empty plan is a finding of its own.
  const unproven = planned.filter(({ plan }) => !isEmptyPlan(plan) && plan?.evidence.trim() === '');
  return {
    blockers: empty.map(({ id, title }) =>
      finding('plan-empty', id, `Write the plan for universal capability ${id}, “${title}”`),
    ),
    warnings: unproven.map(({ id, title }) => {
      const message = `Say how progress on universal capability ${id}, “${title}”, will be shown: its plan has no evidence`;
      return finding('plan-without-evidence', id, message);
    }),
  };
}
