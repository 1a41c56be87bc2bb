import type { Connection, Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import { listHolders } from '../people/index.ts';
import type { ThreadForm } from './parse-thread-form.ts';
import { readingOf, type ThreadScope, type ThreadStep, type ThreadSubject } from './thread.ts';
import { auditThread } from './thread-audit.ts';
import { findThread, insertThread, insertThreadStep, lockThread } from './thread-repository.ts';

export interface OpenThread extends ThreadForm {
  readonly scope: ThreadScope;
  readonly subject: ThreadSubject;
}

export type ThreadOutcome =
  | { readonly kind: 'added' }
  /** Somebody whom it is addressed to holds no role there any more. */
  | { readonly kind: 'no-role' };

/** Begins a thread; once only for what is sent twice. Everybody whom it is addressed to must be able to read it. */
export function openThread(
  database: Database,
  { scope, subject, text, mentioned, sendingId: threadId }: OpenThread,
  by: ActingPerson,
): Promise<ThreadOutcome> {
  return database.transaction().execute(async (transaction): Promise<ThreadOutcome> => {
    await lockThread(transaction, threadId);
    if ((await findThread(transaction, scope, threadId)) !== null) {
      return { kind: 'added' };
    }
    const readers = await listHolders(transaction, readingOf[subject.kind], scope);
    if (!mentioned.every((id) => readers.has(id))) {
      return { kind: 'no-role' };
    }
    await beginThread(transaction, { scope, subject, text, mentioned, sendingId: threadId, side: 'place' }, by);
    return { kind: 'added' };
  });
}

/** The same within somebody else's transaction, which has looked at everything. */
export async function beginThread(
  transaction: Connection,
  { scope, subject, text, mentioned, sendingId: threadId, side }: OpenThread & Pick<ThreadStep, 'side'>,
  by: ActingPerson,
): Promise<void> {
  const step = {
    threadId,
    sendingId: threadId,
    number: 1,
    kind: 'open',
    state: 'open',
    side,
    text,
    mentioned,
  } as const;
  await insertThread(transaction, scope, { threadId, subject });
  await insertThreadStep(transaction, scope, step, by);
  await auditThread(transaction, scope, subject, step, by);
}
