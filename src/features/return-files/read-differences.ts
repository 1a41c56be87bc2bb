import type { AppContext } from '../../context.ts';
import { type AssessedOrganisation, fromWorkbook } from '../assessment/index.ts';
import type { ReturnToWrite } from './own-return.ts';
import { type AnswerDifferences, differencesOf, revisionsBehind } from './read-back/differences.ts';
import type { FileAnswer } from './read-back/file-answers.ts';

export interface DifferencesRead extends AnswerDifferences {
  /** Who else answers for a question, by name. */
  readonly whose: ReadonlyMap<string, string>;
}

/** What differs between the answers of a file and those of a return as they stand, with what they were made from where that is known. */
export async function readDifferences(
  context: Pick<AppContext, 'database' | 'clock'>,
  assessed: AssessedOrganisation,
  { lines }: ReturnToWrite,
  answers: readonly FileAnswer[],
): Promise<DifferencesRead> {
  const saved = lines.flatMap((line) => line.saved ?? []);
  const [bases, whose] = await Promise.all([
    fromWorkbook.readRevisions(context, assessed, revisionsBehind(answers, lines)),
    fromWorkbook.readWhose(context, assessed, saved),
  ]);
  return { ...differencesOf(answers, lines, bases), whose };
}
