import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { recordset } from '../../../platform/database/statements/recordset.ts';
import { deleteShippedPlaces, insertPlaces, type RegisterTransaction } from '../../register/index.ts';
import type { ReferenceRows } from './reference-rows.ts';

/** The digest of the reference facts this database holds; null when none were ever loaded. */
export async function findLoadedDigest(connection: Connection): Promise<string | null> {
  const found = await connection.selectFrom('reference_load').select('reference_load.digest').executeTakeFirst();
  return found?.digest ?? null;
}

/** Notes what is loaded now; the audit trail keeps what was loaded before. */
export async function updateLoadedDigest(
  connection: RegisterTransaction,
  digest: string,
  loadedAt: Date,
): Promise<void> {
  await connection.deleteFrom('reference_load').execute();
  await connection.insertInto('reference_load').values({ digest, loaded_at: loadedAt }).execute();
}

/** Shipped organisations and areas that the new facts no longer name, by code and by id. */
export async function listVanished(connection: Connection, rows: ReferenceRows): Promise<string[]> {
  const organisationIds = rows.organisations.map((row) => row.organisation_id);
  const result = await sql<{ name: string }>`
    select organisation.code as name from organisation
    where organisation.shipped and organisation.organisation_id <> all(${organisationIds}::text[])
    union all
    select area.area_id from area
    where area.shipped and area.area_id <> all(${rows.areaIds}::text[])
    order by 1`.execute(connection);
  return result.rows.map((row) => row.name);
}

/**
 * Writes all reference facts, a statement a table. Sources, areas and organisations are what other records point at, so
 * they are inserted in place; what says how they hang together is replaced as a whole. What is said of the organisations
 * themselves is folded into their history (fold-shipped.ts).
 */
export async function updateReference(connection: RegisterTransaction, rows: ReferenceRows): Promise<void> {
  await deleteShippedPlaces(connection);
  await removeShippedFigures(connection);
  await upsertSubjects(connection, rows);
  for (const { kind, places } of rows.places) {
    await insertPlaces(connection, kind, places, { besideEntered: true });
  }
  await insertFigures(connection, rows);
}

/** The planner learns of the new rows now: the first page may be asked for in a moment. */
export async function analyzeReference(connection: Connection): Promise<void> {
  await sql`analyze source, area, area_record, organisation, organisation_record, area_link, organisation_area, membership,
    organisation_measure, area_hexagon, succession_event, succession_link`.execute(connection);
}

async function removeShippedFigures(connection: RegisterTransaction): Promise<void> {
  for (const table of ['organisation_measure', 'area_hexagon', 'area_note'] as const) {
    await sql`
      delete from ${sql.table(table)} as relation using source
      where source.source_id = relation.source_id and source.shipped`.execute(connection);
  }
}

async function upsertSubjects(connection: RegisterTransaction, rows: ReferenceRows): Promise<void> {
  await sql`
    insert into source (source_id, title, publisher, url, licence, dated_on, note, shipped)
    select source_id, title, publisher, url, licence, dated_on, note, true
    from ${recordset(rows.sources, 'source_id text, title text, publisher text, url text, licence text, dated_on text, note text')}
    on conflict (source_id) do update set title = excluded.title, publisher = excluded.publisher, url = excluded.url,
      licence = excluded.licence, dated_on = excluded.dated_on, note = excluded.note, shipped = true`.execute(
    connection,
  );
  await sql`
    insert into area (area_id, shipped) select area_id, true from unnest(${rows.areaIds}::text[]) as area_id
    on conflict (area_id) do update set shipped = true`.execute(connection);
  await sql`
    insert into organisation (organisation_id, code, shipped)
    select distinct organisation_id, code, true from ${recordset(rows.organisations, 'organisation_id text, code text')}
    on conflict (organisation_id) do update set shipped = true`.execute(connection);
}

async function insertFigures(connection: RegisterTransaction, rows: ReferenceRows): Promise<void> {
  await sql`
    insert into organisation_measure (organisation_id, measure, value, measured_on, source_id, standing, note)
    select organisation_id, measure, value, measured_on, source_id, standing, note
    from ${recordset(
      rows.measures,
      'organisation_id text, measure text, value numeric, measured_on date, source_id text, standing text, note text',
    )}`.execute(connection);
  await sql`
    insert into area_hexagon (area_id, hex_column, hex_row, source_id)
    select area_id, hex_column, hex_row, source_id
    from ${recordset(rows.hexagons, 'area_id text, hex_column integer, hex_row integer, source_id text')}`.execute(
    connection,
  );
  await sql`
    insert into area_note (area_id, position, statement, dated_on, source_id, standing, note)
    select area_id, position, statement, dated_on, source_id, standing::standing, note
    from ${recordset(
      rows.areaNotes,
      'area_id text, position integer, statement text, dated_on text, source_id text, standing text, note text',
    )}`.execute(connection);
}
