import type { Connection } from '../../platform/database/database.ts';
import { readModeration } from '../moderation/index.ts';
import { listValidationSteps, lockSigned, moderationStateOf, type SignedKey } from '../return-documents/index.ts';
import { listThreads, type PlacedThread, standingStep, type ThreadScope, type ThreadsAbout } from '../threads/index.ts';
import type { ReturnReviewFacts } from './review-state.ts';

/** A signed document as a page knew it. */
export interface SignedReturn extends SignedKey {
  readonly roundId: string;
  readonly careSetting: string;
}

export type ReviewOutcome =
  | { readonly kind: 'added' }
  /** Says why; nothing was changed. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** What the page showed was opened again since; another document may be signed by now. */
  | { readonly kind: 'signed-anew' }
  /** There is no such query about it. */
  | { readonly kind: 'gone' };

/** What is on record about a signed document. */
export interface ReviewedReturn extends ReturnReviewFacts {
  readonly queries: readonly PlacedThread[];
}

export function scopeOf({ organisationId }: Pick<SignedReturn, 'organisationId'>): ThreadScope {
  return { scopeKind: 'organisation', scopeId: organisationId };
}

function queriesOf({ roundId, careSetting, digest }: SignedReturn): ThreadsAbout {
  return { kind: 'query', roundId, parts: [careSetting], digest };
}

export async function readReview(connection: Connection, signed: SignedReturn): Promise<ReviewedReturn> {
  const queries = await listThreads(connection, scopeOf(signed), queriesOf(signed));
  const validations = await listValidationSteps(connection, signed);
  const openQueries = queries.filter((query) => standingStep(query).state === 'open').length;
  // A challenge is a part of the check that is not over.
  const state = moderationStateOf(await readModeration(connection, signed));
  const isBeingChecked = state === 'checking' || state === 'challenged';
  return { queries, validations, openQueries, isBeingChecked };
}

/** The same while nobody else takes a step about it; null where what the page showed is signed no more. */
export async function holdReturn(transaction: Connection, signed: SignedReturn): Promise<ReviewedReturn | null> {
  const digest = await lockSigned(transaction, signed);
  return digest === signed.digest ? readReview(transaction, signed) : null;
}
