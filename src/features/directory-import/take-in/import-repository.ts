import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { storedJson } from '../../../platform/stored-json.ts';
import { type Absent, type DifferenceCounts, differenceCounts } from './import-outcome.ts';

/** How many differences of each kind a file made. */
const storedCounts = storedJson('directory_import.counts', differenceCounts);

/** A file of which these bytes were imported before as of that day. */
export interface FileKey {
  readonly digest: string;
  readonly layout: string;
  readonly datedOn: string;
}

export async function findImport(
  connection: Connection,
  { digest, layout, datedOn }: FileKey,
): Promise<{ readonly importedAt: Date } | null> {
  const found = await connection
    .selectFrom('directory_import')
    .select('directory_import.imported_at as importedAt')
    .where('directory_import.digest', '=', digest)
    .where('directory_import.layout', '=', layout)
    .where('directory_import.dated_on', '=', datedOn)
    .executeTakeFirst();
  return found ?? null;
}

export interface NewSource {
  readonly sourceId: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly datedOn: string;
  readonly note: string;
}

export async function insertSource(connection: Connection, source: NewSource): Promise<void> {
  await connection
    .insertInto('source')
    .values({
      source_id: source.sourceId,
      title: source.title,
      publisher: source.publisher,
      licence: source.licence,
      dated_on: source.datedOn,
      note: source.note,
    })
    .execute();
}

export interface NewImport extends FileKey {
  readonly importId: string;
  readonly sourceId: string;
  readonly fileName: string;
  readonly rowCount: number;
  readonly counts: DifferenceCounts;
  readonly importedAt: Date;
  readonly importedBy: string | null;
}

export async function insertImport(connection: Connection, row: NewImport): Promise<void> {
  await connection
    .insertInto('directory_import')
    .values({
      directory_import_id: row.importId,
      source_id: row.sourceId,
      layout: row.layout,
      file_name: row.fileName,
      digest: row.digest,
      dated_on: row.datedOn,
      row_count: row.rowCount,
      counts: storedCounts.write(row.counts),
      imported_at: row.importedAt,
      imported_by: row.importedBy,
    })
    .execute();
}

const ABSENT_SHOWN = 20;

/** Who was in a file of the same layout before and is not in that of this day, though nothing says that they closed. */
export async function findAbsent(
  connection: Connection,
  { layout, datedOn }: Omit<FileKey, 'digest'>,
): Promise<Absent> {
  const { rows } = await sql<{ codes: string[] }>`
    select coalesce(array_agg(record.code order by record.code), '{}') as codes
    from organisation_record as record
    join directory_import on directory_import.source_id = record.source_id and directory_import.layout = ${layout}
    where record.valid @> ${datedOn}::date and record.seen_from < ${datedOn}::date
      and not ${datedOn}::date = any(record.seen)`.execute(connection);
  const codes = rows[0]?.codes ?? [];
  return { total: codes.length, codes: codes.slice(0, ABSENT_SHOWN) };
}

export interface ImportRow {
  readonly importId: string;
  readonly layout: string;
  readonly fileName: string;
  readonly datedOn: string;
  readonly rowCount: number;
  readonly counts: DifferenceCounts;
  readonly importedAt: Date;
  readonly importedByName: string | null;
}

/** Every file brought in, newest first. */
export async function listImports(connection: Connection): Promise<ImportRow[]> {
  const { rows } = await sql<Omit<ImportRow, 'counts'> & { readonly counts: unknown }>`
    select directory_import.directory_import_id as "importId", directory_import.layout, directory_import.file_name as "fileName",
           directory_import.dated_on::text as "datedOn", directory_import.row_count as "rowCount", directory_import.counts,
           directory_import.imported_at as "importedAt", person.name as "importedByName"
    from directory_import left join person on person.id = directory_import.imported_by
    order by directory_import.imported_at desc, directory_import.directory_import_id`.execute(connection);
  return rows.map((row) => ({ ...row, counts: storedCounts.read(row.counts) }));
}
