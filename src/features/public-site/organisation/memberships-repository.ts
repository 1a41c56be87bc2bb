import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { type AreaRef, areaRefJson } from '../../directory/index.ts';
import type { MembershipRole, Standing } from '../../programme/index.ts';

export interface MembershipOf {
  readonly footprint: AreaRef;
  readonly role: MembershipRole;
  readonly standing: Standing;
  readonly note: string;
  readonly sourceId: string;
  readonly validFrom: string | null;
}

/** The footprints an organisation belongs to, with its role in each. */
export async function listMembershipsOf(
  connection: Connection,
  organisationId: string,
  asAt: string,
): Promise<MembershipOf[]> {
  const result = await sql<MembershipOf>`
    select ${areaRefJson} as footprint, membership.role, membership.standing, membership.note,
           membership.source_id as "sourceId", lower(membership.valid)::text as "validFrom"
    from membership join area_record as area on area.area_id = membership.area_id and area.valid @> ${asAt}::date
    where membership.organisation_id = ${organisationId} and membership.valid @> ${asAt}::date
    order by area.name`.execute(connection);
  return result.rows;
}
