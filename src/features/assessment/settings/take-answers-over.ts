import type { Connection } from '../../../platform/database/database.ts';
import { type Instrument, wholeOrganisation } from '../../programme/index.ts';
import { insertCopies } from '../answering/answer-repository.ts';
import { type AssessmentOf, type LockedAssessment, lockAssessment } from '../assessment-repository.ts';
import { questionsTaken } from './answers-in-effect.ts';

/**
 * Makes the answers that are given once for all settings this one's own, as they stand now, where it takes them. What it had there from an
 * earlier time is replaced, and stays in the history.
 */
export async function takeAnswersOver(
  transaction: Connection,
  { organisationId, roundId, instrument }: AssessmentOf & { readonly instrument: Instrument },
  assessment: LockedAssessment,
  by: { readonly personId: string; readonly at: Date },
): Promise<void> {
  const { careSetting, apart, assessmentId: to } = assessment;
  const once = await lockAssessment(transaction, { organisationId, roundId, careSetting: wholeOrganisation });
  const questionIds = [...questionsTaken({ instrument, careSetting, apart })];
  await insertCopies(transaction, { organisationId, from: once?.assessmentId ?? null, to, questionIds }, by);
}
