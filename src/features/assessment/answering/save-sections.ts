import type { AppContext } from '../../../context.ts';
import type { Connection, Database } from '../../../platform/database/database.ts';
import type { AnswerRevision } from '../../scoring/index.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { assessmentEvent } from '../assessment-audit.ts';
import { type LockedAssessment, updateState } from '../assessment-repository.ts';
import { keyOf } from '../page-frame.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { insertRevisions, listEarlierRevisions } from './answer-repository.ts';
import { type OpenSections, openSections } from './open-section.ts';
import type { SectionFormAnswer } from './parse-section-form.ts';
import { madeFromOtherRevision, planSave, type SavePlan } from './plan-save.ts';

export interface SaveSections extends Omit<OpenSections, 'sectionIds'> {
  readonly sections: readonly { readonly sectionId: string; readonly answers: readonly SectionFormAnswer[] }[];
  /** From where the answers come that nobody typed on a page; it is on the audit trail. */
  readonly source?: 'workbook';
}

export type SaveOutcome =
  /** With the new revision of each answer that the form has changed. */
  | { readonly kind: 'saved'; readonly revisions: Readonly<Record<string, number>> }
  /** Questions somebody else has answered differently meanwhile; nothing of the form is saved. */
  | { readonly kind: 'conflict'; readonly questionIds: readonly string[] }
  /** Answers are locked; says why. */
  | { readonly kind: 'locked'; readonly reason: string };

/** What a save needs of the assessment of a page. */
export function openingOf(
  { config, newId, pack }: Pick<AppContext, 'config' | 'newId' | 'pack'>,
  assessed: AssessedOrganisation,
): Omit<OpenSections, 'sectionIds'> {
  const { instrument, digest, careSetting, setting } = assessed;
  return {
    ...keyOf(assessed),
    instrument,
    digest,
    careSetting,
    illustrative: config.isDemonstration,
    newId,
    pack,
    isOneOfSeveral: setting !== null,
  };
}

/**
 * Saves answers to questions of some sections: all of them or, when one was changed by somebody else since the page was made, none.
 * The first save opens the assessment. Only what differs from what is stored is written, section by section, each with an event of its own.
 */
export async function saveSections(
  database: Database,
  { sections, source, ...save }: SaveSections,
  by: AssessmentActing,
): Promise<SaveOutcome> {
  const answers = sections.flatMap((section) => section.answers);
  if (isBlank(answers)) {
    return { kind: 'saved', revisions: {} };
  }
  return database.transaction().execute(async (transaction): Promise<SaveOutcome> => {
    const questionIds = answers.map(({ questionId }) => questionId);
    const sectionIds = sections.map(({ sectionId }) => sectionId);
    const opening = await openSections(transaction, { ...save, sectionIds, questionIds }, by);
    if (opening.kind === 'locked') {
      return opening;
    }
    const { assessment, next } = opening;
    const plan = await planAgainstStored(transaction, assessment, answers);
    if (plan.kind === 'conflict') {
      return plan;
    }
    for (const section of sections) {
      const ids = new Set(section.answers.map(({ questionId }) => questionId));
      const changes = plan.changes.filter(({ questionId }) => ids.has(questionId));
      if (changes.length > 0) {
        const detail = { section: section.sectionId, revisions: revisionsOf(changes), ...(source && { source }) };
        const event = assessmentEvent(assessment.assessmentId, 'assessment.answer', by, detail);
        await insertRevisions(transaction, assessment, changes, by, event);
      }
    }
    if (plan.changes.length > 0 && next !== assessment.state) {
      await updateState(transaction, assessment, next);
    }
    return { kind: 'saved', revisions: revisionsOf(plan.changes) };
  });
}

function revisionsOf(changes: readonly AnswerRevision[]): Record<string, number> {
  return Object.fromEntries(changes.map(({ questionId, revision }) => [questionId, revision]));
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
