import type { AppContext } from '../../../context.ts';
import type { Connection } from '../../../platform/database/database.ts';
import type { ActingPerson } from '../../identity/index.ts';
import { findKeptDigest, lockInstrumentsShared } from '../kept/kept-instrument-repository.ts';
import { type Activation, decideActivation, lapseReason } from './activation.ts';
import { auditActivation } from './activation-audit.ts';
import { lockActivation, updateSettledActivation } from './activation-repository.ts';

export type SettleActivation =
  | {
      readonly kind: 'confirm';
      /** Of the text on the page. */
      readonly digest: string;
      /** Ids of the rounds that do not open before that. */
      readonly rounds: readonly string[];
    }
  | { readonly kind: 'withdraw'; readonly reason: string };

export type SettleOutcome =
  | { readonly kind: 'ok' }
  | { readonly kind: 'refused'; readonly reason: string }
  /** The pack has changed what was proposed: nothing can be confirmed any more. */
  | { readonly kind: 'lapsed' };

/** A second person confirms that a version may be asked, or somebody takes the proposal back. */
export function settleActivation(
  { database }: Pick<AppContext, 'database'>,
  activationId: string,
  step: SettleActivation,
  by: ActingPerson,
): Promise<SettleOutcome> {
  return database.transaction().execute(async (transaction): Promise<SettleOutcome> => {
    await lockInstrumentsShared(transaction);
    const activation = await lockActivation(transaction, activationId);
    if (activation === null) {
      return { kind: 'refused', reason: 'There is no such proposal' };
    }
    const kept = await findKeptDigest(transaction, activation);
    const given = step.kind === 'confirm' ? { digest: step.digest, reason: '' } : { digest: '', reason: step.reason };
    if (step.kind === 'confirm' && activation.state === 'proposed' && kept !== activation.digest) {
      await lapseActivation(transaction, activation, by.at);
      return { kind: 'lapsed' };
    }
    const decision = decideActivation(activation, step.kind, { personId: by.personId, kept, ...given });
    if (decision.kind === 'refused') {
      return decision;
    }
    const state = step.kind === 'confirm' ? 'active' : 'withdrawn';
    await updateSettledActivation(transaction, activationId, { state, reason: given.reason }, by);
    await (step.kind === 'confirm'
      ? auditActivation(transaction, 'instrument.activate', activation, by, { rounds: step.rounds })
      : auditActivation(transaction, 'instrument.withdraw', activation, by, { reason: step.reason }));
    return { kind: 'ok' };
  });
}

/** Nobody's doing: the pack says something else now. */
export async function lapseActivation(transaction: Connection, activation: Activation, at: Date): Promise<void> {
  const { activationId } = activation;
  await updateSettledActivation(
    transaction,
    activationId,
    { state: 'lapsed', reason: lapseReason },
    { personId: null, at },
  );
  const service = { personId: null, onBehalfOf: 'The service', at };
  await auditActivation(transaction, 'instrument.lapse', activation, service, { reason: lapseReason });
}
