import type { Connection } from '../../../platform/database/database.ts';
import type { Instrument } from '../../programme/index.ts';
import { insertCopies } from '../answering/answer-repository.ts';
import type { AssessmentKey } from '../stored-assessment.ts';
import { questionsTaken, type Takes } from './answers-in-effect.ts';

/**
 * Makes the answers that an assessment takes its own, as they stand now. What it had there from an earlier time is replaced, and stays in the
 * history.
 */
export async function takeAnswersOver(
  transaction: Connection,
  asked: { readonly instrument: Instrument; readonly careSetting: string },
  takes: readonly Takes[],
  to: AssessmentKey,
  by: { readonly personId: string; readonly at: Date },
): Promise<void> {
  for (const each of takes) {
    await insertCopies(transaction, { from: each.from, to, questionIds: questionsTaken(asked, each) }, by);
  }
}
