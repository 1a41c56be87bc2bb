import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { recordset } from '../../../platform/database/statements/recordset.ts';
import { type PlaceKind, placeTables } from '../../register/index.ts';
import type { KnownSubject } from './check-places.ts';
import type { PlaceMention } from './place-layouts.ts';
import type { KnownPlace, NewPlace } from './place-plan.ts';

/** Everything known under these codes: each period of each area or organisation. */
export async function listSubjects(connection: Connection, mentions: readonly PlaceMention[]): Promise<KnownSubject[]> {
  const { rows } = await sql<KnownSubject>`
    select record.kind, record.code, record.area_id as "subjectId", ${periodOf('record')}
    from area_record as record join (select distinct kind, code from ${recordset(mentions, 'kind text, code text')}) as wanted
      on wanted.kind = record.kind and wanted.code = record.code
    union all
    select 'organisation', record.code, record.organisation_id, ${periodOf('record')}
    from organisation_record as record
    join (select distinct kind, code from ${recordset(mentions, 'kind text, code text')}) as wanted
      on wanted.kind = 'organisation' and wanted.code = record.code`.execute(connection);
  return rows;
}

/** A start that nobody knows is before every day that anyone asks about. */
function periodOf(table: string) {
  return sql`coalesce(lower(${sql.ref(`${table}.valid`)}), '0001-01-01')::text as "validFrom",
    upper(${sql.ref(`${table}.valid`)})::text as "validTo"`;
}

/** What is known of the same things as the rows are about. */
export async function listKnownPlaces(
  connection: Connection,
  kind: PlaceKind,
  places: readonly NewPlace[],
): Promise<KnownPlace[]> {
  const storedIn = placeTables[kind];
  const keys = [...new Map(places.map((place) => [place.keys.join(' '), { keys: place.keys }])).values()];
  const fields = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(`known.${column}`)));
  const said = sql.join(storedIn.said.flatMap((column) => [sql.lit(column), sql.ref(`known.${column}`)]));
  const { rows } = await sql<KnownPlace>`
    select ${sql.ref(`known.${storedIn.id}`)}::text as "rowId", array[${fields(storedIn.keys)}] as keys,
           jsonb_build_object(${said}) as said, known.standing, known.note,
           lower(known.valid)::text as "validFrom", upper(known.valid)::text as "validTo",
           -- When shipped facts tell of an end, they were written after it, whatever the day of their source.
           greatest(coalesce(source.dated_on, ''), coalesce(ending.dated_on, ''),
             case when source.shipped then coalesce((upper(known.valid) - 1)::text, '') else '' end) as "knownOn"
    from ${sql.table(storedIn.table)} as known
    join source on source.source_id = known.source_id
    left join source as ending on ending.source_id = known.ended_source_id
    join ${recordset(keys, 'keys jsonb', 'wanted')} on wanted.keys = to_jsonb(array[${fields(storedIn.keys)}])
    order by known.valid`.execute(connection);
  return rows;
}

/** Lines whose name in addresses another area of the same kind has on some of the same days. */
export async function listTakenSlugs(connection: Connection, places: readonly NewPlace[]): Promise<number[]> {
  const wanted = places.map(({ keys, said, validFrom, validTo, line }) => {
    return { area_id: keys[0], kind: said.kind, slug: said.slug, valid_from: validFrom, valid_to: validTo, line };
  });
  const { rows } = await sql<{ line: number }>`
    with wanted as (
      select * from ${recordset(wanted, 'area_id text, kind text, slug text, valid_from date, valid_to date, line integer')}
    ), taken as (
      select area_id, kind, slug, valid from area_record
      union all
      select area_id, kind, slug, daterange(valid_from, valid_to) from wanted where valid_to is null or valid_from < valid_to
    )
    select distinct wanted.line
    from wanted join taken on taken.kind = wanted.kind and taken.slug = wanted.slug and taken.area_id <> wanted.area_id
      and taken.valid && daterange(wanted.valid_from, wanted.valid_to)
    where wanted.valid_to is null or wanted.valid_from < wanted.valid_to
    order by wanted.line`.execute(connection);
  return rows.map(({ line }) => line);
}

/** Areas said to lie in one area alone that lie in several on some day, or the other way round. */
export async function listFalseRelations(connection: Connection, childIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ childId: string }>`
    select distinct link.child_area_id as "childId" from area_link as link
    where link.child_area_id = any(${childIds}::text[]) and (link.relation = 'spans') is distinct from exists (
      select from area_link as other where other.child_area_id = link.child_area_id
        and other.parent_area_id <> link.parent_area_id and other.valid && link.valid)`.execute(connection);
  return rows.map(({ childId }) => childId);
}

/** The planner learns of the new rows now. */
export async function analyzePlaces(connection: Connection): Promise<void> {
  await sql`analyze area, area_record, area_link, membership`.execute(connection);
}
