import { formatTrajectoryScore } from '../../../../views/format.ts';
import type { TrajectoryView } from './trajectory-view.ts';

/** A capability group from where it stands to its last target, in words. */
export interface TargetedGroup {
  readonly label: string;
  readonly baseline: string;
  readonly target: string;
  /** By when, such as `End 2018/19`. */
  readonly year: string;
}

/** The groups of a trajectory that have both a baseline and a target, the lowest baseline first. */
export function targetedGroups({ rows, years }: Pick<TrajectoryView, 'rows' | 'years'>): TargetedGroup[] {
  return rows
    .flatMap(({ label, baseline: { mean }, targets }) => {
      const last = targets.findLast(({ target }) => target !== null);
      return mean === null || last === undefined || last.target === null
        ? []
        : [{ label, mean, target: last.target, yearId: last.yearId }];
    })
    .toSorted((one, other) => one.mean - other.mean)
    .map(({ label, mean, target, yearId }) => ({
      label,
      baseline: formatTrajectoryScore(mean),
      target: formatTrajectoryScore(target),
      year: years.find(({ id }) => id === yearId)?.label ?? yearId,
    }));
}
