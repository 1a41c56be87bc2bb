import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { SetUpCounts } from './set-up-steps.ts';

/**
 * What there is and what is missing until the programme runs, counted in one query. `asAt`: the day on which the register is asked;
 * `assessedTypes`: the types of organisation whose return somebody must sign. Roles count from the moment they are given, whether or
 * not their holder has signed in yet.
 */
export async function getSetUpCounts(
  connection: Connection,
  { asAt, assessedTypes }: { readonly asAt: string; readonly assessedTypes: readonly string[] },
): Promise<SetUpCounts> {
  const held = (role: string, scopeId: string) => sql`exists (
    select from role_grant_in_force as held where held.role = ${sql.lit(role)} and held.scope_id = ${sql.ref(scopeId)})`;
  const { rows } = await sql<SetUpCounts>`
    select
      (select count(distinct held.person_id) from role_grant_in_force as held join person on person.id = held.person_id
       where held.role = 'administrator' and not person.two_factor_enabled
         and not exists (select from passkey where passkey.person_id = person.id) and not person.is_persona)
        as "administratorsWithoutFactor",
      (select count(*) from directory_import) as "importedFiles",
      (select count(distinct held.person_id) from role_grant_in_force as held where held.scope_kind <> 'nation') as "people",
      (select count(*) from area_record as area where area.kind = 'region' and area.valid @> ${asAt}::date) as "regions",
      (select count(*) from area_record as area where area.kind = 'region' and area.valid @> ${asAt}::date
         and not ${held('reviewer', 'area.area_id')}) as "regionsWithoutReviewer",
      (select count(*) from area_record as area where area.kind = 'footprint' and area.valid @> ${asAt}::date) as "footprints",
      (select count(*) from area_record as area where area.kind = 'footprint' and area.valid @> ${asAt}::date
         and not ${held('lead', 'area.area_id')}) as "footprintsWithoutLead",
      (select count(*) from organisation_record as organisation
       where organisation.type_id = any(${assessedTypes}::text[]) and organisation.valid @> ${asAt}::date) as "providers",
      (select count(*) from organisation_record as organisation
       where organisation.type_id = any(${assessedTypes}::text[]) and organisation.valid @> ${asAt}::date
         and not ${held('executive', 'organisation.organisation_id')}) as "providersWithoutExecutive"`.execute(
    connection,
  );
  const [counts] = rows;
  if (counts === undefined) {
    throw new Error('The counts of the set-up came back without a row');
  }
  return counts;
}
