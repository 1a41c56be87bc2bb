import type { AppContext } from '../../../context.ts';
import type { SavedAnswer } from '../../scoring/index.ts';
import { findAssessment } from '../assessment-repository.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { listAnswersInEffect } from '../settings/list-answers-in-effect.ts';

/**
 * The answers as they stand now: after a failed save, what somebody else has saved meanwhile is what the page must show. With them comes what is
 * taken from elsewhere.
 */
export async function readSavedAnswers(
  { database }: AppContext,
  { organisation, round, assessment: opened, careSetting, instrument, takes }: AssessedOrganisation,
): Promise<SavedAnswer[]> {
  const assessment = opened ?? (await findAssessment(database, organisation.organisationId, round.id, careSetting));
  return listAnswersInEffect(database, { careSetting, instrument }, takes, assessment);
}
