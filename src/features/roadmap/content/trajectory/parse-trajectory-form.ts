import { type FormOutcome, type FormReader, readForm } from '../../../../platform/forms/form-reader.ts';
import type { FieldError, PostedForm } from '../../../../platform/forms/posted-form.ts';
import { rounded } from '../../../../platform/rounding.ts';
import { checkTrajectory, type TrajectoryFrame } from './check-trajectory.ts';
import { rationaleField, reasonField, type TrajectoryRow, type TrajectoryTarget, targetField } from './trajectory.ts';

export interface TrajectoryForm {
  /** One row a group and one target a year, in the order of the frame. */
  readonly rows: readonly TrajectoryRow[];
  readonly revision: number;
}

/**
 * Reads the trajectory table, saved as a whole: `target-{group}-{year}`, `reason-{group}-{year}`, `rationale-{group}` and
 * `revision`. An empty target means none is stated. Reads and checks in one go, so that a person sees every error at once.
 */
export function parseTrajectoryForm(form: PostedForm, frame: TrajectoryFrame): FormOutcome<TrajectoryForm> {
  const reader = readForm(form);
  const rows = frame.capabilityGroups.map((group): TrajectoryRow => {
    const targets = frame.targetYears.map((year) => readTarget(reader, group, year));
    const rationale = reader.text(rationaleField(group.id), {
      label: `The rationale for ${group.label}`,
      limit: 5_000,
    });
    return { groupId: group.id, targets, rationale };
  });
  const revision = reader.revision();
  for (const error of checkTrajectory(rows, frame)) {
    reader.fail(error.field, error.message);
  }
  return inTableOrder(reader.outcome({ rows, revision }), frame);
}

interface Named {
  readonly id: string;
  readonly label: string;
}

function readTarget(reader: FormReader, group: Named, year: Named): TrajectoryTarget {
  const place = `${group.label} (${year.label})`;
  const field = targetField(group.id, year.id);
  const typed = reader.line(field, { label: `The target for ${place}`, limit: 100 });
  const fallReason = reader.text(reasonField(group.id, year.id), { label: `The reason for ${place}`, limit: 2_000 });
  return { yearId: year.id, target: readNumber(typed, (message) => reader.fail(field, message), place), fallReason };
}

function readNumber(typed: string, fail: (message: string) => void, place: string): number | null {
  if (typed === '') {
    return null;
  }
  if (!/^[+-]?\d{1,9}(\.\d{1,9})?$/.test(typed)) {
    fail(`Enter the target for ${place} as a number, like 58 or 62.5`);
    return null;
  }
  const target = Number(typed);
  if (target >= 0 && target <= 100 && rounded(target, 1) !== target) {
    fail(`Enter the target for ${place} with at most one decimal place, like 62.5`);
    return null;
  }
  // Minus nought is nought; without this it would be written as such.
  return target === 0 ? 0 : target;
}

/** Errors stand in the summary in the order their fields stand on the page. */
function inTableOrder(outcome: FormOutcome<TrajectoryForm>, frame: TrajectoryFrame): FormOutcome<TrajectoryForm> {
  if (outcome.kind === 'ok') {
    return outcome;
  }
  const fields = frame.capabilityGroups.flatMap((group) => [
    ...frame.targetYears.flatMap((year) => [targetField(group.id, year.id), reasonField(group.id, year.id)]),
    rationaleField(group.id),
  ]);
  const place = (error: FieldError) => [...fields, 'revision'].indexOf(error.field);
  return { ...outcome, errors: outcome.errors.toSorted((a, b) => place(a) - place(b)) };
}
