import { z } from 'zod';
import type { IllustrationFacts } from '../content-kind.ts';
import { solutions, type UniversalPlan } from './universal-plan.ts';

const illustration = z.record(
  z.string(),
  z.strictObject({
    baseline: z.string(),
    solution: z.enum(solutions).default('national'),
    localSolution: z.string().default(''),
    ambitions: z.array(z.string()),
    activities: z.array(z.string()),
    evidence: z.string(),
  }),
);

/** An invented plan for each universal capability. */
export function illustratePlans(data: unknown, { pack }: IllustrationFacts): UniversalPlan[] {
  const plans = illustration.parse(data);
  const { ambitionYears, planQuarters } = pack.roadmapTemplate;
  return pack.universalCapabilities.map(({ id }) => {
    const plan = plans[id];
    return {
      capabilityId: id,
      baseline: plan?.baseline ?? '',
      solution: plan?.solution ?? null,
      localSolution: plan?.localSolution ?? '',
      evidence: plan?.evidence ?? '',
      ambitions: ambitionYears.map((year, index) => ({ yearId: year.id, text: plan?.ambitions[index] ?? '' })),
      activities: planQuarters.map((quarter, index) => {
        return { quarterId: quarter.id, text: plan?.activities[index] ?? '' };
      }),
    };
  });
}
