import type { Connection } from '../../../platform/database/database.ts';
import { insertUseCopies } from '../../evidence/index.ts';
import type { Instrument } from '../../programme/index.ts';
import type { AssessmentKey, SavedAnswer } from '../../scoring/index.ts';
import { insertCopies, listSavedAnswers } from '../answering/answer-repository.ts';
import { questionsTaken, type Takes } from './answers-in-effect.ts';
import { questionsKept, saysAnything } from './questions-kept.ts';

interface Asked {
  readonly instrument: Instrument;
  readonly careSetting: string;
}

interface By {
  readonly personId: string;
  readonly at: Date;
}

/**
 * Makes the answers that an assessment takes its own, as they stand now. What it had there from an earlier time is replaced, and stays in the
 * history.
 */
export async function takeAnswersOver(
  transaction: Connection,
  asked: Asked,
  takes: readonly Takes[],
  to: AssessmentKey,
  by: By,
): Promise<void> {
  for (const each of takes) {
    const copies = { from: each.from, to, questionIds: questionsTaken(asked, each) };
    await insertCopies(transaction, copies, by);
    await insertUseCopies(transaction, copies, by);
  }
}

/**
 * Lets an assessment go on by itself with answers that it took: they become its own, and what it had there from an earlier time stays where
 * nothing is said in its place.
 */
export async function goOnWithAnswers(
  transaction: Connection,
  asked: Asked,
  take: Takes,
  to: AssessmentKey,
  by: By,
): Promise<void> {
  const given = await listSaid(transaction, asked, take);
  const questionIds = questionsKept(given, await listSavedAnswers(transaction, to));
  await insertCopies(transaction, { from: take.from, to, questionIds }, by);
  await insertUseCopies(transaction, { from: take.from, to, questionIds }, by);
}

/** What is said where answers are taken from. */
export async function listSaid(transaction: Connection, asked: Asked, take: Takes): Promise<SavedAnswer[]> {
  if (take.from === null) {
    return [];
  }
  const taken = new Set(questionsTaken(asked, take));
  const saved = await listSavedAnswers(transaction, take.from);
  return saved.filter((each) => taken.has(each.questionId) && saysAnything(each));
}
