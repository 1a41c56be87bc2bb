import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { COMMISSIONER_TYPE, patientsOfOrganisation, type RegisteredPatients } from '../../directory/index.ts';

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
    with member as (
      select distinct membership.area_id, membership.organisation_id from membership
      where membership.valid @> ${asAt}::date and membership.role in ('lead', 'core')
    ), commissioner as materialized (
      select organisation.organisation_id, organisation.type_id, ${patientsOfOrganisation(sql`${asAt}::date`)} as patients
      from organisation_record as organisation
      where organisation.type_id = ${COMMISSIONER_TYPE} and organisation.valid @> ${asAt}::date
        and organisation.organisation_id in (select member.organisation_id from member)
    )
    select member.area_id as "footprintId", commissioner.type_id as "typeId", commissioner.organisation_id,
      commissioner.patients as "registeredPatients"
    from member join commissioner on commissioner.organisation_id = member.organisation_id`.execute(connection);
  return rows;
}
