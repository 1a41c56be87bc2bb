import type { Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import { addToThread, decideQuery, findSending, type QueryAction, type ThreadStep } from '../threads/index.ts';
import { holdReturn, type ReviewOutcome, type SignedReturn, scopeOf } from './hold-return.ts';

export interface WriteInQuery {
  readonly signed: SignedReturn;
  readonly threadId: string;
  /** What the page is about: a query about something else is not found. */
  readonly about: string;
  readonly action: QueryAction;
  readonly side: ThreadStep['side'];
  readonly lastRead: number;
  readonly text: string;
  readonly sendingId: string;
}

/** Adds to a query, resolves it or withdraws it; once only for what is sent twice. */
export function writeInQuery(
  database: Database,
  { signed, threadId, about, action, side, lastRead, text, sendingId }: WriteInQuery,
  by: ActingPerson,
): Promise<ReviewOutcome> {
  return database.transaction().execute(async (transaction): Promise<ReviewOutcome> => {
    const held = await holdReturn(transaction, signed);
    if (held === null) {
      return { kind: 'signed-anew' };
    }
    const query = held.queries.find((each) => each.threadId === threadId && each.subject.key === about);
    if (query === undefined) {
      return { kind: 'gone' };
    }
    if ((await findSending(transaction, scopeOf(signed), { threadId, sendingId })) !== null) {
      return { kind: 'added' };
    }
    const decision = decideQuery(query, action, { lastRead });
    if (decision.kind === 'refused') {
      return decision;
    }
    const step = { kind: action, state: decision.state, side, text, mentioned: [], sendingId } as const;
    await addToThread(transaction, scopeOf(signed), query, step, by);
    return { kind: 'added' };
  });
}
