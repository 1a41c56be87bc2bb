import type { Connection } from '../../../platform/database/database.ts';
import type { Instrument } from '../../programme/index.ts';
import type { AssessmentKey, SavedAnswer } from '../../scoring/index.ts';
import { listSavedAnswers } from '../answering/answer-repository.ts';
import { answersInEffect, type Takes } from './answers-in-effect.ts';

/** The answers that count for an assessment, with those that it takes from others. `opened`: null while nobody has opened it. */
export async function listAnswersInEffect(
  connection: Connection,
  asked: { readonly instrument: Instrument; readonly careSetting: string },
  takes: readonly Takes[],
  opened: AssessmentKey | null,
): Promise<SavedAnswer[]> {
  const saved = new Map<string, SavedAnswer[]>();
  for (const key of [opened, ...takes.map(({ from }) => from)]) {
    if (key !== null && !saved.has(key.assessmentId)) {
      saved.set(key.assessmentId, await listSavedAnswers(connection, key));
    }
  }
  const savedIn = (key: AssessmentKey | null) => saved.get(key?.assessmentId ?? '') ?? [];
  return answersInEffect(asked, takes, { own: savedIn(opened), given: savedIn });
}
