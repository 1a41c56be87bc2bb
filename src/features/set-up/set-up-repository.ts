import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { mailDigest } from '../../platform/settings/mail-digest.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findMailSalt, settingsChain } from '../../platform/settings/settings-repository.ts';
import type { NeededRole, PlaceWithout, RoleCoverage } from './needed-roles.ts';
import type { SetUpCounts } from './set-up-steps.ts';

/**
 * `asAt`: the day on which the register is asked; `assessedTypes`: the types of organisation that make a return; `endorsingRoles`: the parts
 * in a footprint whose organisations are asked to endorse its roadmap.
 */
interface Register {
  readonly asAt: string;
  readonly assessedTypes: readonly string[];
  readonly endorsingRoles: readonly string[];
}

/** What there is and what is missing until the programme runs, beside the roles, counted in one query. */
export async function getSetUpCounts(
  connection: Connection,
  settings: Settings,
): Promise<Omit<SetUpCounts, 'contradictions'>> {
  const salt = await findMailSalt(connection);
  const mail = salt === null ? null : mailDigest(settings, salt);
  const { rows } = await sql<Omit<SetUpCounts, 'contradictions'>>`
    select
      exists (
        select from audit_event
        where audit_event.chain = ${settingsChain} and audit_event.action = 'settings.send-test-letter'
          and audit_event.detail ->> 'outcome' = 'sent' and audit_event.detail ->> 'settings' = ${mail})
        as "mailIsTried",
      (select count(distinct held.person_id) from role_grant_in_force as held join person on person.id = held.person_id
       where held.role = 'administrator' and not person.two_factor_enabled
         and not exists (select from passkey where passkey.person_id = person.id) and not person.is_persona)
        as "administratorsWithoutFactor",
      (select count(*) from directory_import) as "importedFiles",
      (select count(distinct held.person_id) from role_grant_in_force as held where held.scope_kind <> 'nation')
        as "people"`.execute(connection);
  const [counts] = rows;
  if (counts === undefined) {
    throw new Error('The counts of the set-up came back without a row');
  }
  return counts;
}

/**
 * For each role that every place of a kind needs: how many places there are, in how many nobody holds it, and the first of those by
 * name. A role counts from the moment it is given, whether or not its holder has signed in yet. A role of which there is no place
 * has no row.
 */
export async function listRoleCoverage(
  connection: Connection,
  register: Register,
  named: number,
): Promise<RoleCoverage[]> {
  const { rows } = await sql<RoleCoverage>`
    with needed as (${needed(register)})
    select needed.role, count(*) as "all", count(*) filter (where needed.is_without) as "without",
           coalesce((array_agg(needed.name order by needed.name, needed.id) filter (where needed.is_without))[1:${sql.lit(named)}], '{}')
             as "named"
    from needed group by needed.role`.execute(connection);
  return rows;
}

/** The places in which nobody holds a role, by name. */
export async function listPlacesWithout(
  connection: Connection,
  register: Register,
  role: NeededRole,
): Promise<PlaceWithout[]> {
  const { rows } = await sql<PlaceWithout>`
    with needed as (${needed(register)})
    select needed.id, needed.name, needed.code from needed
    where needed.role = ${role} and needed.is_without order by needed.name, needed.id`.execute(connection);
  return rows;
}

/** A row for each place and role that it needs. `code` is what an invitation calls the place by. */
function needed({ asAt, assessedTypes, endorsingRoles }: Register): RawBuilder<unknown> {
  return sql`
    select wanted.role, place.id, place.name, place.code, not exists (
      select from role_grant_in_force as held where held.role = wanted.role and held.scope_id = place.id) as is_without
    from (values ('region', 'reviewer'), ('footprint', 'lead'), ('assessed', 'coordinator'), ('signing', 'executive'),
                 ('assessed', 'signatory'))
      as wanted (kind, role)
    join (
      select area.kind, area.area_id as id, area.name, case area.kind when 'footprint' then area.slug else area.code end as code
      from area_record as area where area.kind in ('region', 'footprint') and area.valid @> ${asAt}::date
      union all
      select sort.kind, organisation.organisation_id, organisation.name, organisation.code
      from organisation_record as organisation cross join lateral (
        select organisation.type_id = any(${assessedTypes}::text[]) as is_assessed,
          exists (
            select from membership where membership.organisation_id = organisation.organisation_id
              and membership.role = any(${endorsingRoles}::text[]) and membership.valid @> ${asAt}::date) as endorses
      ) as part
      cross join lateral (
        select 'assessed' as kind where part.is_assessed
        union all
        select 'signing' where part.is_assessed or part.endorses
      ) as sort
      where organisation.valid @> ${asAt}::date
    ) as place on place.kind = wanted.kind`;
}
