import type { Connection, Database } from '../../../platform/database/database.ts';

/** Nothing can rest on it: nothing of what the transaction has stored stays. */
export type Refusal =
  /** The answer to this question rests on as much as it may (`full`), or what it was to rest on was removed meanwhile (`gone`). */
  | { readonly kind: 'full' | 'gone'; readonly questionId: string }
  /** Answers are locked; says why. */
  | { readonly kind: 'locked'; readonly reason: string };

/** Thrown within a transaction to take it back; outside it is what came of it. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** Does all of the work in one transaction, or, where it is refused, nothing. */
export async function changeOrRefuse<Outcome>(
  database: Database,
  work: (transaction: Connection) => Promise<Outcome>,
): Promise<Outcome | Refusal> {
  try {
    return await database.transaction().execute(work);
  } catch (error) {
    if (error instanceof RefusedError) {
      return error.refusal;
    }
    throw error;
  }
}
