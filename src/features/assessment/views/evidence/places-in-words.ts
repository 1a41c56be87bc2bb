import { findRound, type ProgrammePack } from '../../../programme/index.ts';
import type { AssessmentOfRound } from '../../evidence/assessments-of-repository.ts';

/** `Baseline 2016: SA1, SA2`, one for each round. */
export function placesInWords(
  pack: ProgrammePack,
  assessments: readonly AssessmentOfRound[],
  uses: readonly { readonly assessmentId: string; readonly questionId: string }[],
): string[] {
  const roundOf = new Map(assessments.map(({ assessmentId, roundId }) => [assessmentId, roundId]));
  const byRound = Map.groupBy(uses, ({ assessmentId }) => roundOf.get(assessmentId) ?? '');
  return [...byRound].map(([roundId, some]) => {
    const questions = [...new Set(some.map(({ questionId }) => questionId))];
    return `${findRound(pack, roundId)?.label ?? roundId}: ${questions.join(', ')}`;
  });
}
