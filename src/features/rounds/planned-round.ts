import { slugOf } from '../../platform/slug.ts';
import { dueOnFor, type Round, type RoundScope, roundState } from '../programme/index.ts';

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

/** What can be wrong with a plan beside the rounds that there are. */
export type PlanFault =
  /** A round has this name, or one that comes to the same address. */
  | 'name-taken'
  /** The round of its baseline was withdrawn meanwhile. */
  | 'baseline-gone'
  /** The round of its baseline is due after the plan. */
  | 'baseline-late'
  /** A planning round that takes its baseline from it is due before. */
  | 'after-a-plan';

/**
 * What is wrong with a plan beside the rounds that there are; null where nothing is. A baseline is due by the deadline of the plans that
 * start from it; deadlines are those for everybody, as they are extended, and one that stays as it is stays. `ownId`: of the round that is put
 * right.
 */
export function faultOfPlan(
  rounds: readonly Round[],
  plan: Pick<Round, 'label' | 'dueOn' | 'baselineRound'>,
  ownId: string | null,
): PlanFault | null {
  if (isNameTaken(rounds, plan.label, ownId)) {
    return 'name-taken';
  }
  const baseline = rounds.find(({ id, kind }) => id === plan.baselineRound && kind === 'assessment');
  if (plan.baselineRound !== null && baseline === undefined) {
    return 'baseline-gone';
  }
  const own = rounds.find(({ id }) => id === ownId);
  if (own !== undefined && own.dueOn === plan.dueOn && own.baselineRound === plan.baselineRound) {
    return null;
  }
  const dueOn = dueOnFor({ dueOn: plan.dueOn, steps: own?.steps ?? [] });
  if (baseline !== undefined) {
    return dueOnFor(baseline) > dueOn ? 'baseline-late' : null;
  }
  const isAfterAPlan = own !== undefined && plansOver(rounds, own.id).some((round) => dueOnFor(round) < dueOn);
  return isAfterAPlan ? 'after-a-plan' : null;
}

/**
 * What is wrong with giving everybody another deadline in a round, beside the rounds that there are. Of a plan whose own deadline has passed
 * there is nothing to hold up any more. An extension for one place does not move the deadline of the rest.
 */
export function faultOfExtension(
  rounds: readonly Round[],
  { id, baselineRound }: Pick<Round, 'id' | 'baselineRound'>,
  { scope, dueOn }: { readonly scope: RoundScope; readonly dueOn: string },
  today: string,
): PlanFault | null {
  if (scope.kind !== 'all') {
    return null;
  }
  const baseline = rounds.find((round) => round.id === baselineRound);
  if (baseline !== undefined && dueOnFor(baseline) > dueOn) {
    return 'baseline-late';
  }
  return plansOver(rounds, id).some((plan) => hasTime(plan, today) && dueOnFor(plan) < dueOn) ? 'after-a-plan' : null;
}

/** The planning rounds that take their baseline from a round. */
export function plansOver(rounds: readonly Round[], roundId: string): Round[] {
  return rounds.filter(({ baselineRound }) => baselineRound === roundId);
}

/** Whether what is sent by the deadline of a round is yet to come. */
export function hasTime(round: Round, today: string): boolean {
  return roundState(round, today) !== 'closed' && dueOnFor(round) >= today;
}

/** Whether a planning round takes its baseline from this one. */
export function isBaseline(rounds: readonly Pick<Round, 'baselineRound'>[], roundId: string): boolean {
  return rounds.some(({ baselineRound }) => baselineRound === roundId);
}
