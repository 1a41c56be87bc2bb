import { dayOf } from '../../platform/days.ts';
import type { ProgrammePack } from './programme.ts';
import type { Round, RoundOnRecord } from './round.ts';

/** The rounds of a pack as it says them, about which nothing was done yet. */
export function onRecord(rounds: readonly Round[]): RoundOnRecord[] {
  return rounds.map((round) => ({ round, plannedAt: null, withdrawnAt: null }));
}

/**
 * The rounds as they stood at the end of a day: those that were planned by then and not withdrawn, as they had been put right, with the steps
 * that had been taken; as they stand now where no day is given.
 */
export function roundsRecordedBy(rounds: readonly RoundOnRecord[], day: string | null): Round[] {
  const isBy = (at: Date) => day === null || dayOf(at) <= day;
  const isThere = ({ plannedAt, withdrawnAt }: RoundOnRecord) =>
    (plannedAt === null || isBy(plannedAt)) && !(withdrawnAt !== null && isBy(withdrawnAt));
  return rounds
    .filter(isThere)
    .map(({ round }) => asCorrected({ ...round, steps: round.steps.filter(({ at }) => isBy(at)) }));
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

/**
 * The programme with its rounds as they were on record by a day, for a page of that day; as it is where everything counts. What is done about a
 * round today changes no page of before.
 */
export function programmeRecordedBy(pack: ProgrammePack, recordedBy: string | null): ProgrammePack {
  return recordedBy === null ? pack : { ...pack, rounds: roundsRecordedBy(pack.roundsOnRecord, recordedBy) };
}
