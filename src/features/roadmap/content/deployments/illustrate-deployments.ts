import { z } from 'zod';
import { periodShape } from '../../../../platform/forms/typed-period.ts';
import type { IllustrationFacts } from '../content-kind.ts';
import type { Deployment } from './deployment.ts';
import { deploymentStatuses } from './deployment-status.ts';
import { fundingStates, moneyNatures } from './money.ts';

const illustration = z.array(
  z.strictObject({
    group: z.string(),
    title: z.string(),
    /** Types of organisation; none for the whole footprint. Where no member is of one of them, nothing is deployed. */
    of: z.array(z.string()).default([]),
    status: z.enum(deploymentStatuses),
    starts: periodShape.nullable().default(null),
    live: periodShape,
    owner: z.string().default('Informatics group'),
    supplier: z.string().default(''),
    system: z.string().default(''),
    money: z
      .array(
        z.strictObject({
          year: z.string(),
          nature: z.enum(moneyNatures),
          pounds: z.number().nullable(),
          source: z.string().default(''),
          state: z.enum(fundingStates),
        }),
      )
      .default([]),
    supports: z.array(z.string()).default([]),
    roles: z.array(z.string()).default([]),
    stp: z.string().default(''),
    /** Titles of others. */
    after: z.array(z.string()).default([]),
    elsewhere: z.string().default(''),
    benefits: z.array(z.strictObject({ what: z.string(), measure: z.string(), baseline: z.string() })).default([]),
  }),
);

/** The invented schedule, of the members that each row is about. */
export function illustrateDeployments(data: unknown, { newId, members }: IllustrationFacts): Deployment[] {
  const membersOf = (types: readonly string[]) => members.filter(({ typeId }) => types.includes(typeId));
  const rows = illustration
    .parse(data)
    .filter((row) => row.of.length === 0 || membersOf(row.of).length > 0)
    .map((row) => ({ ...row, id: newId() }));
  return rows.map((row) => ({
    id: row.id,
    groupId: row.group,
    title: row.title,
    organisationIds: membersOf(row.of).map(({ organisationId }) => organisationId),
    status: row.status,
    starts: row.starts,
    goesLive: row.live,
    owner: row.owner,
    supplier: row.supplier,
    system: row.system,
    money: row.money,
    supports: row.supports,
    roles: row.roles,
    stpPriorities: row.stp,
    dependsOn: rows.filter(({ title }) => row.after.includes(title)).map(({ id }) => id),
    dependsElsewhere: row.elsewhere,
    benefits: row.benefits,
  }));
}
