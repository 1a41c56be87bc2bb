import type { Database } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { ProgrammePack, RoundPlan } from '../programme/index.ts';
import { faultOfPlan, idForRound, type PlanFault } from './planned-round.ts';
import { lockRounds } from './read-running-programme.ts';
import { auditRound } from './round-audit.ts';
import { insertPlannedRound, listUsedRoundIds } from './round-repository.ts';

export type BeginRoundOutcome = { readonly kind: 'ok'; readonly roundId: string } | { readonly kind: PlanFault };

export interface RoundsContext {
  readonly database: Database;
  /** Of the running programme; those of its pack are taken as they are, the others are read again. */
  readonly pack: Pick<ProgrammePack, 'rounds' | 'resultsPublic'>;
}

/** Plans a round: of assessment over an instrument of the pack, or of planning over its template. It opens by itself on its day. */
export function beginRound(
  { database, pack }: RoundsContext,
  plan: RoundPlan,
  by: ActingPerson,
): Promise<BeginRoundOutcome> {
  return database.transaction().execute(async (transaction): Promise<BeginRoundOutcome> => {
    const rounds = await lockRounds(transaction, pack);
    const fault = faultOfPlan(rounds, plan, null);
    if (fault !== null) {
      return { kind: fault };
    }
    const used = await listUsedRoundIds(transaction);
    const id = idForRound(plan.label, new Set([...used, ...rounds.map((round) => round.id)]));
    await insertPlannedRound(transaction, { ...plan, id }, by);
    await auditRound(transaction, id, 'plan', by, { ...plan });
    return { kind: 'ok', roundId: id };
  });
}
