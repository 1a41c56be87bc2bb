import { z } from 'zod';
import type { IllustrationFacts } from '../content-kind.ts';
import type { TrajectoryRow } from './trajectory.ts';

const illustration = z.record(z.string(), z.strictObject({ climb: z.array(z.number()), rationale: z.string() }));

/** Invented targets that climb from the footprint's own baseline. */
export function illustrateTrajectory(data: unknown, { pack, baselines }: IllustrationFacts): TrajectoryRow[] {
  const climbs = illustration.parse(data);
  return pack.capabilityGroups.map((group) => {
    const plan = climbs[group.id];
    const baseline = baselines.find((candidate) => candidate.groupId === group.id)?.mean ?? 35;
    return {
      groupId: group.id,
      rationale: plan?.rationale ?? '',
      targets: pack.roadmapTemplate.targetYears.map((year, index) => ({
        yearId: year.id,
        target: Math.min(98, Math.round(baseline + (plan?.climb[index] ?? 0))),
        fallReason: '',
      })),
    };
  });
}
