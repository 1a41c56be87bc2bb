import type { Connection } from '../../platform/database/database.ts';
import { dayOf } from '../../platform/days.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { Round } from '../programme/index.ts';
import type { RoundsContext } from './begin-round.ts';
import { faultOfExtension, faultOfPlan, isBaseline, type PlanFault } from './planned-round.ts';
import { lockRounds } from './read-running-programme.ts';
import { auditRound } from './round-audit.ts';
import { insertRoundStep, insertWithdrawnRound, listRoundSteps, lockRound } from './round-repository.ts';
import { decideRoundAction, type RoundAction, type RoundDecision } from './round-rules.ts';

export interface TakeRoundStep {
  readonly round: Round;
  /** How many steps had been taken when the page was made on which this one was decided. */
  readonly after: number;
  readonly action: RoundAction;
}

export type RoundStepOutcome = RoundDecision | { readonly kind: 'changed-meanwhile' } | { readonly kind: PlanFault };

/** Whether anybody has begun anything in a round; asked of the features in which that is. */
export type IsRoundUsed = (connection: Connection, roundId: string) => Promise<boolean>;

export interface StepContext extends RoundsContext {
  readonly isRoundUsed: IsRoundUsed;
}

/** Opens, extends, closes, corrects or withdraws a round. What somebody else has done about it since is never overlooked: nothing is changed then. */
export function recordRoundStep(
  { database, pack, isRoundUsed }: StepContext,
  { round, after, action }: TakeRoundStep,
  by: ActingPerson,
): Promise<RoundStepOutcome> {
  return database.transaction().execute(async (transaction): Promise<RoundStepOutcome> => {
    const standing = await lockRound(transaction, round.id);
    if (standing.isWithdrawn || standing.steps !== after) {
      return { kind: 'changed-meanwhile' };
    }
    const taken = await listRoundSteps(transaction, round.id);
    const current = { ...round, steps: taken.map(({ step }) => step) };
    // What is planned meanwhile waits, so that it does not take its baseline from a round that goes, or is due after it.
    const rounds = isBesideOthers(action) ? await lockRounds(transaction, pack) : [];
    const isUsed = dependsOnUse(action) && (await isRoundUsed(transaction, round.id));
    const facts = { isUsed, isBaseline: isBaseline(rounds, round.id), resultsPublic: pack.resultsPublic };
    const day = dayOf(by.at);
    const decision = decideRoundAction(current, action, day, facts);
    if (decision.kind === 'refused') {
      return decision;
    }
    const fault = faultBeside(rounds, current, action, day);
    if (fault !== null) {
      return { kind: fault };
    }
    if (!(await insertAction(transaction, round.id, after + 1, action, by))) {
      return { kind: 'changed-meanwhile' };
    }
    const { kind, ...detail } = action;
    await auditRound(transaction, round.id, kind, by, { step: after + 1, ...detail });
    return { kind: 'ok' };
  });
}

function dependsOnUse({ kind }: RoundAction): boolean {
  return kind === 'correct' || kind === 'withdraw' || kind === 'set-results-day';
}

/** Whether the other rounds have a say in it. */
function isBesideOthers({ kind }: RoundAction): boolean {
  return kind === 'correct' || kind === 'withdraw' || kind === 'extend';
}

function faultBeside(rounds: readonly Round[], round: Round, action: RoundAction, day: string): PlanFault | null {
  switch (action.kind) {
    case 'correct':
      return faultOfPlan(rounds, action, round.id);
    case 'extend':
      return faultOfExtension(rounds, round, action, day);
    default:
      return null;
  }
}

/** False where somebody else was first. */
function insertAction(
  transaction: Connection,
  roundId: string,
  number: number,
  action: RoundAction,
  by: ActingPerson,
): Promise<boolean> {
  return action.kind === 'withdraw'
    ? insertWithdrawnRound(transaction, { roundId, reason: action.reason }, by)
    : insertRoundStep(transaction, { roundId, number, action, ...by });
}
