import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import { hasValidationSending, insertValidationStep } from '../return-documents/index.ts';
import { holdReturn, type ReviewOutcome, type SignedReturn } from './hold-return.ts';
import { decideReturnReview } from './review-state.ts';

export interface RecordValidation {
  readonly signed: SignedReturn;
  readonly action: 'validate' | 'take-back';
  /** A note, or why it is taken back. */
  readonly text: string;
  readonly areResultsPublic: boolean;
  readonly sendingId: string;
}

/** Validates a signed document, or takes that back; once only for what is sent twice. */
export function recordValidation(
  database: Database,
  { signed, action, text, areResultsPublic, sendingId }: RecordValidation,
  by: ActingPerson,
): Promise<ReviewOutcome> {
  return database.transaction().execute(async (transaction): Promise<ReviewOutcome> => {
    const held = await holdReturn(transaction, signed);
    if (held === null) {
      return { kind: 'signed-anew' };
    }
    if (await hasValidationSending(transaction, signed, sendingId)) {
      return { kind: 'added' };
    }
    const decision = decideReturnReview(action, { ...held, reason: text, areResultsPublic });
    if (decision.kind === 'refused') {
      return decision;
    }
    const number = held.validations.length + 1;
    await insertValidationStep(transaction, signed, { number, kind: action, text, sendingId }, by);
    // What was written is for the organisation and its region; the trail is read by others.
    await appendAuditEvent(transaction, {
      chain: `assessment:${signed.assessmentId}`,
      action: action === 'validate' ? 'assessment.validate' : 'assessment.take-back-validation',
      personId: by.personId,
      onBehalfOf: by.onBehalfOf,
      at: by.at,
      detail: { digest: signed.digest },
    });
    return { kind: 'added' };
  });
}
