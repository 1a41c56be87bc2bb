import { sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { TrailEvent } from './happening.ts';
import type { Notice } from './notices-of.ts';

/** True for one process at a time, until its transaction ends: so nobody is told twice, nor in two letters at once. */
export async function lockTelling(transaction: Connection): Promise<boolean> {
  const { rows } = await sql<{ isOurs: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('telling people what happened')) as "isOurs"`.execute(transaction);
  return rows[0]?.isOurs ?? false;
}

export interface EventToTell extends TrailEvent {
  readonly sequence: number;
}

/** The event that has waited longest to be told of; null where none waits. */
export async function findEventToTell(transaction: Connection, now: Date): Promise<EventToTell | null> {
  const { rows } = await sql<EventToTell>`
    select waiting.chain, waiting.sequence, event.action, event.person_id as "personId",
           event.on_behalf_of as "onBehalfOf", event.at, event.detail
    from event_to_tell as waiting
    join audit_event as event on event.chain = waiting.chain and event.sequence = waiting.sequence
    where waiting.not_before <= ${now}
    order by waiting.not_before, event.at, waiting.chain, waiting.sequence limit 1`.execute(transaction);
  return rows[0] ?? null;
}

type EventKey = Pick<EventToTell, 'chain' | 'sequence'>;

export async function deleteEventToTell(transaction: Connection, { chain, sequence }: EventKey): Promise<void> {
  await transaction.deleteFrom('event_to_tell').where('chain', '=', chain).where('sequence', '=', sequence).execute();
}

/** Lets others go before an event that could not be told of. */
export async function updateEventToTell(connection: Connection, key: EventKey, notBefore: Date): Promise<void> {
  await connection
    .updateTable('event_to_tell')
    .set({ not_before: notBefore })
    .where('chain', '=', key.chain)
    .where('sequence', '=', key.sequence)
    .execute();
}

/** Forgets what has happened so far: nobody is told of it. */
export async function deleteEventsToTell(connection: Connection): Promise<void> {
  await connection.deleteFrom('event_to_tell').execute();
}

export interface TimedNotice extends Notice {
  readonly dueAt: Date;
}

/** Adds notices, but for those that their readers have had. */
export async function insertNotices(
  transaction: Connection,
  notices: readonly TimedNotice[],
  writtenAt: Date,
): Promise<void> {
  const column = <Value>(of: (notice: TimedNotice) => Value) => notices.map(of);
  await sql`
    insert into notice (person_id, kind, subject, body, written_at, due_at, once)
    select told.person_id, told.kind, told.subject, told.body, ${writtenAt}, told.due_at, told.once
    from unnest(${column(({ personId }) => personId)}::text[], ${column(({ kind }) => kind)}::text[],
                ${column(({ subject }) => subject)}::text[], ${column(({ body }) => body)}::text[],
                ${column(({ dueAt }) => dueAt)}::timestamptz[], ${column(({ once }) => once)}::text[])
      as told (person_id, kind, subject, body, due_at, once)
    on conflict (once) do nothing`.execute(transaction);
}

export interface DueNotice {
  readonly noticeId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * Forgets what is due to whoever holds no role any more: what it asks for is asked of others now, and its link would lead them to a page
 * that is refused. Each person is looked up by the index ("offset 0"): a join would be planned for the few rows that the table had when
 * it was last counted, and take seconds where thousands are written to at once.
 */
export async function deleteNoticesOfNobody(transaction: Connection, now: Date): Promise<void> {
  await sql`
    delete from notice
    where notice.letter_id is null and notice.due_at <= ${now}
      and not exists (select from role_grant_in_force as held where held.person_id = notice.person_id offset 0)`.execute(
    transaction,
  );
}

/** Everything that these many people are told now, each person's oldest notice first. */
export async function listDueNotices(transaction: Connection, now: Date, mostPeople: number): Promise<DueNotice[]> {
  const { rows } = await sql<DueNotice>`
    with readers as (
      select notice.person_id from notice where notice.letter_id is null and notice.due_at <= ${now}
      group by notice.person_id order by min(notice.due_at), notice.person_id limit ${mostPeople}
    )
    select notice.notice_id as "noticeId", notice.person_id as "personId", person.name, person.email, notice.subject,
           notice.body
    from readers
    join notice on notice.person_id = readers.person_id and notice.letter_id is null and notice.due_at <= ${now}
    join person on person.id = notice.person_id
    order by notice.person_id, notice.written_at, notice.notice_id`.execute(transaction);
  return rows;
}

/** Says in which letter each of these notices goes out. */
export async function updateNoticeLetters(
  transaction: Connection,
  placed: readonly { readonly noticeId: string; readonly letterId: string }[],
): Promise<void> {
  await sql`
    update notice set letter_id = placed.letter_id
    from unnest(${placed.map(({ noticeId }) => noticeId)}::uuid[], ${placed.map(({ letterId }) => letterId)}::uuid[])
      as placed (notice_id, letter_id)
    where notice.notice_id = placed.notice_id`.execute(transaction);
}
