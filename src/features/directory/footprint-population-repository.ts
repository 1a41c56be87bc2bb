import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { COMMISSIONER_TYPE, type RegisteredPatients } from './directory.ts';
import { patientsOfOrganisation } from './sql-fragments.ts';

export interface CommissionerOfFootprint {
  readonly footprintId: string;
  readonly typeId: string;
  readonly registeredPatients: RegisteredPatients | null;
}

/** The CCGs that lead a footprint or are its members, of every footprint at once, with the people registered with each. */
export async function listCommissionersOfFootprints(
  connection: Connection,
  asAt: string,
): Promise<CommissionerOfFootprint[]> {
  const { rows } = await sql<CommissionerOfFootprint>`
    select distinct membership.area_id as "footprintId", organisation.type_id as "typeId", organisation.organisation_id,
      ${patientsOfOrganisation(asAt)} as "registeredPatients"
    from membership join organisation_record as organisation
      on organisation.organisation_id = membership.organisation_id and organisation.valid @> ${asAt}::date
    where membership.valid @> ${asAt}::date and membership.role in ('lead', 'core')
      and organisation.type_id = ${COMMISSIONER_TYPE}`.execute(connection);
  return rows;
}
