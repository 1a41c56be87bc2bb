import { z } from 'zod';
import type { TypedForm } from '../../../../platform/forms/typed-form.ts';
import type { ProgrammePack } from '../../../programme/index.ts';
import type { Wording } from '../../drafts/wording.ts';
import type { SavedKind } from '../saved-kind.ts';
import { list, text } from '../shapes.ts';

export const plansTitle = 'Universal capability plans';

/** Either the national service is used, or something local that meets the same aim. */
export const solutions = ['national', 'local'] as const;

export type Solution = (typeof solutions)[number];

export const solutionLabels: Readonly<Record<Solution, string>> = {
  national: 'The national service',
  local: 'A local solution that meets the same aims',
};

/** The delivery plan of one universal capability. */
export type UniversalPlan = z.infer<typeof universalPlan>;

const universalPlan = z.strictObject({
  capabilityId: text,
  baseline: text,
  ambitions: list(z.strictObject({ yearId: text, text })),
  solution: z.enum(solutions).nullable(),
  /** What is used in place of the national service. */
  localSolution: text,
  activities: list(z.strictObject({ quarterId: text, text })),
  /** How progress will be shown: the measure, its source and how often. */
  evidence: text,
});

export const universalPlansReader = { kind: 'universal-plans', shape: z.strictObject({ plans: list(universalPlan) }) };

export const universalPlanSaves: SavedKind<UniversalPlan> = {
  subject: 'universal-plan',
  stored: { version: 1, schema: universalPlan },
};

export const ambitionField = (yearId: string) => `ambition-${yearId}`;
export const activityField = (quarterId: string) => `activity-${quarterId}`;

/** What is stored, as it would have been typed. */
export function typedPlan(plan: Omit<UniversalPlan, 'capabilityId'>): TypedForm {
  return {
    baseline: plan.baseline,
    ...Object.fromEntries(plan.ambitions.map(({ yearId, text: words }) => [ambitionField(yearId), words])),
    solution: plan.solution ?? '',
    'local-solution': plan.localSolution,
    ...Object.fromEntries(plan.activities.map(({ quarterId, text: words }) => [activityField(quarterId), words])),
    evidence: plan.evidence,
  };
}

export function planWording(
  plan: UniversalPlan,
  { roadmapTemplate }: Pick<ProgrammePack, 'roadmapTemplate'>,
): Wording[] {
  const { ambitionYears, planQuarters } = roadmapTemplate;
  return [
    { label: 'Baseline', text: plan.baseline },
    ...ambitionYears.map(({ id, label }) => ({
      label: `Ambition, ${label}`,
      text: plan.ambitions.find(({ yearId }) => yearId === id)?.text ?? '',
    })),
    { label: 'Service', text: plan.solution === null ? '' : solutionLabels[plan.solution] },
    { label: 'Local solution', text: plan.localSolution },
    ...planQuarters.map(({ id, label }) => ({
      label: `Activities, ${label}`,
      text: plan.activities.find(({ quarterId }) => quarterId === id)?.text ?? '',
    })),
    { label: 'Evidence', text: plan.evidence },
  ];
}

/** Whether nothing says where the footprint is, where it will be or what it will do. */
export function isEmptyPlan(plan: UniversalPlan | undefined): boolean {
  if (plan === undefined) {
    return true;
  }
  const { baseline, ambitions, activities } = plan;
  const texts = [baseline, ...ambitions.map((one) => one.text), ...activities.map((one) => one.text)];
  return texts.every((words) => words.trim() === '');
}
