import type { AppContext } from '../../../context.ts';
import { findAssessment } from '../assessment-repository.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { listAnswersInEffect } from '../settings/list-answers-in-effect.ts';
import type { SavedAnswer } from '../stored-assessment.ts';
import { listSavedAnswers } from './answer-repository.ts';

/**
 * The answers as they stand now: after a failed save, what somebody else has saved meanwhile is what the page must show. Those of one of
 * several care settings come with what is answered once for all of them.
 */
export async function readSavedAnswers(
  { database }: AppContext,
  { organisation, round, assessment: opened, careSetting, setting, instrument }: AssessedOrganisation,
): Promise<SavedAnswer[]> {
  const { organisationId } = organisation;
  const assessment = opened ?? (await findAssessment(database, organisationId, round.id, careSetting));
  if (setting !== null) {
    return listAnswersInEffect(database, { organisationId, roundId: round.id, careSetting, instrument }, assessment);
  }
  return assessment === null ? [] : listSavedAnswers(database, assessment);
}
