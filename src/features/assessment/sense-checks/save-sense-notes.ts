import type { Connection, Database } from '../../../platform/database/database.ts';
import { dayOf } from '../../../platform/days.ts';
import { holdForStep } from '../../rounds/index.ts';
import { givenAnswers } from '../../scoring/index.ts';
import {
  findSenseChecksAsked,
  insertSenseNotes,
  listSenseNotes,
  planSenseNotes,
  type SensePlan,
  type TypedSenseNote,
} from '../../sense-checks/index.ts';
import { type OpenAssessment, openAssessment } from '../answering/open-assessment.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import type { LockedAssessment } from '../assessment-repository.ts';
import { spreadsSeenBy } from '../scoring/read-spreads.ts';
import { listAnswersInEffect } from '../settings/list-answers-in-effect.ts';
import { readTakes, type TakesAsked } from '../settings/read-takes.ts';
import { readSenseChecks } from './read-sense-checks.ts';

export interface SaveSenseNotes extends OpenAssessment, TakesAsked {
  readonly notes: readonly TypedSenseNote[];
}

export type NotesOutcome =
  /** With the new revision of each note that was changed. */
  | { readonly kind: 'saved'; readonly revisions: Readonly<Record<string, number>> }
  | Extract<SensePlan, { kind: 'refused' }>
  /** Nothing is said any more; says why. */
  | { readonly kind: 'locked'; readonly reason: string };

/**
 * Keeps what an organisation says to the questions about its answers: all of it or, where one has been changed or is asked no more, none.
 * A page sent back as it came opens no assessment. It may be said until the assessment is submitted, also while it waits for a signature: no answer is changed by it.
 */
export function saveSenseNotes(database: Database, say: SaveSenseNotes, by: AssessmentActing): Promise<NotesOutcome> {
  if (say.notes.every(({ note, revision }) => note === '' && revision === 0)) {
    return Promise.resolve({ kind: 'saved', revisions: {} });
  }
  return database.transaction().execute(async (transaction): Promise<NotesOutcome> => {
    const held = await holdForStep(transaction, say.round, by.at);
    const opening = await openAssessment(transaction, say, held, by);
    if (opening.kind === 'refused') {
      return { kind: 'locked', reason: opening.reason };
    }
    const { assessment } = opening;
    if (!held.isOpen && !assessment.isCorrected) {
      return { kind: 'locked', reason: 'The round is not open' };
    }
    if (assessment.state === 'submitted') {
      return { kind: 'locked', reason: 'This assessment is submitted' };
    }
    const asked = await listKeysAsked(transaction, { ...say, day: dayOf(by.at) }, assessment);
    const plan = planSenseNotes(say.notes, asked, await listSenseNotes(transaction, assessment));
    if (plan.kind === 'refused') {
      return plan;
    }
    const revisions = Object.fromEntries(plan.changes.map(({ key, revision }) => [key, revision]));
    if (plan.changes.length > 0) {
      await insertSenseNotes(transaction, assessment, plan.changes, by);
      await auditAssessment(transaction, assessment.assessmentId, 'assessment.say-to-sense-check', by, { revisions });
    }
    return { kind: 'saved', revisions };
  });
}

/**
 * While it waits for a signature, those that were asked when it was sent. Before that evidence is not looked at: what is asked no more because of it
 * may still have something said to it.
 */
async function listKeysAsked(
  transaction: Connection,
  say: SaveSenseNotes & { readonly day: string },
  assessment: LockedAssessment,
): Promise<ReadonlySet<string>> {
  if (assessment.state === 'awaiting-authorisation') {
    const kept = await findSenseChecksAsked(transaction, assessment);
    return new Set(kept?.map(({ key }) => key));
  }
  const takes = await readTakes(transaction, say, assessment);
  const saved = await listAnswersInEffect(transaction, say, takes, assessment);
  const checks = await readSenseChecks(transaction, say, givenAnswers(saved), spreadsSeenBy(transaction));
  return new Set(checks.map(({ key }) => key));
}
