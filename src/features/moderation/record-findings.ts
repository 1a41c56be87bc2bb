import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { SignedKey } from '../return-documents/index.ts';
import { holdModeration, type ModerationOutcomeOfStep } from './hold-moderation.ts';
import { insertFindings } from './moderation-repository.ts';
import { decideModeration } from './moderation-state.ts';
import { type PostedFinding, planFindings } from './plan-findings.ts';

/** Saves what was found of answers of a signed document: all that was posted, or nothing. What is signed is not touched. */
export function recordFindings(
  database: Database,
  { signed, posted }: { readonly signed: SignedKey; readonly posted: readonly PostedFinding[] },
  by: ActingPerson,
): Promise<ModerationOutcomeOfStep> {
  return database.transaction().execute(async (transaction): Promise<ModerationOutcomeOfStep> => {
    const held = await holdModeration(transaction, signed);
    if (held === null) {
      return { kind: 'signed-anew' };
    }
    const decision = decideModeration('check', { ...held, isAllRead: true, isInTime: true });
    if (decision.kind === 'refused') {
      return decision;
    }
    const plan = planFindings(posted, held.findings, held.saves);
    if (plan.kind === 'conflict') {
      return plan;
    }
    if (plan.changes.length > 0) {
      await insertFindings(transaction, signed, plan.changes, by);
      // What was found is for the organisation and its region; the trail is read by others.
      await appendAuditEvent(transaction, {
        chain: `assessment:${signed.assessmentId}`,
        action: 'assessment.check-answers',
        personId: by.personId,
        onBehalfOf: by.onBehalfOf,
        at: by.at,
        detail: { digest: signed.digest, questions: plan.changes.map(({ questionId }) => questionId) },
      });
    }
    return { kind: 'done' };
  });
}
