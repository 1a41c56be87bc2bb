import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import {
  type AreaRef,
  areaRefJson,
  commissionerWords,
  type OrganisationRef,
  planningKindOn,
} from '../directory/index.ts';
import type { Lead, Surroundings } from './find-area.ts';

/** The organisations of the day from which footprints are looked for. */
export type Start =
  | { readonly kind: 'organisations'; readonly ids: readonly string[] }
  /** Whole, or the outward part and a blank. */
  | { readonly kind: 'postcode'; readonly beginning: string }
  /** The letters that postcodes of an area begin with. */
  | { readonly kind: 'postcode-area'; readonly letters: string }
  /** In plain words; `isWhole` when it is the name of the town, not the beginning of it. */
  | { readonly kind: 'town'; readonly town: string; readonly isWhole: boolean };

/** A footprint that organisations lead to: by their own part in it, or by the part of the CCG that commissions them. */
export interface Way extends Pick<Lead, 'footprint' | 'count' | 'names' | 'through'> {
  readonly isOwn: boolean;
  /** By a part as lead or core member. */
  readonly isFull: boolean;
}

const NAMED = 3;

function startsAt(start: Start, asAt: string): RawBuilder<unknown> {
  switch (start.kind) {
    case 'organisations':
      return sql`record.code in (${heirsOf(start.ids, asAt)})`;
    case 'postcode':
      return sql`record.postcode ~>=~ ${start.beginning} and record.postcode ~<~ ${`${start.beginning}~`}`;
    case 'postcode-area':
      // A digit follows: of Manchester are M1 and M60, but not ME1. A colon comes after the digits.
      return sql`record.postcode ~>=~ ${`${start.letters}0`} and record.postcode ~<~ ${`${start.letters}:`}`;
    case 'town':
      return start.isWhole
        ? sql`search_words(record.town) = ${start.town}`
        : sql`search_words(record.town) ~>=~ ${start.town} and search_words(record.town) ~<~ ${`${start.town}{`}`;
  }
}

/** The codes of these organisations and, of those that are no more on the day, of what came after them. */
function heirsOf(ids: readonly string[], asAt: string): RawBuilder<unknown> {
  return sql`
    with recursive heir (code) as (
      select organisation.code from organisation where organisation.organisation_id = any(${ids}::text[])
      union
      select link.successor_id from heir join succession_in_force as link on link.predecessor_id = heir.code
      where link.subject = 'organisation' and link.effective_on <= ${asAt}::date and not exists (
        select from organisation_record as now where now.code = heir.code and now.valid @> ${asAt}::date)
    )
    select heir.code from heir`;
}

/** `way`: each organisation there, beside itself and the CCG that commissions it. */
function waysFrom(start: Start, asAt: string): RawBuilder<unknown> {
  return sql`
    there as materialized (
      select record.organisation_id, record.name from organisation_record as record
      where ${startsAt(start, asAt)} and record.valid @> ${asAt}::date
    ), way as materialized (
      select there.organisation_id, there.name, there.organisation_id as via_id, true as is_own from there
      union all
      select there.organisation_id, there.name, ccg.organisation_id, false from there
      join organisation_relation as relation on relation.organisation_id = there.organisation_id
        and relation.kind = 'commissioned-by' and relation.valid @> ${asAt}::date
      join organisation as ccg on ccg.code = relation.related_code
    )`;
}

export async function listWays(connection: Connection, start: Start, asAt: string): Promise<Way[]> {
  const { rows } = await sql<Way>`
    with ${waysFrom(start, asAt)}, part as materialized (
      select membership.organisation_id, membership.area_id, bool_or(membership.role in ('lead', 'core')) as is_full
      from membership
      where membership.organisation_id in (select way.via_id from way) and membership.valid @> ${asAt}::date
      group by membership.organisation_id, membership.area_id
    ), lead as (
      select part.area_id, way.is_own, part.is_full, count(distinct way.organisation_id) as count,
        (array_agg(distinct way.name order by way.name))[1:${sql.lit(NAMED)}] as names,
        array_agg(distinct part.organisation_id) filter (where not way.is_own) as via_ids
      from way join part on part.organisation_id = way.via_id
      group by part.area_id, way.is_own, part.is_full
    )
    select ${areaRefJson} as footprint, lead.is_own as "isOwn", lead.is_full as "isFull", lead.count, lead.names,
      coalesce((select array_agg(ccg.name order by ccg.name) from organisation_record as ccg
                where ccg.organisation_id = any(lead.via_ids) and ccg.valid @> ${asAt}::date), '{}') as through
    from lead join area_record as area
      on area.area_id = lead.area_id and area.kind = 'footprint' and area.valid @> ${asAt}::date
    order by area.name`.execute(connection);
  return rows;
}

/**
 * The planning areas in which organisations lie, or whoever commissions them, and those that do; the ones with most of them first. One
 * that holds fewer than one in twenty is left out: a few practices lie beyond a border, or are run from elsewhere.
 */
export async function findSurroundings(connection: Connection, start: Start, asAt: string): Promise<Surroundings> {
  const { rows } = await sql<{ stps: readonly AreaRef[]; commissioners: readonly OrganisationRef[] }>`
    with ${waysFrom(start, asAt)}, whole as (select count(*) as count from there), via as materialized (
      select way.via_id as organisation_id, count(distinct way.organisation_id) as count from way group by way.via_id
    ), stp as (
      select place.area_id, sum(via.count) as count from via
      join lateral (
        select distinct organisation_place.area_id from organisation_place
        where organisation_place.organisation_id = via.organisation_id and organisation_place.valid @> ${asAt}::date
      ) as place on true
      group by place.area_id
    )
    select
      coalesce((
        select jsonb_agg(${areaRefJson} order by stp.count desc, area.name) from stp
        join area_record as area on area.area_id = stp.area_id and area.kind = ${planningKindOn(asAt)} and area.valid @> ${asAt}::date
        where stp.count * 20 >= whole.count
      ), '[]'::jsonb) as stps,
      coalesce((
        select jsonb_agg(jsonb_build_object('organisationId', ccg.organisation_id, 'code', ccg.code, 'name', ccg.name,
                                            'typeId', ccg.type_id) order by via.count desc, ccg.name)
        from via join organisation_record as ccg on ccg.organisation_id = via.organisation_id
          and ccg.valid @> ${asAt}::date and ccg.type_id = any(${commissionerWords(asAt).typeIds})
        where via.count * 20 >= whole.count
      ), '[]'::jsonb) as commissioners
    from whole`.execute(connection);
  const [row] = rows;
  return row ?? { stps: [], commissioners: [] };
}

/** The footprints that lie in a wider area, by name. */
export async function listFootprintsWithin(connection: Connection, areaId: string, asAt: string): Promise<AreaRef[]> {
  const { rows } = await sql<{ footprint: AreaRef }>`
    with recursive below (area_id) as (
      select link.child_area_id from area_link as link where link.parent_area_id = ${areaId} and link.valid @> ${asAt}::date
      union
      select link.child_area_id from area_link as link
      join below on below.area_id = link.parent_area_id where link.valid @> ${asAt}::date
    )
    select ${areaRefJson} as footprint from below
    join area_record as area on area.area_id = below.area_id and area.kind = 'footprint' and area.valid @> ${asAt}::date
    order by area.name`.execute(connection);
  return rows.map(({ footprint }) => footprint);
}
