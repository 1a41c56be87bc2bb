import { z } from 'zod';
import type { IllustrationFacts } from '../content-kind.ts';
import { type Deployment, deploymentStatuses, fundingStates } from './deployment.ts';

const illustration = z.array(
  z.strictObject({
    group: z.string(),
    title: z.string(),
    year: z.string(),
    status: z.enum(deploymentStatuses),
    cost: z.number(),
    fundingState: z.enum(fundingStates),
    fundingSource: z.string(),
    supports: z.array(z.string()),
  }),
);

/** The invented schedule, of the whole footprint in every row. */
export function illustrateDeployments(data: unknown, { newId }: IllustrationFacts): Deployment[] {
  return illustration.parse(data).map((row) => ({
    id: newId(),
    groupId: row.group,
    title: row.title,
    organisationIds: [],
    yearId: row.year,
    status: row.status,
    owner: 'Informatics group',
    supplier: '',
    costPounds: row.cost,
    fundingSource: row.fundingSource,
    fundingState: row.fundingState,
    supports: row.supports,
  }));
}
