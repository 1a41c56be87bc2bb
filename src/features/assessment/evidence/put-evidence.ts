import type { Connection, Database } from '../../../platform/database/database.ts';
import { lockEvidenceOf, putToAnswer, takeEvidenceOff } from '../../evidence/index.ts';
import { type OpenSection, openSection } from '../answering/open-section.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { changeOrRefuse, type Refusal, RefusedError } from './change-or-refuse.ts';

export interface PutEvidence extends OpenSection {
  readonly questionId: string;
  /** Other questions of the section, whose answers are to rest on `alsoFor`. */
  readonly otherQuestionIds: readonly string[];
  /** What the answer is to rest on as well, or where in it to look now. */
  readonly uses: readonly {
    readonly evidenceId: string;
    /** Null where what was said stays. */
    readonly pageReference: string | null;
  }[];
  /** What those to the other questions are to rest on as well. */
  readonly alsoFor: readonly string[];
  /** What it is to rest on no more. */
  readonly takeOff: readonly string[];
  /** From where it comes where nobody said it on a page; it is on the audit trail. */
  readonly source?: 'workbook';
}

export type PutOutcome =
  /** How many uses are another way now. */
  { readonly kind: 'put'; readonly changes: number } | Refusal;

/** Says anew which evidence of the organisation an answer rests on, and where in it to look. */
export function putEvidence(database: Database, put: PutEvidence, by: AssessmentActing): Promise<PutOutcome> {
  return changeOrRefuse(database, async (transaction) => ({
    kind: 'put' as const,
    changes: await putEvidenceIn(transaction, put, by),
  }));
}

/**
 * The same in the transaction of the caller; how many uses are another way now.
 * @throws {RefusedError}
 */
export async function putEvidenceIn(transaction: Connection, put: PutEvidence, by: AssessmentActing): Promise<number> {
  await lockEvidenceOf(transaction, put.organisationId);
  const opening = await openSection(transaction, put, by);
  if (opening.kind === 'locked') {
    throw new RefusedError(opening);
  }
  const { organisationId, assessmentId } = opening.assessment;
  const key = { organisationId, assessmentId };
  const also = put.alsoFor.map((evidenceId) => ({ evidenceId, pageReference: null }));
  let changes = await changeAnswer(transaction, { ...key, questionId: put.questionId }, put, by);
  for (const questionId of put.otherQuestionIds) {
    changes += await changeAnswer(transaction, { ...key, questionId }, { uses: also, takeOff: [] }, by);
  }
  return changes;
}

/** Says anew what one answer rests on; how many uses are another way now. */
async function changeAnswer(
  transaction: Connection,
  of: AnswerOf,
  { uses, takeOff, source }: Pick<PutEvidence, 'uses' | 'takeOff' | 'source'>,
  by: AssessmentActing,
): Promise<number> {
  const used = await putAll(transaction, of, uses, by);
  const takenOff = await takeAllOff(transaction, of, takeOff, by);
  if (used.length > 0 || takenOff.length > 0) {
    await auditAssessment(transaction, of.assessmentId, 'assessment.add-evidence', by, {
      question: of.questionId,
      ...(used.length > 0 ? { used } : {}),
      ...(takenOff.length > 0 ? { takenOff } : {}),
      ...(source && { source }),
    });
  }
  return used.length + takenOff.length;
}

interface AnswerOf {
  readonly organisationId: string;
  readonly assessmentId: string;
  readonly questionId: string;
}

/** Ids of what it rested on. */
async function takeAllOff(
  transaction: Connection,
  of: AnswerOf,
  ids: readonly string[],
  by: AssessmentActing,
): Promise<string[]> {
  const taken: string[] = [];
  for (const evidenceId of ids) {
    if (await takeEvidenceOff(transaction, { ...of, evidenceId }, by)) {
      taken.push(evidenceId);
    }
  }
  return taken;
}

/** Ids of what is another way now. */
async function putAll(
  transaction: Connection,
  of: AnswerOf,
  uses: PutEvidence['uses'],
  by: AssessmentActing,
): Promise<string[]> {
  const changed: string[] = [];
  for (const use of uses) {
    const outcome = await putToAnswer(transaction, { ...of, ...use }, by);
    if (outcome === 'full' || outcome === 'gone') {
      throw new RefusedError({ kind: outcome, questionId: of.questionId });
    }
    changed.push(...(outcome === 'used' ? [use.evidenceId] : []));
  }
  return changed;
}
