import type { AppContext } from '../../../context.ts';
import { findAssessment } from '../assessment-repository.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import type { SavedAnswer } from '../stored-assessment.ts';
import { listSavedAnswers } from './answer-repository.ts';

/** The answers as they stand now: after a failed save, what somebody else has saved meanwhile is what the page must show. */
export async function readSavedAnswers(
  { database }: AppContext,
  { organisation, round, assessment: opened }: AssessedOrganisation,
): Promise<SavedAnswer[]> {
  const assessment = opened ?? (await findAssessment(database, organisation.organisationId, round.id));
  return assessment === null ? [] : listSavedAnswers(database, assessment);
}
