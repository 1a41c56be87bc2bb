import { slugOf } from '../../platform/slug.ts';
import type { Round } from '../programme/index.ts';

/** Whether another of these rounds is called by the same letters and numbers. The id of one tells what it was called first. */
export function isNameTaken(
  rounds: readonly Pick<Round, 'id' | 'label'>[],
  label: string,
  ownId: string | null,
): boolean {
  const slug = slugOf(label);
  return rounds.some((round) => round.id !== ownId && slugOf(round.label) === slug);
}

/** An id for a round of this name: its words, and a number where a round that was withdrawn has had them. */
export function idForRound(label: string, used: ReadonlySet<string>): string {
  const slug = slugOf(label);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!used.has(id)) {
      return id;
    }
  }
}

/** What is wrong with a plan beside the rounds that there are; null where nothing is. `ownId`: of the round that is put right. */
export function faultOfPlan(
  rounds: readonly Round[],
  { label, baselineRound }: Pick<Round, 'label' | 'baselineRound'>,
  ownId: string | null,
): 'name-taken' | 'baseline-gone' | null {
  if (isNameTaken(rounds, label, ownId)) {
    return 'name-taken';
  }
  const isThere = rounds.some(({ id, kind }) => id === baselineRound && kind === 'assessment');
  return baselineRound === null || isThere ? null : 'baseline-gone';
}

/** Whether a planning round takes its baseline from this one. */
export function isBaseline(rounds: readonly Pick<Round, 'baselineRound'>[], roundId: string): boolean {
  return rounds.some(({ baselineRound }) => baselineRound === roundId);
}

/** A round as it was put right last. */
export function asCorrected(round: Round): Round {
  const last = round.steps.findLast((step) => step.kind === 'correct');
  if (last === undefined) {
    return round;
  }
  const { label, opensOn, dueOn, instrument, baselineRound } = last;
  return { ...round, label, opensOn, dueOn, instrument, baselineRound };
}
