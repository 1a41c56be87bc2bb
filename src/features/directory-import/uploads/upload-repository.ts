import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { isId } from '../../../platform/ids.ts';
import type { OtherLayoutId } from '../read/layouts.ts';
import type { Gathered } from './gather-differences.ts';
import { storedFaults, storedReport } from './stored-report.ts';
import type { Progress, Upload, UploadFaults, UploadReason } from './upload.ts';
import { isInWork, isOver, type UploadState, uploadStates } from './upload-state.ts';

export interface NewUpload extends Pick<Upload, 'uploadId' | 'fileName' | 'layout' | 'datedOn' | 'details'> {
  readonly content: Buffer;
  /** Null where the service fetched it. */
  readonly personId: string | null;
  readonly at: Date;
}

/** Keeps a file; answers its id, or that of the same file of the same day which the same person sent before and which is not over. */
export async function insertUpload(connection: Connection, upload: NewUpload): Promise<string> {
  const added = await connection
    .insertInto('import_upload')
    .values({
      import_upload_id: upload.uploadId,
      file_name: upload.fileName,
      layout: upload.layout,
      dated_on: upload.datedOn,
      details: upload.details === null ? null : JSON.stringify(upload.details),
      byte_count: upload.content.length,
      content: upload.content,
      state: 'received',
      uploaded_by: upload.personId,
      uploaded_at: upload.at,
      queued_at: upload.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('import_upload_id')
    .executeTakeFirst();
  // What stood in the way may be over by the time it is looked for, and is then no longer in the way.
  return added?.import_upload_id ?? (await findSame(connection, upload)) ?? insertUpload(connection, upload);
}

async function findSame(
  connection: Connection,
  { personId, content, layout, datedOn, details }: NewUpload,
): Promise<string | null> {
  const { rows } = await sql<{ uploadId: string }>`
    select upload.import_upload_id as "uploadId" from import_upload as upload
    where upload.content is not null and upload.uploaded_by = ${personId} and upload.layout = ${layout}
      and upload.dated_on = ${datedOn} and upload.digest = encode(sha256(${content}), 'hex')
      and upload.details is not distinct from ${details === null ? null : JSON.stringify(details)}::jsonb`.execute(
    connection,
  );
  return rows[0]?.uploadId ?? null;
}

const statesInWork = uploadStates.filter(isInWork);

const columns = sql`upload.import_upload_id as "uploadId", upload.file_name as "fileName", upload.layout,
  upload.dated_on::text as "datedOn", upload.details, upload.byte_count as "byteCount", upload.state, upload.reason, upload.finding as report, upload.faults,
  jsonb_build_object('rows', upload.rows_read, 'bytes', upload.bytes_read) as progress,
  (select count(*)::integer from import_upload as other where other.state = any(${statesInWork}::text[])
    and (other.queued_at, other.import_upload_id) < (upload.queued_at, upload.import_upload_id)) as ahead,
  sender.name as "uploadedByName", upload.uploaded_at as "uploadedAt", decider.name as "decidedByName",
  upload.decided_at as "decidedAt"`;

const tables = sql`import_upload as upload
  left join person as sender on sender.id = upload.uploaded_by
  left join person as decider on decider.id = upload.decided_by`;

interface UploadRow extends Omit<Upload, 'report' | 'faults'> {
  readonly report: unknown;
  readonly faults: unknown;
}

function uploadOf(row: UploadRow): Upload {
  return { ...row, report: storedReport.read(row.report), faults: storedFaults.read(row.faults) };
}

/** Whoever left the page while a file was checked finds in the list for so long why it was refused. */
const REFUSALS_SHOWN_DAYS = 14;

/** Every file of the directory, or of a kind, with which something is still to happen, and those refused of late; newest first. */
export async function listUploadsInHand(
  connection: Connection,
  now: Date,
  of: 'directory' | OtherLayoutId,
): Promise<Upload[]> {
  const open = uploadStates.filter((state) => !isOver(state));
  const { rows } = await sql<UploadRow>`
    select ${columns} from ${tables}
    where (upload.state = any(${open}::text[])
        or (upload.state = 'refused' and upload.uploaded_at >= ${now}::timestamptz - make_interval(days => ${REFUSALS_SHOWN_DAYS})))
      and case when ${of} = 'directory' then upload.details is null else upload.layout = ${of} end
    order by upload.uploaded_at desc, upload.import_upload_id limit 100`.execute(connection);
  return rows.map(uploadOf);
}

export async function findUpload(connection: Connection, uploadId: string): Promise<Upload | null> {
  if (!isId(uploadId)) {
    return null;
  }
  const { rows } = await sql<UploadRow>`
    select ${columns} from ${tables} where upload.import_upload_id = ${uploadId}`.execute(connection);
  return rows[0] === undefined ? null : uploadOf(rows[0]);
}

/** Whether any file waits for the work or is worked on. */
export async function isAnyInWork(connection: Connection): Promise<boolean> {
  const found = await connection
    .selectFrom('import_upload')
    .select('import_upload.import_upload_id')
    .where('import_upload.state', 'in', statesInWork)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Every difference of a file sent, as a CSV file in gzip; null before anything is found. */
export async function findDifferences(connection: Connection, uploadId: string): Promise<Buffer | null> {
  const found = await connection
    .selectFrom('import_upload')
    .select('import_upload.differences')
    .where('import_upload.import_upload_id', '=', uploadId)
    .executeTakeFirst();
  return found?.differences ?? null;
}

/** A file as the work needs it. */
export interface UploadToWorkOn {
  readonly uploadId: string;
  readonly fileName: string;
  readonly layout: Upload['layout'];
  readonly datedOn: string;
  readonly details: unknown;
  readonly content: Buffer;
  readonly report: Upload['report'];
  readonly uploadedBy: string | null;
  readonly decidedBy: string | null;
  readonly decidedOnBehalfOf: string | null;
}

export async function getUploadToWorkOn(connection: Connection, uploadId: string): Promise<UploadToWorkOn> {
  const { rows } = await sql<Omit<UploadToWorkOn, 'report'> & { readonly report: unknown }>`
    select upload.import_upload_id as "uploadId", upload.file_name as "fileName", upload.layout,
      upload.dated_on::text as "datedOn", upload.details, upload.content, upload.finding as report, upload.uploaded_by as "uploadedBy",
      upload.decided_by as "decidedBy", upload.decided_on_behalf_of as "decidedOnBehalfOf"
    from import_upload as upload where upload.import_upload_id = ${uploadId}`.execute(connection);
  const [row] = rows;
  if (row === undefined) {
    throw new Error(`there is no upload ${uploadId}`);
  }
  return { ...row, report: storedReport.read(row.report) };
}

export interface LockedUpload {
  readonly state: UploadState;
  readonly workedBy: string | null;
  readonly brokenOff: number;
}

/** The state of a file, held until the transaction ends; null where there is no such file. */
export async function lockUpload(connection: Connection, uploadId: string): Promise<LockedUpload | null> {
  const { rows } = await sql<LockedUpload>`
    select upload.state, upload.worked_by as "workedBy", upload.broken_off as "brokenOff"
    from import_upload as upload where upload.import_upload_id = ${uploadId} for update`.execute(connection);
  return rows[0] ?? null;
}

/** What becomes of a file. What is left out stays as it was. */
export interface UploadChanges {
  readonly state: UploadState;
  readonly reason: UploadReason;
  /** The turn of the work that has it in hand; null for none. */
  readonly turnId: string | null;
  /** Who decided what is to be done with it; null when nobody has. */
  readonly decided?: { readonly personId: string; readonly onBehalfOf: string; readonly at: Date } | null;
  readonly brokenOff?: number;
  readonly queuedAt?: Date;
  readonly progress?: Progress;
  /** Null for what is to be found anew. */
  readonly found?: Gathered | null;
  readonly faults?: UploadFaults;
}

export async function updateUpload(connection: Connection, uploadId: string, changes: UploadChanges): Promise<void> {
  const { decided, progress, found, faults } = changes;
  await connection
    .updateTable('import_upload')
    .set({
      state: changes.state,
      reason: changes.reason,
      worked_by: changes.turnId,
      broken_off: changes.brokenOff,
      queued_at: changes.queuedAt,
      ...(decided === undefined
        ? {}
        : {
            decided_by: decided?.personId ?? null,
            decided_at: decided?.at ?? null,
            decided_on_behalf_of: decided?.onBehalfOf ?? null,
          }),
      ...(progress === undefined ? {} : { rows_read: progress.rows, bytes_read: progress.bytes }),
      ...(found === undefined
        ? {}
        : {
            finding: found === null ? null : storedReport.write(found.report),
            differences: found?.differences ?? null,
          }),
      ...(faults === undefined ? {} : { faults: storedFaults.write(faults) }),
      // Of a file that is over, nobody needs the bytes again.
      ...(isOver(changes.state) ? { content: null } : {}),
    })
    .where('import_upload.import_upload_id', '=', uploadId)
    .execute();
}

/** Notes how far a turn of the work has come; false when it is no longer the one that works on the file. */
export async function updateProgress(
  connection: Connection,
  { uploadId, turnId }: { readonly uploadId: string; readonly turnId: string },
  { rows, bytes }: Progress,
): Promise<boolean> {
  const result = await connection
    .updateTable('import_upload')
    .set({ rows_read: rows, bytes_read: bytes })
    .where('import_upload.import_upload_id', '=', uploadId)
    .where('import_upload.worked_by', '=', turnId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
