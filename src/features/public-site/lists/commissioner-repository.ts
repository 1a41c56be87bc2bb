import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import {
  type AreaRef,
  areaRefJson,
  COMMISSIONER_TYPE,
  type OrganisationRef,
  planningKindOn,
} from '../../directory/index.ts';

/** A CCG and whether its footprint is recorded. */
export interface CommissionerPlace extends OrganisationRef {
  readonly stps: readonly AreaRef[];
  readonly hasFootprint: boolean;
}

/** Every CCG of the day with its STPs, by name, and whether it is recorded in a footprint. */
export async function listCommissioners(connection: Connection, asAt: string): Promise<CommissionerPlace[]> {
  const result = await sql<CommissionerPlace>`
    with organisation as (
      select organisation_record.organisation_id, organisation_record.code, organisation_record.name, organisation_record.type_id
      from organisation_record
      where organisation_record.type_id = ${COMMISSIONER_TYPE} and organisation_record.valid @> ${asAt}::date
    ), place as (
      select distinct organisation_place.organisation_id, organisation_place.area_id from organisation_place
      where organisation_place.valid @> ${asAt}::date
        and organisation_place.organisation_id in (select organisation.organisation_id from organisation)
    ), lies_in as (
      select place.organisation_id, jsonb_agg(${areaRefJson} order by area.name) as stps
      from place join area_record as area on area.area_id = place.area_id and area.kind = ${planningKindOn(asAt)} and area.valid @> ${asAt}::date
      group by place.organisation_id
    )
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name,
           organisation.type_id as "typeId", coalesce(lies_in.stps, '[]'::jsonb) as stps,
           exists (select from membership where membership.organisation_id = organisation.organisation_id
                     and membership.valid @> ${asAt}::date) as "hasFootprint"
    from organisation left join lies_in on lies_in.organisation_id = organisation.organisation_id
    order by organisation.name, organisation.organisation_id`.execute(connection);
  return result.rows;
}
