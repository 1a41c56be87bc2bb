import { lockMembersShared } from '../directory/index.ts';
import type { Acting } from '../identity/index.ts';
import { insertFormEndorsement, isStandingDecision } from './form-decision-repository.ts';
import type { FormEndorsementDecision } from './form-endorsement.ts';
import { auditFormation, type FormationContext } from './formation-audit.ts';
import { completeForm, type FormOnPage, formMovedOn, holdForm, type MoveFormOutcome, readBoard } from './move-form.ts';

export interface EndorseForm extends FormOnPage {
  readonly organisationId: string;
  readonly decision: FormEndorsementDecision;
  readonly reason: string;
}

/**
 * Records what a CCG decided about the document on the page, in the name of the person who decided. With the last endorsement
 * the form goes to the region. The same said twice is recorded once, and answered alike.
 */
export function endorseForm(
  { database, newId }: Pick<FormationContext, 'database' | 'newId'>,
  { organisationId, decision, reason, ...page }: EndorseForm,
  by: Acting,
): Promise<MoveFormOutcome> {
  return database.transaction().execute(async (transaction): Promise<MoveFormOutcome> => {
    await lockMembersShared(transaction);
    const held = await holdForm(transaction, page);
    if (held === null) {
      return formMovedOn;
    }
    const { form } = held;
    const person = { name: by.name, role: by.role };
    const said = { organisationId, digest: page.digest ?? '', decision, reason, person };
    if (await isStandingDecision(transaction, { formId: form.formId, personId: by.personId, endorsement: said })) {
      return { kind: 'ok', form };
    }
    if (form.state !== 'with-ccgs' || form.digest === null) {
      return { kind: 'refused', reason: 'This form does not wait for its CCGs' };
    }
    const { rows } = await readBoard(transaction, form);
    if (!rows.some(({ ccg }) => ccg.organisationId === organisationId)) {
      return { kind: 'refused', reason: 'This organisation is not asked to endorse the form' };
    }

    const { digest, formId, illustrative } = form;
    await insertFormEndorsement(transaction, {
      endorsementId: newId(),
      formId,
      personId: by.personId,
      illustrative,
      endorsement: { organisationId, digest, decision, reason, person, at: by.at },
    });
    await auditFormation(transaction, form, 'endorse', by, { organisation: organisationId, decision, reason, digest });
    return { kind: 'ok', form: await completeForm(transaction, form, by) };
  });
}
