import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { cutWindow, type ListEdge, type ListWindow, type PageKey } from '../../../platform/page.ts';
import { type AreaRef, listWithDetails, type Organisation, sourceJson } from '../../directory/index.ts';
import type { OrganisationsListing } from './organisation-list.ts';
import { conditionsOf, type Range, rangesOf } from './sql-fragments.ts';

/** An organisation as it stands in the list. One that has closed is shown as it was last, and in no place. */
export interface OrganisationLine extends Organisation {
  readonly footprints: readonly AreaRef[];
  /** Its place in the order of the list: the number of its range, then its keys there. */
  readonly key: PageKey;
}

type BareLine = Omit<OrganisationLine, 'registeredPatients' | 'stps' | 'regions' | 'footprints'>;

/** Some rows of the list, found by key, so that they cost the same at its start and at its end. No edge: from the start. */
export async function listOrganisationLines(
  connection: Connection,
  listing: OrganisationsListing,
  edge: ListEdge | null,
  limit: number,
): Promise<ListWindow<OrganisationLine>> {
  const { rows, ...around } = cutWindow(await readLines(connection, listing, edge, limit + 1), edge, limit);
  return { rows: await listWithDetails(connection, rows, listing.asAt), ...around };
}

async function readLines(
  connection: Connection,
  listing: OrganisationsListing,
  edge: ListEdge | null,
  limit: number,
): Promise<BareLine[]> {
  const isBackwards = edge?.side === 'before';
  const ranges = rangesOf(listing).map((range, number) => ({ range, number }));
  const [first = '0', ...key] = edge?.key ?? [];
  const found: BareLine[] = [];
  for (const { range, number } of isBackwards ? ranges.toReversed() : ranges) {
    const isPast = isBackwards ? number > Number(first) : number < Number(first);
    if (!isPast && found.length < limit) {
      const own = edge !== null && number === Number(first) ? key : null;
      const part = { number, range, isBackwards, edge: own, limit: limit - found.length };
      found.push(...(await readRange(connection, listing, part)));
    }
  }
  return found;
}

interface PartOfRange {
  readonly number: number;
  readonly range: Range;
  readonly isBackwards: boolean;
  /** Only rows beyond these keys; null for all. */
  readonly edge: PageKey | null;
  /** `Infinity` for all. */
  readonly limit: number;
}

async function readRange(
  connection: Connection,
  listing: OrganisationsListing,
  { number, range, isBackwards, edge, limit }: PartOfRange,
): Promise<BareLine[]> {
  const { keys, condition } = range;
  const isDown = range.isDescending !== isBackwards;
  const isBeyond = edge === null ? sql`true` : sql`(${sql.join(keys)}) ${isDown ? sql`<` : sql`>`} (${sql.join(edge)})`;
  const order = sql.join(keys.map((key) => (isDown ? sql`${key} desc` : key)));
  // Sources are joined to the rows that are shown alone, not to all that are sorted.
  const { rows } = await sql<BareLine>`
    with line as materialized (
      select organisation.*, array[${String(number)}, ${sql.join(keys)}]::text[] as key, row_number() over (order by ${order}) as place
      from ${range.from}
      where ${conditionsOf(listing)} and ${condition} and ${isBeyond} order by ${order} limit ${Number.isFinite(limit) ? limit : null}
    )
    select line.organisation_id as "organisationId", line.code, line.name, line.type_id as "typeId",
      line.type_standing as "typeStanding", line.status, line.town, line.postcode, line.standing, line.note,
      lower(line.valid)::text as "validFrom", upper(line.valid)::text as "validTo", ${sourceJson} as source, line.key
    from line join source on source.source_id = line.source_id order by line.place`.execute(connection);
  return rows;
}

/** The place of an organisation in the order of a list; null where the list does not hold it. */
export async function findListKey(
  connection: Connection,
  listing: OrganisationsListing,
  code: string,
): Promise<PageKey | null> {
  for (const [number, { keys, from, condition }] of rangesOf(listing).entries()) {
    const { rows } = await sql<{ key: string[] }>`
      select array[${String(number)}, ${sql.join(keys)}]::text[] as key from ${from}
      where organisation.code = ${code} and ${conditionsOf(listing)} and ${condition}`.execute(connection);
    const [found] = rows;
    if (found !== undefined) {
      return found.key;
    }
  }
  return null;
}

export async function countOrganisationLines(connection: Connection, listing: OrganisationsListing): Promise<number> {
  let count = 0;
  for (const { from, condition } of rangesOf(listing)) {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${from} where ${conditionsOf(listing)} and ${condition}`.execute(connection);
    count += rows[0]?.count ?? 0;
  }
  return count;
}

/** A number that grows with every change of who is where: while it stays, so do all counts. */
export async function countDirectoryChanges(connection: Connection): Promise<number> {
  const { rows } = await sql<{ revision: number }>`select count(*) as revision from directory_change`.execute(
    connection,
  );
  return rows[0]?.revision ?? 0;
}
