import { type AuditEntry, appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { AssessmentActing } from './assessment-acting.ts';

type AssessmentAuditAction =
  | 'assessment.open'
  | 'assessment.answer'
  | 'assessment.answer-apart'
  | 'assessment.answer-together'
  | 'assessment.say-to-sense-check'
  | 'assessment.request-authorisation'
  | 'assessment.return'
  | 'assessment.reopen'
  | 'assessment.correct'
  | 'assessment.withdraw-correction'
  | 'assessment.add-evidence'
  | 'assessment.authorise';

/** What was done, for the assessment's own chain of the audit trail. */
export function assessmentEvent(
  assessmentId: string,
  action: AssessmentAuditAction,
  { personId, onBehalfOf, at }: AssessmentActing,
  detail: Readonly<Record<string, unknown>>,
): AuditEntry {
  return { chain: `assessment:${assessmentId}`, action, personId, onBehalfOf, at, detail };
}

/** Adds what was done to the assessment's own chain of the audit trail. */
export function auditAssessment(transaction: Connection, ...event: Parameters<typeof assessmentEvent>): Promise<void> {
  return appendAuditEvent(transaction, assessmentEvent(...event));
}
