import { appendAuditEvent } from '../../../platform/audit/audit-trail.ts';
import type { Connection } from '../../../platform/database/database.ts';
import type { Activation } from './activation.ts';

type AuditedAction =
  | 'instrument.active-at-start'
  | 'instrument.propose'
  | 'instrument.activate'
  | 'instrument.withdraw'
  | 'instrument.lapse';

/** Whoever did it; where nobody did, it was the start of the service. */
export interface ActivationActor {
  readonly personId: string | null;
  readonly onBehalfOf: string;
  readonly at: Date;
}

/** Adds what was done about a version to the chain of its instrument. */
export function auditActivation(
  transaction: Connection,
  action: AuditedAction,
  { activationId, id, version, digest }: Pick<Activation, 'activationId' | 'id' | 'version' | 'digest'>,
  { personId, onBehalfOf, at }: ActivationActor,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return appendAuditEvent(transaction, {
    chain: `instrument:${id}`,
    action,
    personId,
    onBehalfOf,
    at,
    detail: { activation: activationId, instrumentVersion: version, digest, ...more },
  });
}
