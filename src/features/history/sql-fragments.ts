import { type RawBuilder, sql } from 'kysely';
import { areaRefJson } from '../directory/index.ts';

/* An end of a succession or relation as JSON (`LineageParty`), as it was called on a day; what is in no directory has no name. */

/** The record of the day first, else the last one. */
const heldOn = (table: string, day: RawBuilder<unknown>) =>
  sql`order by ${sql.ref(`${table}.valid`)} @> (${day})::date desc, lower(${sql.ref(`${table}.valid`)}) desc nulls last limit 1`;

export function organisationParty(code: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`jsonb_build_object('id', ${code}, 'area', null, 'name', (
    select named.name from organisation_record as named where named.code = ${code} ${heldOn('named', day)}))`;
}

export function areaParty(areaId: RawBuilder<unknown>, day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((
    select jsonb_build_object('id', ${areaId}, 'name', area.name, 'area', ${areaRefJson})
    from area_record as area where area.area_id = ${areaId} ${heldOn('area', day)}
  ), jsonb_build_object('id', ${areaId}, 'name', null, 'area', null))`;
}
