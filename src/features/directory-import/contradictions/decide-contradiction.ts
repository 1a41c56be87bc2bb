import type { AppContext } from '../../../context.ts';
import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Connection } from '../../../platform/database/database.ts';
import type { ActingPerson } from '../../identity/index.ts';
import { changeRegisterAndTell, type RegisterTransaction } from '../../register/index.ts';
import type { BatchPlan } from '../take-in/plan-batch.ts';
import { type ContradictionDecision, decisionsFor } from './contradiction.ts';
import {
  findContradiction,
  insertDecision,
  listReopeningsNotTaken,
  type NewDecision,
} from './contradiction-repository.ts';
import { actionOfTaking, digestOfTaking, planTaking, takeIn } from './take-observation.ts';

export interface Deciding {
  readonly contradictionId: string;
  readonly decision: ContradictionDecision;
  readonly reason: string;
  /** How many decisions there were on the page that was decided from. */
  readonly seen: number;
  /** Of what would follow, as the page showed it; empty where it showed nothing of that. */
  readonly shown: string;
}

export type DecidedContradiction =
  /** Now, or by the same form before. */
  | { readonly kind: 'done' }
  /** Somebody decided meanwhile: what they did is on the page. */
  | { readonly kind: 'too-late' }
  /** What the file says would not hold: a newer source, or another end, is known since. */
  | { readonly kind: 'does-not-hold' }
  /** Something else would follow from taking it than what the page showed. */
  | { readonly kind: 'not-as-shown' };

type Context = Pick<AppContext, 'database' | 'pack' | 'register'>;

/**
 * Records what a person decided of a contradiction. To take what the file says is a change of the register like any other, in the
 * same transaction: who rests on the members of a footprint is told, and later files find it so. It is done only where all that follows from it
 * is what the page showed.
 */
export async function decideContradiction(
  context: Context,
  deciding: Deciding,
  by: ActingPerson,
): Promise<DecidedContradiction> {
  try {
    return await context.database
      .transaction()
      .execute((transaction) =>
        deciding.decision === 'keep' ? keep(transaction, deciding, by) : take(context, transaction, deciding, by),
      );
  } catch (error) {
    if (error instanceof NotAsShownError) {
      return { kind: 'not-as-shown' };
    }
    throw error;
  }
}

/** Thrown so that what was tried is taken back. */
class NotAsShownError extends Error {
  override readonly name = 'NotAsShownError';
}

async function keep(transaction: Connection, deciding: Deciding, by: ActingPerson): Promise<DecidedContradiction> {
  return (await refusal(transaction, deciding, by)) ?? record(transaction, deciding, by);
}

async function take(
  context: Context,
  transaction: Connection,
  deciding: Deciding,
  by: ActingPerson,
): Promise<DecidedContradiction> {
  const contradiction = await findContradiction(transaction, deciding.contradictionId);
  const action = actionOfTaking(contradiction?.code ?? '', by);
  const { result, ...followed } = await changeRegisterAndTell(
    transaction,
    context.register,
    action,
    async (register): Promise<Taken> => {
      // Read again under the lock: nobody else takes anything in meanwhile.
      const before = await refusal(register, deciding, by);
      if (before !== null) {
        return { outcome: before, plan: null };
      }
      const plan = contradiction === null ? null : await planTaking(register, context, contradiction);
      if (plan === null) {
        return { outcome: { kind: 'does-not-hold' }, plan };
      }
      const outcome = await record(register, deciding, by);
      if (outcome.kind !== 'done') {
        return { outcome, plan: null };
      }
      await takeIn(register, plan);
      return { outcome, plan };
    },
  );
  if (result.plan !== null && digestOfTaking({ ...followed, result: result.plan }) !== deciding.shown) {
    throw new NotAsShownError();
  }
  return result.outcome;
}

interface Taken {
  readonly outcome: DecidedContradiction;
  /** What was taken in by it; null where nothing was. */
  readonly plan: BatchPlan | null;
}

/** Who decides; whoever runs the service is no person. */
type Decider = Pick<ActingPerson, 'onBehalfOf' | 'at'> & { readonly personId: string | null };

/**
 * Settles what was said of organisations that whoever runs the service has a file open again, whether it waits to be decided or was
 * kept away: to say so beforehand is to take what is said. Called once the file has opened them, in its transaction.
 */
export async function settleReopened(
  connection: RegisterTransaction,
  codes: readonly string[],
  reason: string,
  by: Decider,
): Promise<void> {
  for (const waiting of codes.length === 0 ? [] : await listReopeningsNotTaken(connection, codes)) {
    await record(connection, { ...waiting, decision: 'take', reason }, by);
  }
}

async function record(
  connection: Connection,
  deciding: Omit<Deciding, 'shown'>,
  by: Decider,
): Promise<DecidedContradiction> {
  const { contradictionId, decision, reason, seen } = deciding;
  const made: NewDecision = {
    contradictionId,
    number: seen + 1,
    decision,
    reason,
    personId: by.personId,
    at: by.at,
  };
  if (!(await insertDecision(connection, made))) {
    return (await refusal(connection, deciding, by)) ?? { kind: 'too-late' };
  }
  const contradiction = await findContradiction(connection, contradictionId);
  await appendAuditEvent(connection, {
    chain: 'directory',
    action: 'contradiction.decide',
    personId: by.personId,
    onBehalfOf: by.onBehalfOf,
    at: by.at,
    detail: {
      contradictionId,
      code: contradiction?.code ?? '',
      known: contradiction?.known ?? '',
      said: contradiction?.said ?? '',
      decision,
      reason,
    },
  });
  return { kind: 'done' };
}

/** Null where the decision can be made. The same form of the same person, sent again, has been heard. */
async function refusal(
  connection: Connection,
  { contradictionId, decision, reason, seen }: Omit<Deciding, 'shown'>,
  { personId }: Decider,
): Promise<DecidedContradiction | null> {
  const contradiction = await findContradiction(connection, contradictionId);
  const last = contradiction?.last ?? null;
  if (contradiction !== null && (last?.number ?? 0) === seen) {
    const isOpen = decisionsFor(contradiction.kind, last?.decision).includes(decision);
    return isOpen ? null : { kind: 'too-late' };
  }
  const isRepeat =
    last?.number === seen + 1 && last.personId === personId && last.decision === decision && last.reason === reason;
  return { kind: isRepeat ? 'done' : 'too-late' };
}
