import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { readPage } from '../../../platform/database/statements/read-page.ts';
import type { Page, Slice } from '../../../platform/page.ts';
import { type SourceRef, sourceJson } from '../../directory/index.ts';
import type { Standing } from '../../programme/index.ts';
import type { SuccessionSubject } from '../../register/index.ts';
import { areaParty, organisationParty } from '../sql-fragments.ts';
import type { LineageLink, LineageParty, PastEventKind } from '../timeline/past.ts';

/* Successions that hold: an event that was taken back is no more told than the one that took it back. */

function partyOf(subject: SuccessionSubject, column: string, day: RawBuilder<unknown>): RawBuilder<unknown> {
  return subject === 'organisation' ? organisationParty(sql.ref(column), day) : areaParty(sql.ref(column), day);
}

function linkColumns(subject: SuccessionSubject): RawBuilder<unknown> {
  return sql`link.succession_event_id as "eventId", link.kind, link.effective_on::text as "effectiveOn", link.reason,
    link.source_id as "sourceId", link.standing, ${partyOf(subject, 'link.predecessor_id', sql`link.effective_on - 1`)} as predecessor,
    case when link.successor_id is null then null else ${partyOf(subject, 'link.successor_id', sql`link.effective_on`)} end as successor`;
}

/** Both the day before it came to its end and that day, as a file that was taken against the record may say. */
const predecessorStays = sql`(
  select count(distinct day) = 2 from organisation_record as record, unnest(array[link.effective_on - 1, link.effective_on]) as day
  where record.code = link.predecessor_id and record.valid @> day)`;

/**
 * The links of one organisation (by code) or area (by id): those it came from, and those it led to, followed onwards day by
 * day to where they end.
 */
export async function listLineageLinks(
  connection: Connection,
  subject: SuccessionSubject,
  id: string,
): Promise<LineageLink[]> {
  const result = await sql<LineageLink>`
    with recursive reached (id, since) as (
      values (${id}::text, date '0001-01-01')
      union
      select link.successor_id, link.effective_on from succession_in_force as link
      join reached on reached.id = link.predecessor_id and link.effective_on >= reached.since
      where link.subject = ${subject} and link.successor_id is not null
    )
    select ${linkColumns(subject)}${subject === 'organisation' ? sql`, ${predecessorStays} as "predecessorStays"` : sql``}
    from succession_in_force as link
    where link.subject = ${subject}
      and (link.successor_id = ${id} or link.predecessor_id in (select reached.id from reached))
    order by link.effective_on, link.predecessor_id, link.successor_id`.execute(connection);
  return result.rows;
}

/** The links on either side of these organisations (by code) or areas (by id). */
export async function listLinksOf(
  connection: Connection,
  subject: SuccessionSubject,
  ids: readonly string[],
): Promise<LineageLink[]> {
  const result = await sql<LineageLink>`
    select ${linkColumns(subject)} from succession_in_force as link
    where link.subject = ${subject} and (link.predecessor_id = any(${ids}::text[]) or link.successor_id = any(${ids}::text[]))
    order by link.effective_on, link.predecessor_id, link.successor_id`.execute(connection);
  return result.rows;
}

export interface SuccessionListing {
  readonly subject: SuccessionSubject | null;
  /** Code of an organisation, or code or slug of an area, on either side. */
  readonly code: string | null;
  /** First and last day of effect; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
}

/** An event with everything on both of its sides. */
export interface ListedSuccession {
  readonly eventId: string;
  readonly subject: SuccessionSubject;
  readonly kind: PastEventKind;
  /** The first day of what came after. */
  readonly effectiveOn: string;
  readonly reason: string;
  readonly predecessors: readonly LineageParty[];
  /** Empty when nothing came after. */
  readonly successors: readonly LineageParty[];
  readonly source: SourceRef;
  readonly standing: Standing;
}

/** Successions by day. */
export function listSuccessionPage(
  connection: Connection,
  { subject, code, from, to }: SuccessionListing,
  slice: Slice,
): Promise<Page<ListedSuccession>> {
  const query = {
    columns: sql`event.succession_event_id::text as "eventId", event.subject, event.kind,
      event.effective_on::text as "effectiveOn", event.reason, event.standing, ${sourceJson} as source,
      ${sideOf('predecessor_id')} as predecessors, ${sideOf('successor_id')} as successors`,
    from: sql`succession_event as event join source on source.source_id = event.source_id`,
    where: sql`event.kind <> 'undo'
      and not exists (select from succession_event as undo where undo.undoes = event.succession_event_id)
      and (${subject}::text is null or event.subject = ${subject})
      and (${from}::date is null or event.effective_on >= ${from}::date)
      and (${to}::date is null or event.effective_on <= ${to}::date)
      and (${code}::text is null or exists (
        select from succession_link as link where link.succession_event_id = event.succession_event_id
          and ${isNamed(code)}))`,
    order: [sql`event.effective_on::text`, sql`event.succession_event_id::text`],
    keyOf: (row: ListedSuccession) => [row.effectiveOn, row.eventId],
  };
  return readPage(connection, query, slice);
}

function sideOf(column: 'predecessor_id' | 'successor_id'): RawBuilder<unknown> {
  const id = sql.ref(`side.${column}`);
  const day = column === 'predecessor_id' ? sql`event.effective_on - 1` : sql`event.effective_on`;
  return sql`(
    select coalesce(jsonb_agg(case when event.subject = 'area' then ${areaParty(id, day)} else ${organisationParty(id, day)} end
      order by ${id}), '[]'::jsonb)
    from (select distinct ${sql.ref(column)} from succession_link as link
          where link.succession_event_id = event.succession_event_id and ${sql.ref(column)} is not null) as side)`;
}

/** Areas stand in links by their id, and are asked for by code or by name in addresses. */
function isNamed(code: string | null): RawBuilder<unknown> {
  const wanted = sql`(select ${code}::text union select record.area_id from area_record as record
    where record.code = ${code} or record.slug = ${code})`;
  return sql`(link.predecessor_id in ${wanted} or link.successor_id in ${wanted})`;
}

/** Whether a code is that of any organisation or area, in the directory or in a succession. */
export async function isKnownCode(connection: Connection, code: string): Promise<boolean> {
  const result = await sql<{ found: boolean }>`
    select exists (select from organisation where organisation.code = ${code})
      or exists (select from area_record as record where record.code = ${code} or record.slug = ${code})
      or exists (select from succession_link as link where ${code} in (link.predecessor_id, link.successor_id)) as found`.execute(
    connection,
  );
  return result.rows[0]?.found ?? false;
}
