import type { Connection, Database } from '../../../platform/database/database.ts';
import type { AssessmentKey } from '../../scoring/index.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { updateState } from '../assessment-repository.ts';
import { insertRevisions, listEarlierRevisions, listRevisions } from './answer-repository.ts';
import { type OpenSection, openSection } from './open-section.ts';
import type { SectionFormAnswer } from './parse-section-form.ts';
import { madeFromOtherRevision, planSave, type SavePlan } from './plan-save.ts';

export interface SaveSection extends OpenSection {
  readonly answers: readonly SectionFormAnswer[];
}

export type SaveOutcome =
  /** With the new revision of each answer that the form has changed. */
  | { readonly kind: 'saved'; readonly revisions: Readonly<Record<string, number>> }
  /** Questions somebody else has answered differently meanwhile; nothing of the form is saved. */
  | { readonly kind: 'conflict'; readonly questionIds: readonly string[] }
  /** Answers are locked; says why. */
  | { readonly kind: 'locked'; readonly reason: string };

/**
 * Saves the answers of a section page: all of them or, when one was changed by somebody else since the page was made, none.
 * The first save opens the assessment. Only what differs from what is stored is written.
 */
export async function saveSection(database: Database, save: SaveSection, by: AssessmentActing): Promise<SaveOutcome> {
  if (isBlank(save.answers)) {
    return { kind: 'saved', revisions: {} };
  }
  return database.transaction().execute(async (transaction): Promise<SaveOutcome> => {
    const opening = await openSection(transaction, save, by);
    if (opening.kind === 'locked') {
      return opening;
    }
    const { assessment, next } = opening;
    const plan = await planAgainstStored(transaction, assessment, save.answers);
    if (plan.kind === 'conflict') {
      return plan;
    }
    const revisions = Object.fromEntries(plan.changes.map(({ questionId, revision }) => [questionId, revision]));
    if (plan.changes.length > 0) {
      await insertRevisions(transaction, assessment, plan.changes, by);
      if (next !== assessment.state) {
        await updateState(transaction, assessment, next);
      }
      await auditAssessment(transaction, assessment.assessmentId, 'assessment.answer', by, {
        section: save.sectionId,
        revisions,
      });
    }
    return { kind: 'saved', revisions };
  });
}

/** A page sent back as it came, before anyone had answered; it must not open an assessment. */
function isBlank(answers: readonly SectionFormAnswer[]): boolean {
  return answers.every(
    ({ value, comment, desired, revision }) => value === null && comment === '' && desired === null && revision === 0,
  );
}

async function planAgainstStored(
  transaction: Connection,
  key: AssessmentKey,
  answers: readonly SectionFormAnswer[],
): Promise<SavePlan> {
  const questionIds = answers.map(({ questionId }) => questionId);
  // Read after the lock is held, and so as the last save left them.
  const stored = await listRevisions(transaction, key, questionIds);
  const stale = madeFromOtherRevision(answers, stored);
  const bases = stale.length === 0 ? [] : await listEarlierRevisions(transaction, key, stale);
  return planSave(answers, stored, bases);
}
