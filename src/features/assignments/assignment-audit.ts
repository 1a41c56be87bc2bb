import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { ActingPerson } from '../identity/index.ts';
import type { AssignmentAction } from './assignment.ts';

export interface AssignmentsDone {
  readonly organisationId: string;
  readonly roundId: string;
  readonly action: 'assign' | AssignmentAction;
  readonly assignmentIds: readonly string[];
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Adds what was done about assignments to the chain of an organisation’s assignments in a round. */
export function auditAssignments(
  transaction: Connection,
  { organisationId, roundId, action, assignmentIds, detail = {} }: AssignmentsDone,
  { personId, onBehalfOf, at }: ActingPerson,
): Promise<void> {
  return appendAuditEvent(transaction, {
    chain: `assignments:${organisationId}:${roundId}`,
    action: `assignment.${action}`,
    personId,
    onBehalfOf,
    at,
    detail: { organisation: organisationId, roundId, assignments: assignmentIds, ...detail },
  });
}
