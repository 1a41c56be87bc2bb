import type { RoadmapPack } from '../../roadmap.ts';
import { refuseUnknown } from '../content-kind.ts';
import type { UniversalPlan } from './universal-plan.ts';

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
