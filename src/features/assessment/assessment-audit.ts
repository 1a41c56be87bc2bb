import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
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
  | 'assessment.add-evidence'
  | 'assessment.authorise';

/** Adds what was done to the assessment's own chain of the audit trail. */
export function auditAssessment(
  transaction: Connection,
  assessmentId: string,
  action: AssessmentAuditAction,
  by: AssessmentActing,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { personId, onBehalfOf, at } = by;
  return appendAuditEvent(transaction, {
    chain: `assessment:${assessmentId}`,
    action,
    personId,
    onBehalfOf,
    at,
    detail,
  });
}
