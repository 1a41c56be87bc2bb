import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { Thread, ThreadScope, ThreadStep, ThreadSubject } from './thread.ts';

/** What threads of one place are about: all of a kind in a round, of one part or thing alone where that is named. */
export interface ThreadsAbout extends Pick<ThreadSubject, 'kind' | 'roundId'> {
  /** Null for every part. */
  readonly parts: readonly string[] | null;
  readonly key?: string;
  /** Of queries, the document. */
  readonly digest?: string;
}

interface StepRow extends Omit<ThreadStep, 'by'> {
  readonly scopeId: string;
  readonly threadId: string;
  readonly subjectKind: ThreadSubject['kind'];
  readonly roundId: string;
  readonly part: string;
  readonly key: string;
  readonly digest: string | null;
  readonly takenBy: string;
  readonly takerName: string;
}

/** A thread with the place whose it is. */
export type PlacedThread = Thread & Pick<ThreadScope, 'scopeId'>;

const isAbout = ({ kind, roundId, parts, key, digest }: ThreadsAbout) => sql`
  thread.subject_kind = ${kind} and thread.round_id = ${roundId}
  and (${parts}::text[] is null or thread.subject_part = any(${parts}::text[]))
  and (${key ?? null}::text is null or thread.subject_key = ${key ?? null}::text)
  and (${digest ?? null}::text is null or thread.subject_digest = ${digest ?? null}::text)`;

/** Whether what a thread is about still counts: nobody is waited for about a return that was opened again. */
const counts = sql`
  not exists (select from assessment_reopening as reopening
    where reopening.organisation_id = thread.scope_id and reopening.digest = thread.subject_digest)`;

/** Whether the last step in a thread leaves it open, and what it is about still counts. */
const isOpen = sql`
  (select last.state from thread_step as last
   where last.scope_id = thread.scope_id and last.thread_id = thread.thread_id
   order by last.number desc limit 1) = 'open'
  and ${counts}`;

const isOf = ({ scopeKind, scopeId }: ThreadScope) => sql`
  thread.scope_kind = ${scopeKind} and thread.scope_id = ${scopeId}`;

/** Every thread of a place about something, the oldest first. */
export function listThreads(connection: Connection, scope: ThreadScope, about: ThreadsAbout): Promise<PlacedThread[]> {
  return listWhere(connection, sql`${isOf(scope)} and ${isAbout(about)}`);
}

/** The open threads of some organisations that may wait for somebody there: private notes in which anybody is mentioned, and queries. */
export function listThreadsToAnswer(
  connection: Connection,
  organisationIds: readonly string[],
): Promise<PlacedThread[]> {
  return listWhere(
    connection,
    sql`
      thread.scope_kind = 'organisation' and thread.scope_id = any(${organisationIds}::text[])
      and (thread.subject_kind = 'query' or exists (select from thread_mention as mention
        where mention.scope_id = thread.scope_id and mention.thread_id = thread.thread_id))
      and ${isOpen}`,
  );
}

/** Every open query, to whomever. */
export function listOpenQueries(connection: Connection): Promise<PlacedThread[]> {
  return listWhere(connection, sql`thread.subject_kind = 'query' and ${isOpen}`);
}

/** Null where the place has no such thread. */
export async function findThread(
  connection: Connection,
  scope: ThreadScope,
  threadId: string,
): Promise<PlacedThread | null> {
  const [thread] = await listWhere(connection, sql`${isOf(scope)} and thread.thread_id = ${threadId}::uuid`);
  return thread ?? null;
}

async function listWhere(connection: Connection, wanted: RawBuilder<unknown>): Promise<PlacedThread[]> {
  const { rows } = await sql<StepRow>`
    select thread.scope_id as "scopeId", thread.thread_id as "threadId", thread.subject_kind as "subjectKind",
           thread.round_id as "roundId", thread.subject_part as part, thread.subject_key as key,
           thread.subject_digest as digest, step.number, step.kind, step.state, step.side, step.body as text,
           step.taken_by as "takenBy",
           taker.name as "takerName", step.taken_at as "at",
           coalesce((
             select jsonb_agg(jsonb_build_object('personId', person.id, 'name', person.name) order by person.name, person.id)
             from thread_mention as mention join person on person.id = mention.person_id
             where mention.scope_id = step.scope_id and mention.thread_id = step.thread_id
               and mention.number = step.number), '[]'::jsonb) as mentioned
    from thread
    join thread_step as step on step.scope_id = thread.scope_id and step.thread_id = thread.thread_id
    join person as taker on taker.id = step.taken_by
    where ${wanted}
    order by step.number, step.taken_at, step.thread_id`.execute(connection);
  return [...Map.groupBy(rows, ({ threadId }) => threadId).values()].flatMap(threadOf);
}

function threadOf(rows: readonly StepRow[]): PlacedThread[] {
  const [first, ...more] = rows;
  if (first === undefined) {
    return [];
  }
  const { scopeId, threadId } = first;
  return [{ scopeId, threadId, subject: subjectOf(first), steps: [stepOf(first), ...more.map(stepOf)] }];
}

function subjectOf({ subjectKind: kind, roundId, part, key, digest }: StepRow): ThreadSubject {
  const named = { roundId, part, key };
  return kind === 'query' ? { kind, ...named, digest: digest ?? '' } : { kind, ...named };
}

function stepOf({ number, kind, state, side, text, takenBy, takerName, at, mentioned }: StepRow): ThreadStep {
  return { number, kind, state, side, text, by: { personId: takenBy, personName: takerName }, at, mentioned };
}

/** How many threads there are about each thing that still counts, by its key, and how many of them are open; one query however many there are. */
export async function countThreads(
  connection: Connection,
  scope: ThreadScope,
  about: ThreadsAbout,
): Promise<ReadonlyMap<string, { readonly total: number; readonly open: number }>> {
  const { rows } = await sql<{ key: string; total: number; open: number }>`
    select thread.subject_key as key, count(*)::integer as total,
           count(*) filter (where last.state = 'open')::integer as open
    from thread
    join lateral (select step.state from thread_step as step
      where step.scope_id = thread.scope_id and step.thread_id = thread.thread_id
      order by step.number desc limit 1) as last on true
    where ${isOf(scope)} and ${isAbout(about)} and ${counts}
    group by thread.subject_key`.execute(connection);
  return new Map(rows.map(({ key, total, open }) => [key, { total, open }]));
}

/** Nobody else adds to a thread until the transaction ends. */
export async function lockThread(transaction: Connection, threadId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`thread ${threadId}`}))`.execute(transaction);
}

/** The number of the step that was added with the very same form, words and all, before; null where there is none. */
export async function findSending(
  connection: Connection,
  { scopeId }: ThreadScope,
  { threadId, sendingId }: { readonly threadId: string; readonly sendingId: string },
): Promise<number | null> {
  const found = await connection
    .selectFrom('thread_step')
    .select('number')
    .where('scope_id', '=', scopeId)
    .where('thread_id', '=', threadId)
    .where('sending_id', '=', sendingId)
    .executeTakeFirst();
  return found?.number ?? null;
}

export async function insertThread(
  transaction: Connection,
  { scopeKind, scopeId }: ThreadScope,
  { threadId, subject }: Pick<Thread, 'threadId' | 'subject'>,
): Promise<void> {
  await transaction
    .insertInto('thread')
    .values({
      scope_kind: scopeKind,
      scope_id: scopeId,
      thread_id: threadId,
      round_id: subject.roundId,
      subject_kind: subject.kind,
      subject_part: subject.part,
      subject_key: subject.key,
      subject_digest: subject.kind === 'query' ? subject.digest : null,
    })
    .execute();
}

export interface NewThreadStep extends Pick<ThreadStep, 'number' | 'kind' | 'state' | 'side' | 'text'> {
  readonly threadId: string;
  readonly sendingId: string;
  /** Ids of those whom it is addressed to. */
  readonly mentioned: readonly string[];
}

export async function insertThreadStep(
  transaction: Connection,
  { scopeId }: ThreadScope,
  step: NewThreadStep,
  by: { readonly personId: string; readonly at: Date },
): Promise<void> {
  const { threadId, number } = step;
  await transaction
    .insertInto('thread_step')
    .values({
      scope_id: scopeId,
      thread_id: threadId,
      number,
      sending_id: step.sendingId,
      kind: step.kind,
      state: step.state,
      side: step.side,
      body: step.text,
      taken_by: by.personId,
      taken_at: by.at,
    })
    .execute();
  if (step.mentioned.length > 0) {
    await transaction
      .insertInto('thread_mention')
      .values(
        step.mentioned.map((personId) => ({ scope_id: scopeId, thread_id: threadId, number, person_id: personId })),
      )
      .execute();
  }
}
