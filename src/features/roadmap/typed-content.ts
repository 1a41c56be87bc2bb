import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { reasonField, targetField } from './content/trajectory/check-trajectory.ts';
import { rationaleField } from './content/trajectory/parse-trajectory-form.ts';
import { activityField, ambitionField } from './content/universal-plans/parse-universal-plan-form.ts';
import type { Deployment, PartText, TrajectoryRow, UniversalPlan } from './roadmap.ts';

/** What is stored, as it would have been typed: forms are always filled from what was typed, last time or just now. */
export function typedPart({ body, localHeading }: Pick<PartText, 'body' | 'localHeading'>): TypedForm {
  return { body, 'local-heading': localHeading };
}

export function typedTrajectory(rows: readonly TrajectoryRow[]): TypedForm {
  const fields = rows.flatMap(({ groupId, targets, rationale }) => [
    ...targets.flatMap(({ yearId, target, fallReason }) => [
      [targetField(groupId, yearId), target === null ? '' : `${target}`],
      [reasonField(groupId, yearId), fallReason],
    ]),
    [rationaleField(groupId), rationale],
  ]);
  return Object.fromEntries(fields);
}

export function typedPlan(plan: Omit<UniversalPlan, 'capabilityId'>): TypedForm {
  return {
    baseline: plan.baseline,
    ...Object.fromEntries(plan.ambitions.map(({ yearId, text }) => [ambitionField(yearId), text])),
    solution: plan.solution ?? '',
    'local-solution': plan.localSolution,
    ...Object.fromEntries(plan.activities.map(({ quarterId, text }) => [activityField(quarterId), text])),
    evidence: plan.evidence,
  };
}

export function typedDeployment(row: Omit<Deployment, 'id'>): TypedForm {
  return {
    title: row.title,
    group: row.groupId,
    organisations: row.organisationIds,
    year: row.yearId,
    status: row.status,
    owner: row.owner,
    supplier: row.supplier,
    cost: row.costPounds === null ? '' : `${row.costPounds}`,
    'funding-source': row.fundingSource,
    'funding-state': row.fundingState ?? '',
    supports: row.supports,
  };
}
