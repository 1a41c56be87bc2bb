import { type CheckResult, type Finding, finding } from '../../../../platform/check-result.ts';
import type { ContentCheckInput } from '../content-kind.ts';
import { checkTrajectory } from './check-trajectory.ts';
import { type TrajectoryRow, targetOf } from './trajectory.ts';

/** Blockers: a capability group without all its targets, and targets that break the rules of `checkTrajectory`. */
export function checkTargets(rows: readonly TrajectoryRow[], input: ContentCheckInput): CheckResult {
  return { blockers: [...missingTargets(rows, input), ...brokenTargets(rows, input)], warnings: [] };
}

function missingTargets(rows: readonly TrajectoryRow[], { pack }: ContentCheckInput): Finding[] {
  if (!pack.roadmapTemplate.parts.some(({ kind, required }) => kind === 'capabilities' && required)) {
    return [];
  }
  return pack.capabilityGroups.flatMap((group) => {
    const row = rows.find(({ groupId }) => groupId === group.id);
    const missing = pack.roadmapTemplate.targetYears.filter(({ id }) => targetOf(row, id) === null);
    if (missing.length === 0) {
      return [];
    }
    const years = missing.map(({ label }) => label).join(', ');
    return finding('target-missing', group.id, `Set the targets for ${group.label}: none is stated for ${years}`);
  });
}

/** Targets were checked when they were saved, but the baseline may have moved since. */
function brokenTargets(rows: readonly TrajectoryRow[], { pack, baselines }: ContentCheckInput): Finding[] {
  const { capabilityGroups, roadmapTemplate } = pack;
  const frame = { capabilityGroups, targetYears: roadmapTemplate.targetYears, baselines };
  return rows.flatMap((row) =>
    checkTrajectory([row], frame).map(({ message }) => finding('target-rule', row.groupId, message)),
  );
}
