import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { EvidenceKey, FileContent, Scanned } from './evidence.ts';

/** A file of an organisation, by its digest. */
export interface FileKey {
  readonly organisationId: string;
  readonly digest: string;
}

/** How many bytes an organisation has added in a round, of what was not removed since. */
export async function countBytesAdded(
  connection: Connection,
  { organisationId, roundId }: { readonly organisationId: string; readonly roundId: string },
): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    select coalesce(sum(file.byte_count), 0)::integer as bytes
    from evidence_piece as piece
    join evidence_file as file on file.organisation_id = piece.organisation_id and file.digest = piece.digest
    where piece.organisation_id = ${organisationId} and piece.round_id = ${roundId} and piece.number = 0`.execute(
    connection,
  );
  return rows[0]?.bytes ?? 0;
}

/** That there is such a file; its bytes come piece by piece. */
export async function insertFile(
  transaction: Connection,
  { organisationId, digest, mediaType, byteCount }: FileKey & Pick<FileContent, 'mediaType' | 'byteCount'>,
): Promise<void> {
  await transaction
    .insertInto('evidence_file')
    .values({ organisation_id: organisationId, digest, media_type: mediaType, byte_count: byteCount })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function hasPieces(connection: Connection, { organisationId, digest }: FileKey): Promise<boolean> {
  const found = await connection
    .selectFrom('evidence_piece')
    .select('number')
    .where('organisation_id', '=', organisationId)
    .where('digest', '=', digest)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertPiece(
  transaction: Connection,
  { organisationId, digest }: FileKey,
  { number, roundId, bytes }: { readonly number: number; readonly roundId: string; readonly bytes: Buffer },
): Promise<void> {
  await transaction
    .insertInto('evidence_piece')
    .values({ organisation_id: organisationId, digest, number, round_id: roundId, bytes })
    .execute();
}

/** One piece of a file; null past its end, and where its bytes were removed. */
export async function findPiece(
  connection: Connection,
  { organisationId, digest }: FileKey,
  number: number,
): Promise<Buffer | null> {
  const found = await connection
    .selectFrom('evidence_piece')
    .select('bytes')
    .where('organisation_id', '=', organisationId)
    .where('digest', '=', digest)
    .where('number', '=', number)
    .executeTakeFirst();
  return found?.bytes ?? null;
}

/** Removes the bytes of every version of something, but for those that something else of the organisation still needs. */
export async function deletePieces(
  transaction: Connection,
  { organisationId, evidenceId }: EvidenceKey,
): Promise<string[]> {
  const { rows } = await sql<{ digest: string }>`
    with gone as (
      delete from evidence_piece as piece
      where piece.organisation_id = ${organisationId}
        and piece.digest in (
          select version.digest from evidence_version as version
          where version.organisation_id = ${organisationId} and version.evidence_id = ${evidenceId}::uuid)
        and not exists (
          select from evidence_version as other
          where other.organisation_id = piece.organisation_id and other.digest = piece.digest
            and other.evidence_id <> ${evidenceId}::uuid
            and not exists (
              select from evidence_removal as removal
              where removal.organisation_id = other.organisation_id and removal.evidence_id = other.evidence_id))
      returning piece.digest
    )
    select distinct gone.digest from gone order by gone.digest`.execute(transaction);
  return rows.map(({ digest }) => digest);
}

export async function insertScan(
  transaction: Connection,
  { organisationId, digest }: FileKey,
  { outcome, detail }: Scanned,
  at: Date,
): Promise<void> {
  await sql`
    insert into evidence_scan (organisation_id, digest, number, outcome, detail, scanned_at)
    select ${organisationId}, ${digest}, coalesce(max(scan.number), 0) + 1, ${outcome}, ${detail}, ${at}
    from evidence_scan as scan
    where scan.organisation_id = ${organisationId} and scan.digest = ${digest}`.execute(transaction);
}
