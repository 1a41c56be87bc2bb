import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { rounded } from '../../../../platform/rounding.ts';
import type { CapabilityGroup, RoadmapTemplate, ScoreScale } from '../../../programme/index.ts';
import type { GroupBaseline } from '../group-baseline.ts';
import { reasonField, type TrajectoryRow, targetField } from './trajectory.ts';
import { usualScale } from './trajectory-scale.ts';

/** What the targets are checked against: the groups and years of the template, and where the footprint stands. */
export interface TrajectoryFrame {
  readonly capabilityGroups: readonly Pick<CapabilityGroup, 'id' | 'label'>[];
  readonly targetYears: readonly Pick<RoadmapTemplate['targetYears'][number], 'id' | 'label'>[];
  readonly baselines: readonly GroupBaseline[];
}

/**
 * The rules of a trajectory, all errors together, in the order of the table:
 *
 * - a target is a number on the scale of the scores;
 * - a target lower than the one stated before it, or lower than the baseline when none was, needs a reason. A climb back
 *   from an explained fall needs no second reason, even while it is still below the baseline.
 *
 * A year without a target is passed over: a draft may be half done. The baseline is compared as it is printed, so that
 * nobody is asked to explain the fall from 48.33 to the 48 they read.
 */
export function checkTrajectory(rows: readonly TrajectoryRow[], frame: TrajectoryFrame): FieldError[] {
  return frame.capabilityGroups.flatMap((group) => {
    const row = rows.find(({ groupId }) => groupId === group.id);
    const baseline = frame.baselines.find(({ groupId }) => groupId === group.id);
    return row === undefined ? [] : checkRow(row, group.label, frame.targetYears, baseline);
  });
}

/** The value a target must not fall below without a reason, and what to call it in a message. */
interface Floor {
  readonly value: number;
  readonly name: string;
  readonly printed: string;
}

function checkRow(
  row: TrajectoryRow,
  label: string,
  years: TrajectoryFrame['targetYears'],
  baseline: GroupBaseline | undefined,
) {
  const errors: FieldError[] = [];
  const scale = baseline?.scale ?? usualScale;
  const { least, most } = scale;
  const mean = baseline?.mean ?? null;
  let floor = mean === null ? null : baselineFloor(mean, scale);
  for (const year of years) {
    const stated = row.targets.find(({ yearId }) => yearId === year.id);
    if (stated === undefined || stated.target === null) {
      continue;
    }
    const { target, fallReason } = stated;
    if (!(target >= least && target <= most)) {
      const message = `Enter a target between ${least} and ${most} for ${label} (${year.label})`;
      errors.push({ field: targetField(row.groupId, year.id), message });
      continue;
    }
    if (floor !== null && target < floor.value && fallReason.trim() === '') {
      const message = `Give a reason why the target for ${label} (${year.label}) is below the ${floor.name}, or enter ${floor.printed} or more`;
      errors.push({ field: reasonField(row.groupId, year.id), message });
    }
    floor = { value: target, name: `target of ${target} for ${year.label}`, printed: `${target}` };
  }
  return errors;
}

/** The lowest of the ways the mean may have been printed: in full, to one decimal place, as scores are. */
function baselineFloor(mean: number, { decimals }: ScoreScale): Floor {
  const value = Math.min(mean, rounded(mean, 1), rounded(mean, decimals));
  const printed = `${rounded(mean, 1)}`;
  return { value, name: `baseline of ${printed}`, printed };
}
