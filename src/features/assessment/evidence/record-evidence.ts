import type { Connection, Database } from '../../../platform/database/database.ts';
import {
  type EvidenceDetails,
  keepEvidence,
  type NoRoom,
  putToAnswer,
  type SentEvidence,
} from '../../evidence/index.ts';
import { type OpenSection, openSection } from '../answering/open-section.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { changeOrRefuse, type Refusal, RefusedError } from './change-or-refuse.ts';

export interface RecordEvidence extends OpenSection {
  readonly questionId: string;
  readonly evidenceId: string;
  readonly details: EvidenceDetails;
  readonly content: SentEvidence | { readonly kind: 'link'; readonly url: string };
  readonly pageReference: string;
  /** Of all files that an organisation adds in a round. */
  readonly roundBytes: number;
  /** From where it comes where nobody gave it on a page; it is on the audit trail. */
  readonly source?: 'workbook';
}

export type RecordOutcome =
  | { readonly kind: 'added' }
  /** The organisation had it, under this name; whether the answer rested on it already. */
  | { readonly kind: 'known'; readonly title: string; readonly isUsedAlready: boolean }
  | NoRoom
  | Refusal;

/**
 * Keeps a file or link for an organisation and lets an answer rest on it, both or neither. The bytes are stored before the assessment is held, so
 * that nobody who answers waits for them.
 */
export function recordEvidence(
  database: Database,
  record: RecordEvidence,
  by: AssessmentActing,
): Promise<RecordOutcome> {
  return changeOrRefuse(database, (transaction) => recordEvidenceIn(transaction, record, by));
}

/**
 * The same in the transaction of the caller.
 * @throws {RefusedError}
 */
export async function recordEvidenceIn(
  transaction: Connection,
  record: RecordEvidence,
  by: AssessmentActing,
): Promise<RecordOutcome> {
  const { round, questionId, pageReference, source } = record;
  const kept = await keepEvidence(transaction, { ...record, roundId: round.id }, by);
  if (kept.kind === 'no-room') {
    return kept;
  }
  const { evidenceId } = kept.kind === 'known' ? kept.evidence : kept;
  const opening = await openSection(transaction, record, by);
  if (opening.kind === 'locked') {
    throw new RefusedError(opening);
  }
  const { organisationId, assessmentId } = opening.assessment;
  const use = { organisationId, assessmentId, questionId, evidenceId };
  const used = await putToAnswer(transaction, { ...use, pageReference: pageReference || null }, by);
  if (used === 'full' || used === 'gone') {
    throw new RefusedError({ kind: used, questionId });
  }
  if (used === 'used') {
    const detail = { question: questionId, evidence: evidenceId, ...(source && { source }) };
    await auditAssessment(transaction, assessmentId, 'assessment.add-evidence', by, detail);
  }
  return kept.kind === 'known'
    ? { kind: 'known', title: kept.evidence.title, isUsedAlready: used === 'already' }
    : { kind: 'added' };
}
