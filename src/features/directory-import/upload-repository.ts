import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import { isId } from '../../platform/ids.ts';
import type { Finding, Upload } from './upload.ts';

export interface NewUpload extends Pick<Upload, 'uploadId' | 'fileName' | 'layout' | 'datedOn'> {
  readonly content: Buffer;
  readonly finding: Finding;
  readonly differences: Buffer;
  readonly personId: string;
  readonly at: Date;
}

/** Keeps a file; answers its id, or that of the same file of the same day which the same person has waiting already. */
export async function insertUpload(connection: Connection, upload: NewUpload): Promise<string> {
  const added = await connection
    .insertInto('import_upload')
    .values({
      import_upload_id: upload.uploadId,
      file_name: upload.fileName,
      layout: upload.layout,
      dated_on: upload.datedOn,
      byte_count: upload.content.length,
      content: upload.content,
      state: 'waiting',
      finding: JSON.stringify(upload.finding),
      differences: upload.differences,
      uploaded_by: upload.personId,
      uploaded_at: upload.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('import_upload_id')
    .executeTakeFirst();
  return added?.import_upload_id ?? (await getWaiting(connection, upload));
}

async function getWaiting(connection: Connection, { personId, content, layout, datedOn }: NewUpload): Promise<string> {
  const { rows } = await sql<{ uploadId: string }>`
    select upload.import_upload_id as "uploadId" from import_upload as upload
    where upload.state = 'waiting' and upload.uploaded_by = ${personId} and upload.layout = ${layout}
      and upload.dated_on = ${datedOn} and upload.digest = encode(sha256(${content}), 'hex')`.execute(connection);
  const [found] = rows;
  if (found === undefined) {
    throw new Error('A file that stood in the way of another is not waiting any more');
  }
  return found.uploadId;
}

const columns = sql`upload.import_upload_id as "uploadId", upload.file_name as "fileName", upload.layout,
  upload.dated_on::text as "datedOn", upload.byte_count as "byteCount", upload.state, upload.finding,
  sender.name as "uploadedByName", upload.uploaded_at as "uploadedAt", decider.name as "decidedByName",
  upload.decided_at as "decidedAt"`;

const tables = sql`import_upload as upload
  join person as sender on sender.id = upload.uploaded_by
  left join person as decider on decider.id = upload.decided_by`;

/** Every file sent, newest first. */
export async function listUploads(connection: Connection): Promise<Upload[]> {
  const { rows } = await sql<Upload>`
    select ${columns} from ${tables} order by upload.uploaded_at desc, upload.import_upload_id limit 100`.execute(
    connection,
  );
  return rows;
}

export async function findUpload(connection: Connection, uploadId: string): Promise<Upload | null> {
  if (!isId(uploadId)) {
    return null;
  }
  const { rows } = await sql<Upload>`
    select ${columns} from ${tables} where upload.import_upload_id = ${uploadId}`.execute(connection);
  return rows[0] ?? null;
}

/** Every difference of a file sent, as a CSV file in gzip. */
export async function findDifferences(connection: Connection, uploadId: string): Promise<Buffer | null> {
  const found = await connection
    .selectFrom('import_upload')
    .select('import_upload.differences')
    .where('import_upload.import_upload_id', '=', uploadId)
    .executeTakeFirst();
  return found?.differences ?? null;
}

/** The bytes of a file that waits to be decided on, held until the transaction ends; null when somebody has decided. */
export async function lockWaitingContent(connection: Connection, uploadId: string): Promise<Buffer | null> {
  const found = await connection
    .selectFrom('import_upload')
    .select('import_upload.content')
    .where('import_upload.import_upload_id', '=', uploadId)
    .where('import_upload.state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst();
  return found?.content ?? null;
}

export interface Decision {
  readonly uploadId: string;
  readonly state: 'imported' | 'withdrawn';
  readonly personId: string;
  readonly at: Date;
}

export async function updateDecided(
  connection: Connection,
  { uploadId, state, personId, at }: Decision,
): Promise<void> {
  await connection
    .updateTable('import_upload')
    .set({ state, decided_by: personId, decided_at: at, content: null })
    .where('import_upload.import_upload_id', '=', uploadId)
    .execute();
}

/** What a new check of a waiting file found in the place of what was found before. */
export async function updateFinding(
  connection: Connection,
  uploadId: string,
  { finding, differences }: Pick<NewUpload, 'finding' | 'differences'>,
): Promise<void> {
  await connection
    .updateTable('import_upload')
    .set({ finding: JSON.stringify(finding), differences })
    .where('import_upload.import_upload_id', '=', uploadId)
    .execute();
}
