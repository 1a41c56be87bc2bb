import { decideEndorsement, isRepeated, type PlainDecision, type RefusalWords } from '../../agreement/index.ts';
import type { Acting } from '../../identity/index.ts';
import { lockMembersShared } from '../../register/index.ts';
import { auditFormation, type FormationContext } from '../formation-audit.ts';
import {
  completeForm,
  type FormOnPage,
  formMovedOn,
  holdForm,
  type MoveFormOutcome,
  readBoard,
} from '../forms/move-form.ts';
import { findStandingDecision, insertFormEndorsement } from './form-decision-repository.ts';

export interface EndorseForm extends FormOnPage {
  readonly organisationId: string;
  readonly decision: PlainDecision;
  readonly reason: string;
}

const words: RefusalWords = {
  'not-open': 'This form does not wait for its commissioners',
  'not-asked': 'This organisation is not asked to endorse the form',
  changed: formMovedOn.reason,
};

/**
 * Records what a commissioner decided about the document on the page, in the name of the person who decided. With the last endorsement
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
    const { personId, name, role, at } = by;
    const digest = page.digest ?? '';
    const said = { personId, personName: name, decision, conditions: reason };
    if (isRepeated(said, await findStandingDecision(transaction, form.formId, { organisationId, digest }))) {
      return { kind: 'ok', form };
    }
    const { rows } = await readBoard(transaction, form);
    const outcome = decideEndorsement(
      { decision, conditions: reason, digest },
      {
        isOpen: form.state === 'with-ccgs',
        digest: form.digest,
        parties: rows.map(({ party }) => party),
        organisationId,
        person: { name, role },
        now: at,
      },
      words,
    );
    if (outcome.kind === 'refused') {
      return outcome;
    }

    const { formId, illustrative } = form;
    const { endorsement } = outcome;
    await insertFormEndorsement(transaction, { endorsementId: newId(), formId, personId, illustrative, endorsement });
    await auditFormation(transaction, form, 'endorse', by, { organisation: organisationId, decision, reason, digest });
    return { kind: 'ok', form: await completeForm(transaction, form, by) };
  });
}
