import type { Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import { beginThread } from '../threads/index.ts';
import { holdReturn, type ReviewOutcome, type SignedReturn, scopeOf } from './hold-return.ts';
import { decideReturnReview } from './review-state.ts';

export interface OpenQuery {
  readonly signed: SignedReturn;
  /** What of it is asked about, as addresses name it. */
  readonly about: string;
  readonly text: string;
  /** The same for the same form with the same words. */
  readonly sendingId: string;
}

/** Asks about a signed document; once only for what is sent twice. What is validated is asked about no more. */
export function openQuery(
  database: Database,
  { signed, about, text, sendingId }: OpenQuery,
  by: ActingPerson,
): Promise<ReviewOutcome> {
  return database.transaction().execute(async (transaction): Promise<ReviewOutcome> => {
    const held = await holdReturn(transaction, signed);
    if (held === null) {
      return { kind: 'signed-anew' };
    }
    if (held.queries.some(({ threadId }) => threadId === sendingId)) {
      return { kind: 'added' };
    }
    const decision = decideReturnReview('ask', { ...held, reason: '', areResultsPublic: false });
    if (decision.kind === 'refused') {
      return decision;
    }
    const { roundId, careSetting: part, digest } = signed;
    const subject = { kind: 'query', roundId, part, key: about, digest } as const;
    const query = { scope: scopeOf(signed), subject, text, mentioned: [], sendingId, side: 'asker' } as const;
    await beginThread(transaction, query, by);
    return { kind: 'added' };
  });
}
