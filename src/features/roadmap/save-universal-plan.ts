import type { Acting } from '../identity/index.ts';
import type { UniversalPlan } from './roadmap.ts';
import type { RoadmapContext } from './roadmap-context.ts';
import { type SaveOutcome, saveDraft } from './save-draft.ts';
import { planSubject } from './save-subject.ts';

export interface SaveUniversalPlan {
  readonly footprintId: string;
  readonly versionNumber: number;
  readonly revision: number;
  readonly plan: UniversalPlan;
}

/** Saves the delivery plan of one universal capability in a draft. */
export function saveUniversalPlan(
  context: RoadmapContext,
  { plan, ...save }: SaveUniversalPlan,
  by: Acting,
): Promise<SaveOutcome> {
  const draft = { ...save, subject: planSubject(plan.capabilityId), content: plan };
  return saveDraft(context, draft, by);
}
