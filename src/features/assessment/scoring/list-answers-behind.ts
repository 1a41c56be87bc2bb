import type { Connection } from '../../../platform/database/database.ts';
import { answersIn, listDocumentsBehind, type SubmittedOf } from '../../return-documents/index.ts';
import { type Answer, givenAnswers } from '../../scoring/index.ts';
import { listGivenAnswers } from '../answering/answer-repository.ts';

/**
 * The answers that results rest on, by assessment: those that are kept, or where these are changed for a correction or were since, those of the
 * document that was signed.
 */
export async function listAnswersBehind(
  connection: Connection,
  results: readonly SubmittedOf[],
): Promise<ReadonlyMap<string, readonly Answer[]>> {
  const [kept, documents] = await Promise.all([
    listGivenAnswers(connection, results),
    listDocumentsBehind(connection, results),
  ]);
  const signed = [...documents].map(([id, document]) => [id, givenAnswers(answersIn(document))] as const);
  return new Map([...kept, ...signed]);
}
