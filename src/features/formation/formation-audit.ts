import type { AppContext } from '../../context.ts';
import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Connection } from '../../platform/database/database.ts';
import type { Acting } from '../identity/index.ts';
import { insertStep, type StepAction } from './decisions/form-decision-repository.ts';
import type { FormRow } from './formation-repository.ts';

/** What a use case of this feature needs of the service. */
export type FormationContext = Pick<AppContext, 'database' | 'pack' | 'newId' | 'config' | 'register'>;

type FormationAuditAction = 'save' | 'endorse' | StepAction;

/** Adds what was done to the chain of the formation in the audit trail. */
export function auditFormation(
  transaction: Connection,
  form: Pick<FormRow, 'formationId' | 'number'>,
  action: FormationAuditAction,
  by: Acting,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return appendAuditEvent(transaction, {
    chain: `formation:${form.formationId}`,
    action: `formation.${action}`,
    personId: by.personId,
    onBehalfOf: by.onBehalfOf,
    at: by.at,
    detail: { form: form.number, ...detail },
  });
}

/** Notes a step of a form, where its readers see it and in the audit trail. */
export async function recordStep(
  transaction: Connection,
  form: Pick<FormRow, 'formationId' | 'formId' | 'number' | 'digest'>,
  action: StepAction,
  by: Acting,
  detail: Readonly<Record<string, unknown>> & { readonly reason?: string } = {},
): Promise<void> {
  await insertStep(transaction, {
    formId: form.formId,
    action,
    digest: form.digest,
    reason: detail.reason ?? '',
    personId: by.personId,
    by: by.name,
    onBehalfOf: by.onBehalfOf,
    at: by.at,
  });
  await auditFormation(transaction, form, action, by, { digest: form.digest, ...detail });
}
