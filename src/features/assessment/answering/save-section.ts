import type { Connection, Database } from '../../../platform/database/database.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { holdForStep } from '../../rounds/index.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { updateState } from '../assessment-repository.ts';
import { nextAssessmentState } from '../assessment-state.ts';
import type { Takes } from '../settings/answers-in-effect.ts';
import { readTakes } from '../settings/read-takes.ts';
import type { AssessmentKey } from '../stored-assessment.ts';
import { insertRevisions, listEarlierRevisions, listRevisions } from './answer-repository.ts';
import { type OpenAssessment, openAssessment } from './open-assessment.ts';
import type { SectionFormAnswer } from './parse-section-form.ts';
import { madeFromOtherRevision, planSave, type SavePlan } from './plan-save.ts';

export interface SaveSection extends OpenAssessment {
  /** Whether the round took answers when the page was asked for. */
  readonly isRoundOpen: boolean;
  readonly pack: ProgrammePack;
  /** Whether it is one of several care settings, which does not answer by itself what is answered once for all of them. */
  readonly isOneOfSeveral: boolean;
  readonly sectionId: string;
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
  const facts = { isRoundOpen: save.isRoundOpen, isComplete: false, actorRoles: by.roles };
  // Asked before there is one, so that a round that takes no answers opens none.
  const mayBegin = nextAssessmentState('not-started', { kind: 'save-answer' }, facts);
  if (mayBegin.kind === 'refused') {
    return { kind: 'locked', reason: mayBegin.reason };
  }
  return database.transaction().execute(async (transaction): Promise<SaveOutcome> => {
    // The round is held before the assessment, as by whoever asks for a signature or signs.
    const held = await holdForStep(transaction, save.round, by.at);
    const opening = await openAssessment(transaction, save, held, by);
    if (opening.kind === 'refused') {
      return { kind: 'locked', reason: opening.reason };
    }
    const { assessment } = opening;
    const decision = nextAssessmentState(
      assessment.state,
      { kind: 'save-answer' },
      { ...facts, isRoundOpen: held.isOpen },
    );
    if (decision.kind === 'refused') {
      return { kind: 'locked', reason: decision.reason };
    }
    const takes = await readTakes(transaction, { ...save, roundId: save.round.id }, assessment);
    const take = takes.find(({ sectionIds }) => sectionIds.includes(save.sectionId));
    if (take !== undefined) {
      return { kind: 'locked', reason: whyTaken(take) };
    }
    const plan = await planAgainstStored(transaction, assessment, save.answers);
    if (plan.kind === 'conflict') {
      return plan;
    }
    const revisions = Object.fromEntries(plan.changes.map(({ questionId, revision }) => [questionId, revision]));
    if (plan.changes.length > 0) {
      await insertRevisions(transaction, assessment, plan.changes, by);
      if (decision.state !== assessment.state) {
        await updateState(transaction, assessment, decision.state);
      }
      await auditAssessment(transaction, assessment.assessmentId, 'assessment.answer', by, {
        section: save.sectionId,
        revisions,
      });
    }
    return { kind: 'saved', revisions };
  });
}

function whyTaken({ giver }: Takes): string {
  return giver === null
    ? 'This section is answered once for all care settings'
    : `The answers to this section are taken from ${giver.name}`;
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
