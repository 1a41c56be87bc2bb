import type { AppContext } from '../../../context.ts';
import type { SavedAnswer } from '../../scoring/index.ts';
import { findAssessment } from '../assessment-repository.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { listAnswersInEffect } from '../settings/list-answers-in-effect.ts';

/** The answers of what was asked for, for whoever has changed nothing of it. With them comes what is taken from elsewhere. */
export function readAnswers({ database }: AppContext, assessed: AssessedOrganisation): Promise<SavedAnswer[]> {
  return listAnswersInEffect(database, assessed, assessed.takes, assessed.assessment);
}

/**
 * The same as they stand after a form was sent, which may have opened the assessment: after a failed save, what somebody else has saved
 * meanwhile is what the page must show.
 */
export async function readSavedAnswers(context: AppContext, assessed: AssessedOrganisation): Promise<SavedAnswer[]> {
  const { organisation, round, assessment: opened, careSetting } = assessed;
  const assessment =
    opened ?? (await findAssessment(context.database, organisation.organisationId, round.id, careSetting));
  return readAnswers(context, { ...assessed, assessment });
}
