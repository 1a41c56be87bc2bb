import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { isOver, type UploadState, uploadStates } from '../uploads/upload-state.ts';
import type { Validators } from './registry-answer.ts';
import type { FetchOutcome, RegistryFetch } from './registry-fetch.ts';

export interface NewFetch {
  readonly fetchId: string;
  readonly address: string;
  readonly layout: 'ord' | 'fhir';
  readonly askedAt: Date;
  readonly askedBy: string | null;
}

/** False where one is under way already. */
export async function insertFetch(connection: Connection, fetch: NewFetch): Promise<boolean> {
  const { rows } = await sql`
    insert into directory_fetch (directory_fetch_id, address, layout, asked_at, asked_by)
    values (${fetch.fetchId}, ${fetch.address}, ${fetch.layout}, ${fetch.askedAt}, ${fetch.askedBy})
    on conflict do nothing returning directory_fetch_id`.execute(connection);
  return rows.length === 1;
}

/** The last one; null where the registry was never asked. */
export async function findLastFetch(connection: Connection): Promise<RegistryFetch | null> {
  const { rows } = await sql<Omit<RegistryFetch, 'file'> & { uploadId: string | null; state: UploadState | null }>`
    select asking.directory_fetch_id as "fetchId", asking.address, asking.asked_at as "askedAt", person.name as "askedByName",
           asking.ended_at as "endedAt", asking.outcome, asking.problem, asking.organisation_count as "organisationCount",
           upload.import_upload_id as "uploadId", upload.state
    from directory_fetch as asking
    left join person on person.id = asking.asked_by
    left join import_upload as upload on upload.import_upload_id = asking.import_upload_id
    order by asking.asked_at desc, asking.directory_fetch_id desc limit 1`.execute(connection);
  const [row] = rows;
  if (row === undefined) {
    return null;
  }
  const { uploadId, state, ...fetch } = row;
  return { ...fetch, file: uploadId === null || state === null ? null : { uploadId, state } };
}

const openStates = uploadStates.filter((state) => !isOver(state));

/** The file of an earlier answer that nobody has decided on; null where there is none. */
export async function findUndecidedFile(connection: Connection): Promise<string | null> {
  const { rows } = await sql<{ uploadId: string }>`
    select upload.import_upload_id as "uploadId"
    from directory_fetch as asking join import_upload as upload on upload.import_upload_id = asking.import_upload_id
    where upload.state = any(${openStates}::text[])
    order by asking.asked_at limit 1`.execute(connection);
  return rows[0]?.uploadId ?? null;
}

/** The day of the newest answer of this address that is in the directory; null where there is none. */
export async function findDayTakenIn(connection: Connection, address: string): Promise<string | null> {
  const { rows } = await sql<{ day: string | null }>`
    select max(upload.dated_on)::text as day
    from directory_fetch as asking join import_upload as upload on upload.import_upload_id = asking.import_upload_id
    where asking.address = ${address} and upload.state = 'imported'`.execute(connection);
  return rows[0]?.day ?? null;
}

/** What tells the last answer to a search from others. */
export interface KnownAnswer extends Validators {
  readonly digest: string | null;
}

/** Of those that could be read: one that was refused is asked for and read again, as the registry or the reading may be mended. */
export async function findKnownAnswer(connection: Connection, search: string): Promise<KnownAnswer | null> {
  const { rows } = await sql<KnownAnswer>`
    select asking.etag, asking.last_modified as "lastModified", asking.digest
    from directory_fetch as asking where asking.search = ${search} and asking.outcome in ('fetched', 'unchanged', 'nothing')
      and not exists (
        select from directory_fetch as other join import_upload as upload on upload.import_upload_id = other.import_upload_id
        where other.search = asking.search and other.digest = asking.digest
          and upload.state = 'refused' and upload.reason = 'faulty')
    order by asking.asked_at desc, asking.directory_fetch_id desc limit 1`.execute(connection);
  return rows[0] ?? null;
}

export interface FetchEnding extends KnownAnswer {
  readonly fetchId: string;
  readonly endedAt: Date;
  readonly outcome: FetchOutcome;
  readonly problem: string;
  readonly search: string;
  readonly organisationCount: number | null;
  readonly uploadId: string | null;
}

/** False where it had come to its end before. */
export async function updateEndedFetch(connection: Connection, ending: FetchEnding): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update directory_fetch set ended_at = ${ending.endedAt}, outcome = ${ending.outcome}, problem = ${ending.problem},
      search = ${ending.search}, etag = ${ending.etag}, last_modified = ${ending.lastModified}, digest = ${ending.digest},
      organisation_count = ${ending.organisationCount}, import_upload_id = ${ending.uploadId}
    where directory_fetch.directory_fetch_id = ${ending.fetchId} and directory_fetch.ended_at is null`.execute(
    connection,
  );
  return numAffectedRows === 1n;
}

/** Notes what went wrong with one that is tried again. */
export async function updateProblem(connection: Connection, fetchId: string, problem: string): Promise<void> {
  await sql`
    update directory_fetch set problem = ${problem}
    where directory_fetch.directory_fetch_id = ${fetchId} and directory_fetch.ended_at is null`.execute(connection);
}

/** Whether it is still under way. */
export async function isUnderWay(connection: Connection, fetchId: string): Promise<boolean> {
  const { rows } = await sql`
    select from directory_fetch where directory_fetch_id = ${fetchId} and ended_at is null`.execute(connection);
  return rows.length === 1;
}

/** Ends one that nobody has been at for so long that its process must have been killed again and again. */
export async function updateForgottenFetches(connection: Connection, before: Date, endedAt: Date): Promise<void> {
  await sql`
    update directory_fetch set ended_at = ${endedAt}, outcome = 'failed', problem = 'the service ended several times meanwhile'
    where directory_fetch.ended_at is null and directory_fetch.asked_at < ${before}`.execute(connection);
}
