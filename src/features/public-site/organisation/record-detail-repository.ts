import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';

/** What the page of one organisation tells beyond what lists do. */
export interface RecordDetail {
  /** Street, without town and postcode; empty where no source says. */
  readonly address: string;
  readonly phone: string;
  /** The record of the file it was read from, from 1; null where the source is no file. */
  readonly sourceRow: number | null;
  /** The days of the first and the last source that says so. */
  readonly seenFrom: string;
  readonly seenTo: string;
}

/** The detail of an organisation on a day; null when it was not there. */
export async function findRecordDetail(
  connection: Connection,
  organisationId: string,
  asAt: string,
): Promise<RecordDetail | null> {
  const { rows } = await sql<RecordDetail>`
    select record.address, record.phone, record.source_row as "sourceRow", record.seen_from::text as "seenFrom",
           record.seen_to::text as "seenTo"
    from organisation_record as record
    where record.organisation_id = ${organisationId} and record.valid @> ${asAt}::date`.execute(connection);
  return rows[0] ?? null;
}
