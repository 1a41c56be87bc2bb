import { isLive } from './evidence.ts';
import type { SignedUse, UseFacts } from './use-repository.ts';

/** Ids of the questions, by assessment, whose answers are evidenced. */
export type Evidenced = ReadonlyMap<string, ReadonlySet<string>>;

/** By what answers rest on now, on a day: one thing that is live is enough. */
export function evidencedNow(uses: readonly UseFacts[], day: string): Evidenced {
  return byAssessment(uses.filter((use) => isLive(use, day)));
}

/** By what they rested on when they were signed, with what was called evidenced before evidence could be kept. */
export function evidencedAtSigning(
  signed: readonly SignedUse[],
  noted: readonly { readonly assessmentId: string; readonly questionId: string }[],
): Evidenced {
  return byAssessment([...signed.filter((use) => use.isLive), ...noted]);
}

function byAssessment(answers: readonly { readonly assessmentId: string; readonly questionId: string }[]): Evidenced {
  const groups = Map.groupBy(answers, ({ assessmentId }) => assessmentId);
  return new Map([...groups].map(([id, some]) => [id, new Set(some.map(({ questionId }) => questionId))]));
}
