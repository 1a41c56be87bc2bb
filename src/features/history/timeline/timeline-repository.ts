import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { type AreaRef, areaRefJson, isBorne, type OrganisationRef } from '../../directory/index.ts';
import { isBySourceDay, organisationParty } from '../sql-fragments.ts';
import type { Named } from './names.ts';
import type { AreaPast, OrganisationPast } from './past.ts';

/* Everything recorded of one organisation or area at whatever time, each read in one go. */

/** Columns of a dated row as the parts of a `PastFact`; `seenFrom` where its source gives a state and not a day. */
function factJson(table: string, seenFrom: RawBuilder<unknown> = sql`null`): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  return sql`jsonb_build_object('from', lower(${column('valid')}), 'to', upper(${column('valid')}), 'seenFrom', ${seenFrom},
    'sourceId', ${column('source_id')}, 'standing', ${column('standing')})`;
}

/** The shipped facts give the earliest day that a document proves, or else the day of the position. */
const provenOn = (table: string) =>
  sql`(select lower(${sql.ref(`${table}.valid`)}) from source where source.source_id = ${sql.ref(`${table}.source_id`)} and source.shipped)`;

/** What a fact is about is called what it was called when that began. */
const areaThen = (table: string) =>
  sql`join lateral area_on(${sql.ref(`${table}.area_id`)}, lower(${sql.ref(`${table}.valid`)})) as area on true`;

const allOf = (value: RawBuilder<unknown>) => sql`coalesce(jsonb_agg(${value}), '[]'::jsonb)`;

/** Everything recorded of an organisation; empty lists for an id that names none. */
export async function getOrganisationPast(connection: Connection, organisationId: string): Promise<OrganisationPast> {
  const result = await sql<OrganisationPast>`
    select
      (select ${allOf(sql`${factJson('organisation', sql`organisation.seen_from`)} || jsonb_build_object(
          'name', organisation.name, 'typeId', organisation.type_id, 'status', organisation.status,
          'address', organisation.address, 'town', organisation.town, 'postcode', organisation.postcode,
          'seenTo', organisation.seen_to, 'isBy', ${isBySourceDay('organisation')})`)}
       from organisation_record as organisation where organisation.organisation_id = ${organisationId}) as records,
      (select ${allOf(sql`${factJson('membership', provenOn('membership'))} || jsonb_build_object(
          'role', membership.role, 'other', ${areaRefJson})`)}
       from membership ${areaThen('membership')} where membership.organisation_id = ${organisationId}) as memberships,
      (select ${allOf(sql`${factJson('relation', sql`relation.seen_on`)} || jsonb_build_object(
          'kind', relation.kind, 'related', ${organisationParty(
            sql`relation.related_code`,
            sql`coalesce(lower(relation.valid), relation.seen_on)`,
          )}, 'bearers', (select ${allOf(sql`jsonb_build_object('name', bearer.name, 'from', lower(bearer.valid), 'to', upper(bearer.valid))`)}
             from organisation_record as bearer where bearer.code = relation.related_code))`)}
       from organisation_relation as relation where relation.organisation_id = ${organisationId}) as relations,
      (select ${allOf(sql`${factJson('place')} || jsonb_build_object('area', ${areaRefJson})`)}
       from (${placesOf(organisationId)}) as place ${areaThen('place')}) as places,
      (select ${allOf(sql`jsonb_build_object('measure', measure.measure, 'value', measure.value,
          'measuredOn', measure.measured_on, 'sourceId', measure.source_id, 'standing', measure.standing)`)}
       from organisation_measure as measure where measure.organisation_id = ${organisationId}) as measures`.execute(
    connection,
  );
  return result.rows[0] ?? { records: [], memberships: [], relations: [], places: [], measures: [] };
}

/** Each record names its places anew, so what follows without a gap is one stay. */
function placesOf(organisationId: string): RawBuilder<unknown> {
  return sql`
    select stay.area_id, stay.valid, cited.source_id, cited.standing
    from (
      select organisation_place.area_id, unnest(range_agg(organisation_place.valid)) as valid from organisation_place
      where organisation_place.organisation_id = ${organisationId} group by organisation_place.area_id
    ) as stay
    join lateral (
      select place.source_id, coalesce(
        (select organisation_area.standing from organisation_area
         where organisation_area.organisation_id = place.organisation_id and organisation_area.area_id = place.area_id
           and organisation_area.source_id = place.source_id limit 1),
        (select organisation_record.standing from organisation_record
         where organisation_record.organisation_id = place.organisation_id
           and organisation_record.source_id = place.source_id limit 1)) as standing
      from organisation_place as place
      where place.organisation_id = ${organisationId} and place.area_id = stay.area_id and place.valid <@ stay.valid
      order by lower(place.valid) nulls first, place.source_id limit 1
    ) as cited on true`;
}

/** Everything recorded of an area; empty lists for an id that names none. */
export async function getAreaPast(connection: Connection, areaId: string): Promise<AreaPast> {
  const result = await sql<AreaPast>`
    select
      (select ${allOf(sql`${factJson('record', sql`case when record.kind = 'footprint' then ${provenOn('record')} end`)}
          || jsonb_build_object('code', record.code, 'name', record.name, 'slug', record.slug, 'isBy', false)`)}
       from area_record as record where record.area_id = ${areaId}) as records,
      (select ${allOf(sql`${factJson('membership', provenOn('membership'))} || jsonb_build_object(
          'role', membership.role, 'other', jsonb_build_object('organisationId', organisation.organisation_id,
            'code', organisation.code, 'name', organisation.name, 'typeId', organisation.type_id))`)}
       from membership join lateral organisation_on(membership.organisation_id, lower(membership.valid)) as organisation on true
       where membership.area_id = ${areaId}) as members,
      (select ${allOf(sql`${factJson('link')} || jsonb_build_object(
          'isParent', link.child_area_id = ${areaId}, 'area', ${areaRefJson})`)}
       from area_link as link
       join lateral area_on(
         case when link.child_area_id = ${areaId} then link.parent_area_id else link.child_area_id end,
         lower(link.valid)) as area on true
       where ${areaId} in (link.child_area_id, link.parent_area_id)
         and (link.child_area_id = ${areaId} or area.kind = 'footprint')) as links,
      (select coalesce(jsonb_agg(jsonb_build_object('statement', noted.statement, 'datedOn', noted.dated_on,
          'sourceId', noted.source_id, 'standing', noted.standing, 'note', noted.note) order by noted.position), '[]'::jsonb)
       from area_note as noted where noted.area_id = ${areaId}) as notes`.execute(connection);
  return result.rows[0] ?? { records: [], members: [], links: [], notes: [] };
}

/** The names of an organisation, each with its period. */
export async function listOrganisationNames(connection: Connection, organisationId: string): Promise<Named[]> {
  const result = await sql<Named>`
    select record.name, lower(record.valid)::text as "from", upper(record.valid)::text as "to",
           ${isBySourceDay('record')} as "isBy"
    from organisation_record as record where record.organisation_id = ${organisationId}`.execute(connection);
  return result.rows;
}

/** The names of an area, each with its period. */
export async function listAreaNames(connection: Connection, areaId: string): Promise<Named[]> {
  const result = await sql<Named>`
    select record.name, lower(record.valid)::text as "from", upper(record.valid)::text as "to", false as "isBy"
    from area_record as record where record.area_id = ${areaId}`.execute(connection);
  return result.rows;
}

/** The organisation that a code meant on a day, or nearest to it: before it if there was one, else after. */
export async function findOrganisationNear(
  connection: Connection,
  code: string,
  day: string,
): Promise<OrganisationRef | null> {
  const result = await sql<OrganisationRef>`
    select organisation.organisation_id as "organisationId", organisation.code, organisation.name, organisation.type_id as "typeId"
    from organisation_record as organisation where organisation.code = ${code} ${nearest('organisation', day)}`.execute(
    connection,
  );
  return result.rows[0] ?? null;
}

/**
 * The area that had a slug (or code) on a day, or nearest to it, as it was called on the day itself where it exists then,
 * else as it was called when it had that slug or code.
 */
export async function findAreaNear(
  connection: Connection,
  key: { readonly kind: string; readonly slug?: string; readonly code?: string },
  day: string,
): Promise<(AreaRef & { readonly isThere: boolean }) | null> {
  const { kind, slug = null, code = null } = key;
  const result = await sql<AreaRef & { isThere: boolean }>`
    select area.area_id as "areaId", area.kind, area.code, area.name, area.slug, area.valid @> ${day}::date as "isThere"
    from (
      select named.area_id from area_record as named
      where named.kind = ${kind} and (named.slug = ${slug} or named.code = ${code}) ${nearest('named', day)}
    ) as found
    join lateral (
      select * from area_record as candidate where candidate.area_id = found.area_id
      order by candidate.valid @> ${day}::date desc, candidate.slug = ${slug} or candidate.code = ${code} desc,
        lower(candidate.valid) desc nulls last limit 1
    ) as area on true`.execute(connection);
  return result.rows[0] ?? null;
}

function nearest(table: string, day: string): RawBuilder<unknown> {
  const start = sql`coalesce(lower(${sql.ref(`${table}.valid`)}), date '0001-01-01')`;
  return sql`order by (${start} <= ${day}::date) desc, case when ${start} <= ${day}::date then ${start} end desc, ${start} limit 1`;
}

/** How many organisations of a type another commissions on a day. */
export async function countCommissioned(
  connection: Connection,
  code: string,
  typeId: string,
  asAt: string,
): Promise<number> {
  const result = await sql<{ count: number }>`
    select count(distinct organisation.organisation_id) as count
    from organisation_relation as relation
    join organisation_record as organisation
      on organisation.organisation_id = relation.organisation_id and organisation.valid @> ${asAt}::date
    where relation.kind = 'commissioned-by' and relation.related_code = ${code}
      and relation.valid @> ${asAt}::date and ${isBorne(sql`relation.related_code`, sql`${asAt}::date`)}
      and organisation.type_id = ${typeId}`.execute(connection);
  return result.rows[0]?.count ?? 0;
}

/** The other footprints that the members of a footprint are in on a day, by organisation id. */
export async function listOtherFootprints(
  connection: Connection,
  areaId: string,
  asAt: string,
): Promise<ReadonlyMap<string, readonly AreaRef[]>> {
  const result = await sql<AreaRef & { organisationId: string }>`
    select distinct other.organisation_id as "organisationId", area.area_id as "areaId", area.kind, area.code, area.name, area.slug
    from membership
    join membership as other on other.organisation_id = membership.organisation_id and other.area_id <> membership.area_id
      and other.valid @> ${asAt}::date
    join area_record as area on area.area_id = other.area_id and area.kind = 'footprint' and area.valid @> ${asAt}::date
    where membership.area_id = ${areaId} and membership.valid @> ${asAt}::date
    order by area.name`.execute(connection);
  return Map.groupBy(result.rows, ({ organisationId }) => organisationId);
}
