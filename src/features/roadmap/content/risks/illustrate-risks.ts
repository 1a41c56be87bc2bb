import { z } from 'zod';
import type { IllustrationFacts } from '../content-kind.ts';
import { degrees, type Risk, riskStates } from './risk.ts';

const illustration = z
  .array(
    z.strictObject({
      title: z.string(),
      description: z.string(),
      likelihood: z.enum(degrees),
      impact: z.enum(degrees),
      mitigation: z.string(),
      owner: z.string(),
      state: z.enum(riskStates).default('open'),
    }),
  )
  .default([]);

export function illustrateRisks(data: unknown, { newId }: IllustrationFacts): Risk[] {
  return illustration.parse(data).map((row) => ({ id: newId(), ...row }));
}
