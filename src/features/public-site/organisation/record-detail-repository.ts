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
  /** The day, or month or year, of the newest source that names it at all, in whatever of its records or places. */
  readonly lastNamedOn: string;
}

/** The detail of an organisation on a day; null when it was not there. */
export async function findRecordDetail(
  connection: Connection,
  organisationId: string,
  asAt: string,
): Promise<RecordDetail | null> {
  const { rows } = await sql<RecordDetail>`
    select record.address, record.phone, record.source_row as "sourceRow", record.seen_from::text as "seenFrom",
           record.seen_to::text as "seenTo", (
             select max(named.on) from (
               select each.seen_to::text as on from organisation_record as each where each.organisation_id = record.organisation_id
               union all
               select source.dated_on from organisation_record as each join source on source.source_id = each.source_id
               where each.organisation_id = record.organisation_id
               union all
               select source.dated_on from organisation_area as place join source on source.source_id = place.source_id
               where place.organisation_id = record.organisation_id
             ) as named
           ) as "lastNamedOn"
    from organisation_record as record
    where record.organisation_id = ${organisationId} and record.valid @> ${asAt}::date`.execute(connection);
  return rows[0] ?? null;
}
