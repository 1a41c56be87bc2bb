import type { RoadmapPack } from '../../roadmap.ts';
import { refuseUnknown } from '../content-kind.ts';
import type { UniversalPlan } from './universal-plan.ts';

/** A plan for each universal capability, in the order of the pack. */
export function arrangePlans(plans: readonly UniversalPlan[], pack: RoadmapPack): UniversalPlan[] {
  refuseUnknown('universal capability', plans, 'capabilityId', pack.universalCapabilities);
  return pack.universalCapabilities.map(({ id }) => {
    const plan = plans.find(({ capabilityId }) => capabilityId === id);
    return arrangePlan(plan, id, pack);
  });
}

/** A plan with a place for every year and quarter of the template, and an empty one where nothing was written. */
export function arrangePlan(plan: UniversalPlan | undefined, capabilityId: string, pack: RoadmapPack): UniversalPlan {
  const { ambitionYears, planQuarters } = pack.roadmapTemplate;
  const { ambitions = [], activities = [] } = plan ?? {};
  refuseUnknown('ambition year', ambitions, 'yearId', ambitionYears);
  refuseUnknown('quarter', activities, 'quarterId', planQuarters);
  return {
    capabilityId,
    baseline: plan?.baseline ?? '',
    ambitions: ambitionYears.map(({ id }) => {
      return { yearId: id, text: ambitions.find(({ yearId }) => yearId === id)?.text ?? '' };
    }),
    solution: plan?.solution ?? null,
    localSolution: plan?.localSolution ?? '',
    activities: planQuarters.map(({ id }) => {
      return { quarterId: id, text: activities.find(({ quarterId }) => quarterId === id)?.text ?? '' };
    }),
    evidence: plan?.evidence ?? '',
  };
}
