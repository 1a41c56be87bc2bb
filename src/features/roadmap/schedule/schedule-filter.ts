import { z } from 'zod';
import type { DocumentDeployment } from '../content/deployments/deployment.ts';
import { deploymentStatuses } from '../content/deployments/deployment-status.ts';

export const groupings = ['group', 'organisation', 'status'] as const;

/** What a reader wants to see of a schedule, and put together by what. Null for no choice. */
export interface ScheduleFilter {
  readonly by: (typeof groupings)[number];
  readonly group: string | null;
  /** The code of a member: what is deployed there, alone, with others or everywhere. */
  readonly organisation: string | null;
  readonly status: (typeof deploymentStatuses)[number] | null;
  readonly capability: string | null;
}

const choice = z
  .string()
  .transform((value) => (value === '' ? null : value))
  .catch(null);

const query = z.object({
  by: z.enum(groupings).catch('group'),
  group: choice,
  organisation: choice,
  status: z.enum(deploymentStatuses).nullable().catch(null),
  capability: choice,
});

/** The names under which the choices stand in an address. */
export const scheduleParameters = ['by', 'group', 'organisation', 'status', 'capability'] as const;

/** Reads the choices from an address; whatever is none chooses nothing. */
export function parseScheduleFilter(asked: unknown): ScheduleFilter {
  return query.parse(asked ?? {});
}

export function isFiltered({ group, organisation, status, capability }: ScheduleFilter): boolean {
  return [group, organisation, status, capability].some((chosen) => chosen !== null);
}

type Chosen = Pick<DocumentDeployment, 'groupId' | 'organisationCodes' | 'status' | 'supports'>;

export function isChosen(row: Chosen, { group, organisation, status, capability }: ScheduleFilter): boolean {
  const { organisationCodes } = row;
  return (
    (group === null || row.groupId === group) &&
    (organisation === null || organisationCodes.length === 0 || organisationCodes.includes(organisation)) &&
    (status === null || row.status === status) &&
    (capability === null || row.supports.includes(capability))
  );
}
