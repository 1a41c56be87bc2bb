import type { Connection } from '../../platform/database/database.ts';
import { findEvidence } from './evidence-repository.ts';
import { type AnsweredKey, insertUse, listUseFacts } from './use-repository.ts';

interface UseOf extends AnsweredKey {
  readonly questionId: string;
  readonly evidenceId: string;
}

interface By {
  readonly personId: string | null;
  readonly at: Date;
}

/** More than this nobody reads for one answer. */
const MOST_FOR_AN_ANSWER = 20;

export type UseOutcome =
  | 'used'
  /** It rests on it already, with these words. */
  | 'already'
  /** The answer rests on as much as it may. */
  | 'full'
  /** There is no such evidence, or it was removed. */
  | 'gone';

/** Lets an answer rest on something of the organisation, in the transaction of the caller, which holds the evidence of the organisation. */
export async function putToAnswer(
  transaction: Connection,
  use: UseOf & {
    /** Where in it to look; null where what was said stays. */
    readonly pageReference: string | null;
  },
  by: By,
): Promise<UseOutcome> {
  const stands = await findEvidence(transaction, use);
  if (stands === null || stands.removal !== null) {
    return 'gone';
  }
  const others = (await listUseFacts(transaction, [use])).filter(({ questionId }) => questionId === use.questionId);
  const before = others.find(({ evidenceId }) => evidenceId === use.evidenceId);
  if (before === undefined && others.length >= MOST_FOR_AN_ANSWER) {
    return 'full';
  }
  const pageReference = use.pageReference ?? before?.pageReference ?? '';
  return (await insertUse(transaction, { ...use, pageReference, isUsed: true }, by)) ? 'used' : 'already';
}

/** Lets an answer rest on something no more; false where it did not. What was said stays in the history. */
export async function takeEvidenceOff(transaction: Connection, use: UseOf, by: By): Promise<boolean> {
  const uses = await listUseFacts(transaction, [use]);
  const before = uses.find(
    ({ questionId, evidenceId }) => questionId === use.questionId && evidenceId === use.evidenceId,
  );
  return before !== undefined && insertUse(transaction, { ...before, ...use, isUsed: false }, by);
}
