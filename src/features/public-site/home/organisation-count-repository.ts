import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';

export interface OrganisationCount {
  readonly typeId: string;
  readonly count: number;
}

/** How many organisations of each type there are on the day. */
export async function countOrganisations(connection: Connection, asAt: string): Promise<OrganisationCount[]> {
  const result = await sql<OrganisationCount>`
    select organisation.type_id as "typeId", count(*) as count from organisation_record as organisation
    where organisation.valid @> ${asAt}::date group by organisation.type_id`.execute(connection);
  return result.rows;
}
