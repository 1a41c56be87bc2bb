import type { Connection } from '../../../platform/database/database.ts';
import { type Instrument, wholeOrganisation } from '../../programme/index.ts';
import { listSavedAnswers } from '../answering/answer-repository.ts';
import type { AssessmentState } from '../assessment.ts';
import { type AssessmentOf, findAssessment } from '../assessment-repository.ts';
import type { AssessmentKey, SavedAnswer } from '../stored-assessment.ts';
import { answersInEffect } from './answers-in-effect.ts';
import { isGivenAway } from './standing.ts';

interface OpenedAssessment extends AssessmentKey {
  readonly state: AssessmentState;
  readonly apart: readonly string[];
}

/**
 * The answers that count for one of several care settings: with those that are given once for all of them, until it waits for a signature. From
 * then on all of them are its own. `opened`: null while nobody has opened it.
 */
export async function listAnswersInEffect(
  connection: Connection,
  { organisationId, roundId, careSetting, instrument }: AssessmentOf & { readonly instrument: Instrument },
  opened: OpenedAssessment | null,
): Promise<SavedAnswer[]> {
  const own = opened === null ? [] : await listSavedAnswers(connection, opened);
  if (opened !== null && isGivenAway(opened.state)) {
    return own;
  }
  const shared = await findAssessment(connection, organisationId, roundId, wholeOrganisation);
  const once = shared === null ? [] : await listSavedAnswers(connection, shared);
  return answersInEffect({ instrument, careSetting, apart: opened?.apart ?? [] }, { own, once });
}
