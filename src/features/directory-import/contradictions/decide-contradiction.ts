import type { AppContext } from '../../../context.ts';
import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Connection } from '../../../platform/database/database.ts';
import type { ActingPerson } from '../../identity/index.ts';
import { changeRegister, type RegisterTransaction } from '../../register/index.ts';
import { type ContradictionDecision, decisionsFor } from './contradiction.ts';
import {
  findContradiction,
  insertDecision,
  listReopeningsNotTaken,
  type NewDecision,
} from './contradiction-repository.ts';
import { actionOfTaking, planTaking, takeIn } from './take-observation.ts';

export interface Deciding {
  readonly contradictionId: string;
  readonly decision: ContradictionDecision;
  readonly reason: string;
  /** How many decisions there were on the page that was decided from. */
  readonly seen: number;
}

export type DecidedContradiction =
  /** Now, or by the same form before. */
  | { readonly kind: 'done' }
  /** Somebody decided meanwhile: what they did is on the page. */
  | { readonly kind: 'too-late' }
  /** What the file says would not hold: a newer source, or another end, is known since. */
  | { readonly kind: 'does-not-hold' };

type Context = Pick<AppContext, 'database' | 'pack' | 'register'>;

/**
 * Records what a person decided of a contradiction. To take what the file says is a change of the register like any other, in the
 * same transaction: who rests on the members of a footprint is told, and later files find it so.
 */
export function decideContradiction(
  context: Context,
  deciding: Deciding,
  by: ActingPerson,
): Promise<DecidedContradiction> {
  return context.database.transaction().execute(async (transaction) => {
    if (deciding.decision === 'keep') {
      return (await refusal(transaction, deciding, by)) ?? record(transaction, deciding, by);
    }
    const contradiction = await findContradiction(transaction, deciding.contradictionId);
    const action = actionOfTaking(contradiction?.code ?? '', by);
    return changeRegister(transaction, context.register, action, async (register): Promise<DecidedContradiction> => {
      // Read again under the lock: nobody else takes anything in meanwhile.
      const before = await refusal(register, deciding, by);
      if (before !== null) {
        return before;
      }
      const plan = contradiction === null ? null : await planTaking(register, context, contradiction);
      if (plan === null) {
        return { kind: 'does-not-hold' };
      }
      const recorded = await record(register, deciding, by);
      if (recorded.kind === 'done') {
        await takeIn(register, plan);
      }
      return recorded;
    });
  });
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

async function record(connection: Connection, deciding: Deciding, by: Decider): Promise<DecidedContradiction> {
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
  { contradictionId, decision, reason, seen }: Deciding,
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
