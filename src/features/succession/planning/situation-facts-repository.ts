import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { commissionerTypeOn, PRACTICE_TYPE } from '../../directory/index.ts';
import type { SituationFootprint, SituationOrganisation } from './situation.ts';

/* What must be known of footprints and organisations on a day before it can be said what a succession would do to them. */

/** A footprint as the directory has it: what a situation says of it without what is worked on in it. */
export type FootprintFacts = Omit<SituationFootprint, 'version' | 'endorsements' | 'published' | 'grants' | 'openForm'>;

const membershipJson = sql`jsonb_build_object('areaId', membership.area_id, 'organisationId', membership.organisation_id,
  'role', membership.role, 'from', lower(membership.valid), 'to', upper(membership.valid))`;

const array = (query: RawBuilder<unknown>) => sql`coalesce((${query}), '[]'::jsonb)`;

/** The footprints of a day that have one of these slugs or ids, or one of these organisations among their members. */
export async function listFootprintFacts(
  connection: Connection,
  wanted: {
    readonly slugs: readonly string[];
    readonly areaIds: readonly string[];
    readonly memberIds: readonly string[];
  },
  day: string,
): Promise<FootprintFacts[]> {
  const result = await sql<FootprintFacts>`
    select area.area_id as "areaId", area.code, area.name, area.slug, lower(area.valid)::text as "from",
      ${array(sql`select jsonb_agg(${membershipJson} order by membership.organisation_id, membership.role)
        from membership where membership.area_id = area.area_id and membership.valid @> ${day}::date`)} as memberships,
      ${array(sql`select jsonb_agg(jsonb_build_object('childAreaId', link.child_area_id, 'parentAreaId', link.parent_area_id,
          'parentKind', parent.kind, 'relation', link.relation, 'from', lower(link.valid), 'to', upper(link.valid))
          order by link.child_area_id, link.parent_area_id)
        from area_link as link join lateral area_on(link.parent_area_id, ${day}::date) as parent on true
        where area.area_id in (link.child_area_id, link.parent_area_id) and link.valid @> ${day}::date`)} as links,
      array(
        select distinct change.day::text from (
          select unnest(array[lower(record.valid), upper(record.valid)]) as day from area_record as record
          where record.area_id = area.area_id
          union all
          select lower(membership.valid) from membership where membership.area_id = area.area_id
        ) as change where change.day > ${day}::date order by 1) as "laterDays"
    from area_record as area
    where area.kind = 'footprint' and area.valid @> ${day}::date
      and (area.slug = any(${wanted.slugs}::text[]) or area.area_id = any(${wanted.areaIds}::text[])
        or exists (select from membership where membership.area_id = area.area_id and membership.valid @> ${day}::date
                   and membership.organisation_id = any(${wanted.memberIds}::text[])))
    order by area.name, area.area_id`.execute(connection);
  return result.rows;
}

/** An organisation as the directory has it. */
export type OrganisationFacts = Omit<SituationOrganisation, 'isTrust' | 'assessments' | 'exemplars' | 'grants'>;

/** The organisations of these ids or codes with their figures of a day; those that are not there then, as they were last. */
export async function listOrganisationFacts(
  connection: Connection,
  idsOrCodes: readonly string[],
  day: string,
): Promise<OrganisationFacts[]> {
  const result = await sql<OrganisationFacts>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId",
      organisation.valid @> ${day}::date as "isThere", organisation.type_id = ${commissionerTypeOn(day)} as "isCommissioner",
      lower(organisation.valid)::text as "from", upper(organisation.valid)::text as "to", patients.value::double precision as patients, patients.measured_on::text as "patientsOn",
      ${practicesOf(day)} as practices,
      array(select distinct place.area_id from organisation_area as place
            where place.organisation_id = organisation.organisation_id and place.valid @> ${day}::date order by 1) as places,
      ${array(sql`select jsonb_agg(${membershipJson} order by membership.area_id, membership.role) from membership
        where membership.organisation_id = organisation.organisation_id and membership.valid @> ${day}::date`)} as memberships
    from organisation as identity
    join lateral (
      select * from organisation_record as record
      where record.organisation_id = identity.organisation_id and coalesce(lower(record.valid), '-infinity') <= ${day}::date
      order by lower(record.valid) desc nulls last limit 1
    ) as organisation on true
    left join lateral (
      select measure.value, measure.measured_on from organisation_measure as measure
      where measure.organisation_id = organisation.organisation_id and measure.measure = 'registered_patients'
        and measure.measured_on <= ${day}::date
      order by measure.measured_on desc limit 1
    ) as patients on true
    where identity.organisation_id = any(${idsOrCodes}::text[]) or identity.code = any(${idsOrCodes}::text[])
    order by organisation.name, organisation.organisation_id`.execute(connection);
  return result.rows;
}

/**
 * The practices that an organisation commissions on the day, and those of what it took over by then: a file that states the new
 * commissioner of a practice comes later than the merger itself.
 */
function practicesOf(day: string): RawBuilder<unknown> {
  return sql`(
    with recursive taken_over (code) as (
      select organisation.code
      union
      select link.predecessor_id from succession_in_force as link
      join taken_over on taken_over.code = link.successor_id
      where link.subject = 'organisation' and link.kind in ('merge', 'transfer') and link.effective_on <= ${day}::date
    )
    select count(distinct practice.organisation_id)::integer
    from organisation_relation as relation
    join organisation_record as practice on practice.organisation_id = relation.organisation_id
      and practice.valid @> ${day}::date and practice.type_id = ${PRACTICE_TYPE}
    where relation.kind = 'commissioned-by' and relation.related_code in (select taken_over.code from taken_over)
      and relation.valid @> ${day}::date
  )`;
}

export interface FootprintKeyPeriod {
  readonly areaId: string;
  readonly name: string;
  readonly code: string;
  readonly slug: string;
  /** First day after; null while it lasts. */
  readonly to: string | null;
}

/** Every code and slug that a footprint has or had, with how long. */
export async function listFootprintKeyPeriods(connection: Connection): Promise<FootprintKeyPeriod[]> {
  const result = await sql<FootprintKeyPeriod>`
    select area.area_id as "areaId", area.name, area.code, area.slug, upper(area.valid)::text as "to"
    from area_record as area where area.kind = 'footprint'
    order by area.area_id, lower(area.valid) nulls first`.execute(connection);
  return result.rows;
}

/** Those of the codes that an organisation has on the day or will have after it. */
export async function listCodesInUse(connection: Connection, codes: readonly string[], day: string): Promise<string[]> {
  const result = await sql<{ code: string }>`
    select distinct record.code from organisation_record as record
    where record.code = any(${codes}::text[]) and record.valid && daterange(${day}::date, null) order by 1`.execute(
    connection,
  );
  return result.rows.map(({ code }) => code);
}

export interface FootprintPlace {
  readonly areaId: string;
  /** Of the footprint, as it is called on the day. */
  readonly name: string;
  readonly organisationId: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Every membership of some footprints at whatever time. */
export async function listFootprintPlaces(
  connection: Connection,
  areaIds: readonly string[],
  day: string,
): Promise<FootprintPlace[]> {
  const result = await sql<FootprintPlace>`
    select membership.area_id as "areaId", area.name, membership.organisation_id as "organisationId",
           lower(membership.valid)::text as "from", upper(membership.valid)::text as "to"
    from membership join lateral area_on(membership.area_id, ${day}::date) as area on true
    where membership.area_id = any(${areaIds}::text[])
    order by membership.membership_id`.execute(connection);
  return result.rows;
}
