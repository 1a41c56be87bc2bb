import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { recordset } from '../../../platform/database/statements/recordset.ts';
import type { RegisterTransaction } from '../../directory/index.ts';
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
  const areaIds = rows.areas.map((row) => row.area_id);
  const result = await sql<{ name: string }>`
    select organisation.code as name from organisation
    where organisation.shipped and organisation.organisation_id <> all(${organisationIds}::text[])
    union all
    select area.area_id from area
    where area.shipped and area.area_id <> all(${areaIds}::text[])
    order by 1`.execute(connection);
  return result.rows.map((row) => row.name);
}

/**
 * Writes all reference facts, a statement a table. Sources, areas and organisations are what other records point at, so
 * they are inserted in place; what says how they hang together is replaced as a whole. What is said of the organisations
 * themselves is folded into their history (fold-shipped.ts).
 */
export async function updateReference(connection: RegisterTransaction, rows: ReferenceRows): Promise<void> {
  await removeRelations(connection);
  await upsertSubjects(connection, rows);
  await insertRelations(connection, rows);
}

/** The planner learns of the new rows now: the first page may be asked for in a moment. */
export async function analyzeReference(connection: Connection): Promise<void> {
  await sql`analyze source, area, area_record, organisation, organisation_record, area_link, organisation_area, membership,
    organisation_measure, area_hexagon, succession_event, succession_link`.execute(connection);
}

const relations = ['area_record', 'area_link', 'organisation_area', 'membership'] as const;

/** Rows whose end was entered on this service stay: the shipped facts do not know of it. */
async function removeRelations(connection: RegisterTransaction): Promise<void> {
  for (const table of relations) {
    await sql`
      delete from ${sql.table(table)} as relation using source
      where source.source_id = relation.source_id and source.shipped and relation.ended_source_id is null`.execute(
      connection,
    );
  }
  for (const table of ['organisation_measure', 'area_hexagon'] as const) {
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
    insert into area (area_id, shipped) select distinct area_id, true from ${recordset(rows.areas, 'area_id text')}
    on conflict (area_id) do update set shipped = true`.execute(connection);
  await sql`
    insert into organisation (organisation_id, code, shipped)
    select distinct organisation_id, code, true from ${recordset(rows.organisations, 'organisation_id text, code text')}
    on conflict (organisation_id) do update set shipped = true`.execute(connection);
}

/** What is left in a table when the shipped rows are gone was entered here, and stands where the two overlap. */
function unlessEntered(table: string, key: readonly string[]): RawBuilder<unknown> {
  const same = key.map((column) => sql`entered.${sql.ref(column)} = "row".${sql.ref(column)}`);
  return sql`where not exists (
    select from ${sql.table(table)} as entered where ${sql.join(same, sql` and `)} and entered.valid && ${valid})`;
}

async function insertRelations(connection: RegisterTransaction, rows: ReferenceRows): Promise<void> {
  await sql`
    insert into area_record (area_id, kind, code, name, slug, valid, source_id, standing, note)
    select area_id, kind, code, name, slug, ${valid}, source_id, standing, note
    from ${recordset(rows.areas, `area_id text, kind text, code text, name text, slug text, ${datedColumns}`)}
    ${unlessEntered('area_record', ['area_id'])}`.execute(connection);
  await sql`
    insert into area_link (child_area_id, parent_area_id, relation, valid, source_id, standing, note)
    select child_area_id, parent_area_id, relation, ${valid}, source_id, standing, note
    from ${recordset(rows.areaLinks, `child_area_id text, parent_area_id text, relation text, ${datedColumns}`)}
    ${unlessEntered('area_link', ['child_area_id', 'parent_area_id'])}`.execute(connection);
  await sql`
    insert into organisation_area (organisation_id, area_id, valid, source_id, standing, note)
    select organisation_id, area_id, ${valid}, source_id, standing, note
    from ${recordset(rows.organisationAreas, `organisation_id text, area_id text, ${datedColumns}`)}
    ${unlessEntered('organisation_area', ['organisation_id', 'area_id'])}`.execute(connection);
  await sql`
    insert into membership (area_id, organisation_id, role, listed_as, valid, source_id, standing, note)
    select area_id, organisation_id, role, listed_as, ${valid}, source_id, standing, note
    from ${recordset(rows.memberships, `area_id text, organisation_id text, role text, listed_as text, ${datedColumns}`)}
    ${unlessEntered('membership', ['area_id', 'organisation_id', 'role'])}`.execute(connection);
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
}

const datedColumns = 'valid_from date, valid_to date, source_id text, standing text, note text';

const valid = sql`daterange("row".valid_from, "row".valid_to, '[)')`;
