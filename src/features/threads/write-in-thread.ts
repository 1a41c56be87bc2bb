import type { Connection, Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import { listHolders } from '../people/index.ts';
import type { ThreadOutcome } from './open-thread.ts';
import type { ThreadForm } from './parse-thread-form.ts';
import {
  changedSince,
  decideThread,
  readingOf,
  standingStep,
  type Thread,
  type ThreadAction,
  type ThreadScope,
  type ThreadSubject,
} from './thread.ts';
import { auditThread } from './thread-audit.ts';
import { findSending, findThread, insertThreadStep, lockThread, type NewThreadStep } from './thread-repository.ts';

export interface WriteInThread extends ThreadForm {
  readonly scope: ThreadScope;
  readonly threadId: string;
  /** What the page is about: a thread about something else is not found. */
  readonly about: Pick<ThreadSubject, 'kind' | 'roundId' | 'key'>;
  readonly action: ThreadAction;
  readonly lastRead: number;
}

export type WriteOutcome =
  | ThreadOutcome
  | { readonly kind: 'gone' }
  /** The same was sent before, and the thread stands otherwise since; says how. */
  | { readonly kind: 'changed-since'; readonly reason: string }
  /** The thread stands otherwise by now; says how. */
  | { readonly kind: 'refused'; readonly reason: string };

/** Adds to a thread, resolves it or opens it again; once only for what is sent twice. */
export function writeInThread(
  database: Database,
  { scope, threadId, about, action, lastRead, text, mentioned, sendingId }: WriteInThread,
  by: ActingPerson,
): Promise<WriteOutcome> {
  return database.transaction().execute(async (transaction): Promise<WriteOutcome> => {
    await lockThread(transaction, threadId);
    const thread = await findThread(transaction, scope, threadId);
    if (thread === null || !isAbout(thread.subject, about)) {
      return { kind: 'gone' };
    }
    const sent = await findSending(transaction, scope, { threadId, sendingId });
    if (sent !== null) {
      const reason = changedSince(thread, sent);
      return reason === null ? { kind: 'added' } : { kind: 'changed-since', reason };
    }
    const decision = decideThread(thread, action, { lastRead });
    if (decision.kind === 'refused') {
      return decision;
    }
    const readers = await listHolders(transaction, readingOf[thread.subject.kind], scope);
    if (!mentioned.every((id) => readers.has(id))) {
      return { kind: 'no-role' };
    }
    const step = { kind: action, state: decision.state, side: 'place', text, mentioned, sendingId } as const;
    await addToThread(transaction, scope, thread, step, by);
    return { kind: 'added' };
  });
}

/** Adds a step within somebody else's transaction, which has looked at everything. */
export async function addToThread(
  transaction: Connection,
  scope: ThreadScope,
  thread: Thread,
  added: Omit<NewThreadStep, 'threadId' | 'number'>,
  by: ActingPerson,
): Promise<void> {
  const step = { ...added, threadId: thread.threadId, number: standingStep(thread).number + 1 };
  await insertThreadStep(transaction, scope, step, by);
  await auditThread(transaction, scope, thread.subject, step, by);
}

function isAbout(subject: ThreadSubject, { kind, roundId, key }: WriteInThread['about']): boolean {
  return subject.kind === kind && subject.roundId === roundId && subject.key === key;
}
