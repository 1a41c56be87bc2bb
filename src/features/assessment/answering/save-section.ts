import type { Connection, Database } from '../../../platform/database/database.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { assessmentEvent } from '../assessment-audit.ts';
import { type LockedAssessment, updateState } from '../assessment-repository.ts';
import { insertRevisions, listEarlierRevisions } from './answer-repository.ts';
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
    const questionIds = save.answers.map(({ questionId }) => questionId);
    const opening = await openSection(transaction, { ...save, questionIds }, by);
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
      const detail = { section: save.sectionId, revisions };
      const event = assessmentEvent(assessment.assessmentId, 'assessment.answer', by, detail);
      await insertRevisions(transaction, assessment, plan.changes, by, event);
      if (next !== assessment.state) {
        await updateState(transaction, assessment, next);
      }
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
  assessment: LockedAssessment,
  answers: readonly SectionFormAnswer[],
): Promise<SavePlan> {
  const stale = madeFromOtherRevision(answers, assessment.stored);
  const bases = stale.length === 0 ? [] : await listEarlierRevisions(transaction, assessment, stale);
  return planSave(answers, assessment.stored, bases);
}
