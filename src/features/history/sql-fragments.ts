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

/**
 * Whether a record of an organisation is only known to have held by its first day: its source tells how things stood on that day and
 * not since when, and no event of that day does. The shipped facts give days, but for what is dated as its source is.
 */
export function isBySourceDay(record: string): RawBuilder<unknown> {
  const column = (name: string) => sql.ref(`${record}.${name}`);
  return sql`(lower(${column('valid')}) = ${column('seen_from')}
    and exists (
      select from source where source.source_id = ${column('source_id')}
        and (not source.shipped or source.dated_on = lower(${column('valid')})::text))
    and not exists (
      select from succession_in_force as event
      where event.subject = 'organisation' and ${column('code')} in (event.predecessor_id, event.successor_id)
        and event.effective_on = lower(${column('valid')})))`;
}
