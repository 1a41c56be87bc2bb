import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { recordset } from '../../../platform/database/statements/recordset.ts';
import type { Standing } from '../../programme/index.ts';
import type { RegisterTransaction } from '../hand-on-records.ts';
import { contradictionsIn } from './contradictions-in.ts';
import { groupIntoEvents } from './group-into-events.ts';
import type { Closing, SuccessionKind, SuccessionLink, SuccessionPair, SuccessionSubject } from './succession.ts';

/** The events that hold by which organisations with these codes came to their end, by day. */
export async function listClosings(connection: Connection, codes: readonly string[]): Promise<Closing[]> {
  const result = await sql<Closing>`
    select link.predecessor_id as code, link.effective_on::text as "on",
           coalesce(array_agg(link.successor_id order by link.successor_id) filter (where link.successor_id is not null), '{}') as successors,
           min(link.source_id) as "sourceId"
    from succession_in_force as link
    where link.subject = 'organisation' and link.kind in ('merge', 'split', 'transfer', 'closure')
      and link.predecessor_id = any(${codes}::text[])
    group by link.predecessor_id, link.effective_on
    having bool_and(link.successor_id is distinct from link.predecessor_id)
    order by link.effective_on`.execute(connection);
  return result.rows;
}

/** What a file states of successions, next to what is on record. */
export interface SuccessionsTaken {
  readonly added: readonly SuccessionPair[];
  /** What contradicts the record, and was left out until somebody decides. */
  readonly contradicted: readonly { readonly pair: SuccessionPair; readonly known: Closing }[];
}

export interface SuccessionSource {
  readonly sourceId: string;
  readonly standing: Standing;
  readonly recordedAt: Date;
}

/**
 * Records the successions of organisations that a file states, and gives back those that were not on record before. A pair
 * that is known stays as it was first recorded, even where it was taken back since: a file read again says nothing new. Nor is one
 * recorded that says of an organisation's end something else than the record does.
 *
 * Pairs of one day that belong together become one event, so all pairs of a file are best given in one call.
 */
export async function insertSuccessions(
  connection: RegisterTransaction,
  pairs: readonly SuccessionPair[],
  source: SuccessionSource,
): Promise<SuccessionsTaken> {
  const known = await listKnownPairs(connection, [...new Set(pairs.map(({ effectiveOn }) => effectiveOn))]);
  const knownKeys = new Set(known.map(keyOf));
  const fresh = [...new Map(pairs.map((pair) => [keyOf(pair), pair])).values()].filter(
    (pair) => !knownKeys.has(keyOf(pair)),
  );
  const closings = await listClosings(connection, [...new Set(fresh.map(({ predecessorCode }) => predecessorCode))]);
  const contradicted = contradictionsIn(fresh, pairs, closings);
  const isLeftOut = new Set(contradicted.map(({ pair }) => pair));
  const added = fresh.filter((pair) => !isLeftOut.has(pair));
  const isAdded = new Set<SuccessionPair>(added);
  // What is on record of the same day says what sort of event a new pair is part of.
  const events = groupIntoEvents([...added, ...known]).flatMap(({ kind, effectiveOn, pairs: ofEvent }) => {
    const own = ofEvent.filter((pair) => isAdded.has(pair));
    return own.length === 0 ? [] : [{ kind, effectiveOn, fresh: own }];
  });
  await insertEvents(connection, events, source);
  return { added, contradicted };
}

function keyOf({ predecessorCode, successorCode, effectiveOn }: SuccessionPair): string {
  return `${predecessorCode} ${successorCode} ${effectiveOn}`;
}

async function listKnownPairs(connection: Connection, days: readonly string[]): Promise<SuccessionPair[]> {
  const result = await sql<SuccessionPair>`
    select link.predecessor_id as "predecessorCode", link.successor_id as "successorCode",
           event.effective_on::text as "effectiveOn", null as row
    from succession_event as event join succession_link as link on link.succession_event_id = event.succession_event_id
    where event.subject = 'organisation' and event.kind <> 'undo' and link.successor_id is not null
      and event.effective_on = any(${days}::date[])`.execute(connection);
  return result.rows;
}

interface FreshEvent {
  readonly kind: SuccessionKind;
  readonly effectiveOn: string;
  readonly fresh: readonly SuccessionPair[];
}

async function insertEvents(
  connection: RegisterTransaction,
  events: readonly FreshEvent[],
  { sourceId, standing, recordedAt }: SuccessionSource,
): Promise<void> {
  const eventRows = events.map(({ kind, effectiveOn, fresh }, place) => ({
    place,
    kind,
    effective_on: effectiveOn,
    source_row: fresh[0]?.row ?? null,
  }));
  const linkRows = events.flatMap(({ fresh }, place) =>
    fresh.map(({ predecessorCode, successorCode }) => ({
      place,
      predecessor_id: predecessorCode,
      successor_id: successorCode,
    })),
  );
  await sql`
    with numbered as materialized (
      select uuidv7() as succession_event_id, event.* from ${recordset(eventRows, 'place integer, kind text, effective_on date, source_row integer', 'event')}
    ), recorded as (
      insert into succession_event (succession_event_id, subject, kind, effective_on, source_id, source_row, standing, recorded_at)
      select numbered.succession_event_id, 'organisation', numbered.kind, numbered.effective_on, ${sourceId}, numbered.source_row,
             ${standing}, ${recordedAt}
      from numbered
    )
    insert into succession_link (succession_event_id, predecessor_id, successor_id)
    select numbered.succession_event_id, link.predecessor_id, link.successor_id
    from ${recordset(linkRows, 'place integer, predecessor_id text, successor_id text', 'link')}
    join numbered on numbered.place = link.place`.execute(connection);
}

export interface NewSuccession {
  readonly eventId: string;
  readonly subject: SuccessionSubject;
  readonly kind: SuccessionKind;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly sourceId: string;
  readonly standing: Standing;
  readonly recordedAt: Date;
  /** The event it takes back; null for every other kind. */
  readonly undoes: string | null;
  readonly links: readonly Omit<SuccessionLink, 'effectiveOn'>[];
}

/** Records one event with its links. Nothing of it is ever changed; what takes it back is a further event. */
export async function insertSuccession(transaction: RegisterTransaction, event: NewSuccession): Promise<void> {
  await transaction
    .insertInto('succession_event')
    .values({
      succession_event_id: event.eventId,
      subject: event.subject,
      kind: event.kind,
      effective_on: event.effectiveOn,
      reason: event.reason,
      source_id: event.sourceId,
      standing: event.standing,
      recorded_at: event.recordedAt,
      undoes: event.undoes,
    })
    .execute();
  const links = event.links.map(({ predecessorId, successorId }) => ({
    succession_event_id: event.eventId,
    predecessor_id: predecessorId,
    successor_id: successorId,
  }));
  if (links.length > 0) {
    await transaction.insertInto('succession_link').values(links).execute();
  }
}

/** An end of an event, as it was called on the day of the event or nearest to it; the name is null where it is in no directory. */
export interface SuccessionParty {
  readonly id: string;
  readonly name: string | null;
}

export interface SuccessionRecord {
  readonly eventId: string;
  readonly kind: SuccessionKind;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly predecessors: readonly SuccessionParty[];
  readonly successors: readonly SuccessionParty[];
  readonly standing: Standing;
  readonly sourceId: string;
  /** The event it takes back; null for every other kind. */
  readonly undoes: string | null;
  /** Taken back by another event since. */
  readonly isUndone: boolean;
}

/** Every event that names one of these (codes of organisations, ids of areas), the oldest first, whether it holds or not. */
export async function listSuccessionsOf(
  connection: Connection,
  subject: SuccessionSubject,
  ids: readonly string[],
): Promise<SuccessionRecord[]> {
  const party = (end: 'predecessor_id' | 'successor_id') => {
    const id = sql.ref(`link.${end}`);
    const day = end === 'successor_id' ? sql`event.effective_on` : sql`event.effective_on - 1`;
    const name =
      subject === 'area'
        ? sql`(select area.name from area_on(${id}, ${day}) as area)`
        : sql`(select bearer.name from organisation_record as bearer where bearer.code = ${id}
              order by bearer.valid @> ${day} desc, lower(bearer.valid) desc nulls last limit 1)`;
    return sql`coalesce((
      select jsonb_agg(distinct jsonb_build_object('id', ${id}, 'name', ${name})) from succession_link as link
      where link.succession_event_id = event.succession_event_id and ${id} is not null), '[]'::jsonb)`;
  };
  const result = await sql<SuccessionRecord>`
    select event.succession_event_id as "eventId", event.kind, event.effective_on::text as "effectiveOn", event.reason,
           ${party('predecessor_id')} as predecessors, ${party('successor_id')} as successors, event.standing,
           event.source_id as "sourceId", event.undoes,
           exists (select from succession_event as undo where undo.undoes = event.succession_event_id) as "isUndone"
    from succession_event as event
    where event.subject = ${subject} and exists (
      select from succession_link as link where link.succession_event_id = event.succession_event_id
        and (link.predecessor_id = any(${ids}::text[]) or link.successor_id = any(${ids}::text[])))
    order by event.effective_on, event.recorded_at, event.succession_event_id`.execute(connection);
  return result.rows;
}
