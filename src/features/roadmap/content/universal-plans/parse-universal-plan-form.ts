import { type FormOutcome, readForm } from '../../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../../platform/forms/posted-form.ts';
import type { RoadmapTemplate } from '../../../programme/index.ts';
import { activityField, ambitionField, solutions, type UniversalPlan } from './universal-plan.ts';

export interface UniversalPlanForm extends Omit<UniversalPlan, 'capabilityId'> {
  readonly revision: number;
}

/** The longest text of one field of a plan, in characters. */
export const planTextLimit = 5_000;

/**
 * Reads the delivery plan of one universal capability: `baseline`, `ambition-{year}`, `solution`, `local-solution`,
 * `activity-{quarter}`, `evidence` and `revision`. Everything may be left for later but one thing: who chooses a local
 * solution says which. What was written about a local solution is kept when the national service is chosen after all.
 */
export function parseUniversalPlanForm(
  form: PostedForm,
  template: Pick<RoadmapTemplate, 'ambitionYears' | 'planQuarters'>,
): FormOutcome<UniversalPlanForm> {
  const reader = readForm(form);
  const text = (field: string, label: string) => reader.text(field, { label, limit: planTextLimit });

  const baseline = text('baseline', 'The baseline');
  const ambitions = template.ambitionYears.map(({ id, label }) => ({
    yearId: id,
    text: text(ambitionField(id), `The ambition for ${label}`),
  }));
  const solution = reader.choice('solution', solutions, 'Select the national service or a local solution');
  const localSolution = text('local-solution', 'The local solution');
  if (solution === 'local' && localSolution === '') {
    reader.fail('local-solution', 'Describe the local solution and how it meets the aim');
  }
  const activities = template.planQuarters.map(({ id, label }) => ({
    quarterId: id,
    text: text(activityField(id), `The activities of ${label}`),
  }));
  const evidence = text('evidence', 'The evidence of progress');
  const revision = reader.revision();
  return reader.outcome({ baseline, ambitions, solution, localSolution, activities, evidence, revision });
}
