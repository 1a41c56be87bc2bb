import { sql } from 'kysely';
import type { Connection, Database } from '../database/database.ts';
import { storedDetail } from './stored-detail.ts';
import type { TrailItem } from './verify-trail.ts';

/** Rows fetched at a time. */
const BATCH = 500;

interface EventRow {
  readonly chain: string;
  readonly sequence: number;
  readonly at: Date | number;
  readonly person_id: string | null;
  readonly on_behalf_of: string;
  readonly action: string;
  readonly detail: unknown;
  readonly previous_hash: string;
  readonly hash: string;
  readonly head_sequence: number | null;
  readonly head_hash: string | null;
}

/**
 * Reads the whole trail as it stands at one moment and hands it on as it is read. A cursor, because a page by key would pass over
 * a second event at the same place, should somebody have taken the key away; one snapshot, because a chain that grows meanwhile
 * would have a head ahead of its events.
 */
export function withTrail<Result>(
  database: Database,
  use: (items: AsyncIterable<TrailItem>) => Promise<Result>,
): Promise<Result> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((snapshot) => use(listTrailItems(snapshot)));
}

/** In a transaction, whose moment it is read at. */
export async function* listTrailItems(snapshot: Connection): AsyncGenerator<TrailItem> {
  await sql`
    declare trail no scroll cursor for
    select event.chain, event.sequence, event.at, event.person_id, event.on_behalf_of, event.action, event.detail,
      event.previous_hash, event.hash, head.sequence as head_sequence, head.hash as head_hash
    from audit_event as event left join audit_chain as head on head.chain = event.chain
    order by event.chain, event.sequence`.execute(snapshot);
  let last: EventRow | null = null;
  for await (const row of fetchAll<EventRow>(snapshot, 'trail')) {
    if (last !== null && last.chain !== row.chain) {
      yield headOf(last);
    }
    yield { kind: 'event', event: eventOf(row) };
    last = row;
  }
  if (last !== null) {
    yield headOf(last);
  }
  yield* readBareHeads(snapshot);
}

/** Chains of which nothing is left but the head. */
async function* readBareHeads(snapshot: Connection): AsyncGenerator<TrailItem> {
  await sql`
    declare bare_heads no scroll cursor for
    select head.chain, head.sequence, head.hash from audit_chain as head
    where not exists (select from audit_event as event where event.chain = head.chain)
    order by head.chain`.execute(snapshot);
  for await (const { chain, sequence, hash } of fetchAll<{ chain: string; sequence: number; hash: string }>(
    snapshot,
    'bare_heads',
  )) {
    yield { kind: 'head', chain, head: { sequence, hash } };
  }
}

async function* fetchAll<Row>(snapshot: Connection, cursor: string): AsyncGenerator<Row> {
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(BATCH)} from ${sql.ref(cursor)}`.execute(snapshot);
    yield* rows;
    if (rows.length < BATCH) {
      return;
    }
  }
}

function eventOf(row: EventRow) {
  return {
    chain: row.chain,
    action: row.action,
    personId: row.person_id,
    onBehalfOf: row.on_behalf_of,
    // PostgreSQL knows moments that no calendar has; nobody but a vandal writes them.
    at: row.at instanceof Date ? row.at : new Date(Number.NaN),
    detail: storedDetail.read(row.detail),
    sequence: row.sequence,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

function headOf({ chain, head_sequence: sequence, head_hash: hash }: EventRow): TrailItem {
  return { kind: 'head', chain, head: sequence === null || hash === null ? null : { sequence, hash } };
}

/** False in a database that no service has made its tables in. */
export async function hasTrail(connection: Connection): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select to_regclass('audit_event') is not null as has`.execute(
    connection,
  );
  return rows[0]?.has ?? false;
}
