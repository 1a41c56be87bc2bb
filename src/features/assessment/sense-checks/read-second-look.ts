import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { givenAnswers, type SavedAnswer, withEvidence } from '../../scoring/index.ts';
import { findSenseChecksAsked, listSenseNotes, type SenseCheck, type SenseNote } from '../../sense-checks/index.ts';
import { readSavedAnswers } from '../answering/read-saved-answers.ts';
import { readEvidencedQuestions } from '../evidence/read-evidenced-questions.ts';
import { keyOf } from '../page-frame.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import type { ReadSpreads } from '../scoring/read-spreads.ts';
import { readHeldAgainst, senseChecksOf } from './read-sense-checks.ts';

/** What is asked about the answers, each with what the organisation says to it. */
export interface SecondLook {
  readonly checks: readonly (SenseCheck & { readonly said: SenseNote | null })[];
}

/** With how others' results are read beside which the answers are looked at. */
export interface SecondLookContext extends AppContext {
  readonly readSpreads: ReadSpreads;
}

/**
 * What is worth a second look: in the answers as they stand, or once a signature was asked for, what was asked then. What was submitted
 * before anything was asked has nothing, and null says so. `saved`: the answers, as they come.
 */
export async function readSecondLook(
  context: SecondLookContext,
  assessed: AssessedOrganisation,
  saved?: Promise<readonly SavedAnswer[]>,
): Promise<SecondLook | null> {
  const { database, pack } = context;
  const { assessment, instrument, state } = assessed;
  const isOpen = state === 'in-progress' || state === 'not-started';
  const askOfAnswers = async () => {
    const day = today(context.clock);
    const asked = { ...keyOf(assessed), instrument, pack, day };
    const [answers, evidenced, against] = await Promise.all([
      saved ?? readSavedAnswers(context, assessed),
      readEvidencedQuestions(database, assessed, day),
      readHeldAgainst(database, asked, context.readSpreads),
    ]);
    return senseChecksOf(asked, givenAnswers(withEvidence(answers, evidenced)), against);
  };
  const [checks, notes] = await Promise.all([
    isOpen || assessment === null ? askOfAnswers() : findSenseChecksAsked(database, assessment),
    assessment === null
      ? new Map<string, SenseNote>()
      : listSenseNotes(database, assessment, state === 'submitted' ? (assessment.submission?.at ?? null) : null),
  ]);
  return checks === null ? null : { checks: checks.map((check) => ({ ...check, said: notes.get(check.key) ?? null })) };
}
