import type { AppContext } from '../../../context.ts';
import type { Connection, Database } from '../../../platform/database/database.ts';
import type { AnswerRevision, AssessmentKey } from '../../scoring/index.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { assessmentEvent } from '../assessment-audit.ts';
import { type LockedAssessment, updateState } from '../assessment-repository.ts';
import { keyOf } from '../page-frame.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { insertRevisions, listEarlierRevisions, listRevisions } from './answer-repository.ts';
import { type OpenSections, openSections } from './open-section.ts';
import type { SectionFormAnswer } from './parse-section-form.ts';
import { madeFromOtherRevision, planSave, revisionsToKnow, type SavePlan } from './plan-save.ts';

export interface SaveSections extends Omit<OpenSections, 'sectionIds'> {
  readonly sections: readonly { readonly sectionId: string; readonly answers: readonly SectionFormAnswer[] }[];
  /** From where the answers come that nobody typed on a page; it is on the audit trail. */
  readonly source?: 'workbook';
  /** True for what a program sends again where no answer came. */
  readonly mayHaveArrived?: boolean;
}

export type SaveOutcome =
  /** With the revision of each answer that is stored as the form says it, changed by it or not. */
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
export function saveSections(database: Database, save: SaveSections, by: AssessmentActing): Promise<SaveOutcome> {
  return isBlank(save)
    ? Promise.resolve(blank)
    : database.transaction().execute((transaction) => saveSectionsIn(transaction, save, by));
}

/** The same in the transaction of the caller. */
export async function saveSectionsIn(
  transaction: Connection,
  { sections, source, mayHaveArrived = false, ...save }: SaveSections,
  by: AssessmentActing,
): Promise<SaveOutcome> {
  if (isBlank({ sections })) {
    return blank;
  }
  const answers = sections.flatMap((section) => section.answers);
  const questionIds = answers.map(({ questionId }) => questionId);
  const sectionIds = sections.map(({ sectionId }) => sectionId);
  const opening = await openSections(transaction, { ...save, sectionIds, questionIds }, by);
  if (opening.kind === 'locked') {
    return opening;
  }
  const { assessment, next } = opening;
  const plan = await planAgainstStored(transaction, assessment, answers, mayHaveArrived ? by.personId : null);
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
  return { kind: 'saved', revisions: plan.revisions };
}

const blank: SaveOutcome = { kind: 'saved', revisions: {} };

function revisionsOf(changes: readonly AnswerRevision[]): Record<string, number> {
  return Object.fromEntries(changes.map(({ questionId, revision }) => [questionId, revision]));
}

/** A page sent back as it came, before anyone had answered; it must not open an assessment. */
function isBlank({ sections }: Pick<SaveSections, 'sections'>): boolean {
  return sections.every(({ answers }) =>
    answers.every(
      ({ value, comment, desired, revision }) => value === null && comment === '' && desired === null && revision === 0,
    ),
  );
}

/**
 * The revisions of answers that have arrived before, for whoever sends them once more because no answer came back: that they are locked by
 * now does not undo it. Null unless all of them have.
 */
export async function readArrived(
  database: Database,
  assessment: AssessmentKey | null,
  answers: readonly SectionFormAnswer[],
  personId: string,
): Promise<Readonly<Record<string, number>> | null> {
  if (assessment === null) {
    return null;
  }
  const stored = await listRevisions(database, assessment);
  const plan = await planAgainstStored(database, { ...assessment, stored }, answers, personId);
  const isThere = ({ questionId }: SectionFormAnswer) => plan.kind === 'ok' && plan.revisions[questionId] !== undefined;
  return plan.kind === 'ok' && plan.changes.length === 0 && answers.every(isThere) ? plan.revisions : null;
}

async function planAgainstStored(
  connection: Connection,
  assessment: AssessmentKey & Pick<LockedAssessment, 'stored'>,
  answers: readonly SectionFormAnswer[],
  sender: string | null,
): Promise<SavePlan> {
  const stale = madeFromOtherRevision(answers, assessment.stored);
  const earlier = stale.length === 0 ? [] : await listEarlierRevisions(connection, assessment, revisionsToKnow(stale));
  return planSave(answers, assessment.stored, earlier, sender);
}
