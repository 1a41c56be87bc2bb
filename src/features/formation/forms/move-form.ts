import type { CheckResult } from '../../../platform/check-result.ts';
import type { Connection } from '../../../platform/database/database.ts';
import { outstandingCount } from '../../agreement/index.ts';
import type { Acting } from '../../identity/index.ts';
import { findNewestStep, listFormEndorsementsOf, type StepAction } from '../decisions/form-decision-repository.ts';
import { type FormBoard, formBoard } from '../decisions/form-endorsement.ts';
import { type FormationContext, recordStep } from '../formation-audit.ts';
import { type FormationRow, type FormRow, findNewestForm, lockFormation, updateForm } from '../formation-repository.ts';
import { listDocuments } from './form-content-repository.ts';
import { type FormActionKind, nextFormState } from './form-state.ts';

export type MoveFormOutcome =
  | { readonly kind: 'ok'; readonly form: FormRow }
  | { readonly kind: 'blocked'; readonly check: CheckResult }
  | { readonly kind: 'refused'; readonly reason: string };

/** A form as a person had it on the page: a step is taken about that one and no other. */
export interface FormOnPage {
  readonly formationId: string;
  readonly number: number;
  /** Null while it is written. */
  readonly digest: string | null;
}

export interface HeldForm {
  readonly formation: FormationRow;
  readonly form: FormRow;
}

/** Holds the formation, and gives the form if it is still the one the page was made from. */
export async function holdForm(transaction: Connection, page: FormOnPage): Promise<HeldForm | null> {
  const formation = await lockFormation(transaction, page.formationId);
  const form = await findNewestForm(transaction, page.formationId);
  return form === null || form.number !== page.number || form.digest !== page.digest ? null : { formation, form };
}

/**
 * The newest form, where the last thing done to it is exactly this, by the same person: a second press of the button, or a request
 * sent again, which is answered as the first was. The caller holds the formation.
 */
export async function repeatedStep(
  transaction: Connection,
  page: FormOnPage,
  step: { readonly action: StepAction; readonly reason: string },
  by: Pick<Acting, 'personId'>,
): Promise<FormRow | null> {
  const form = await findNewestForm(transaction, page.formationId);
  const newest = form === null ? null : await findNewestStep(transaction, form.formId);
  const isSame =
    by.personId !== null &&
    form?.number === page.number &&
    newest?.action === step.action &&
    newest.digest === page.digest &&
    newest.reason === step.reason &&
    newest.personId === by.personId;
  return isSame ? form : null;
}

export const formMovedOn = {
  kind: 'refused',
  reason: 'The form was changed after you opened this page. Read it again before you go on',
} as const;

/** Who of those asked has decided on the document as it stands. */
export async function readBoard(connection: Connection, form: FormRow): Promise<FormBoard> {
  return (await readBoards(connection, [form])).get(form.formId) ?? formBoard([], [], form.digest);
}

/** The same of several forms, by form. */
export async function readBoards(
  connection: Connection,
  forms: readonly FormRow[],
): Promise<ReadonlyMap<string, FormBoard>> {
  const put = forms.flatMap(({ formId, digest }) => (digest === null ? [] : [{ formId, digest }]));
  const formIds = forms.map(({ formId }) => formId);
  const documents = await listDocuments(connection, put);
  const endorsements = await listFormEndorsementsOf(connection, formIds);
  return new Map(
    forms.map(({ formId, digest }) => [
      formId,
      formBoard(documents.get(formId)?.document.asked ?? [], endorsements.get(formId) ?? [], digest),
    ]),
  );
}

/** Passes a form with nothing outstanding on to the region. */
export async function completeForm(transaction: Connection, form: FormRow, by: Acting): Promise<FormRow> {
  const facts = { blockerCount: 0, outstandingCount: outstandingCount(await readBoard(transaction, form)) };
  const decision = nextFormState(form.state, { kind: 'complete', reason: '' }, facts);
  if (decision.kind === 'refused') {
    return form;
  }
  const moved = { ...form, state: decision.state };
  await updateForm(transaction, form.formId, moved);
  await recordStep(transaction, moved, 'complete', by);
  return moved;
}

export interface ReturnForm extends FormOnPage {
  readonly action: Extract<FormActionKind, 'take-back' | 'send-back' | 'withdraw'>;
  /** Read by every commissioner whose endorsement lapses. */
  readonly reason: string;
}

/** Takes a form back to be changed, sends it back for the region, or gives it up. What was endorsed stays readable. */
export function returnForm(
  { database }: Pick<FormationContext, 'database'>,
  { action, reason, ...page }: ReturnForm,
  by: Acting,
): Promise<MoveFormOutcome> {
  return database.transaction().execute(async (transaction): Promise<MoveFormOutcome> => {
    const held = await holdForm(transaction, page);
    const repeated = await repeatedStep(transaction, page, { action, reason }, by);
    if (repeated !== null) {
      return { kind: 'ok', form: repeated };
    }
    if (held === null) {
      return formMovedOn;
    }
    return returnHeld(transaction, held.form, { action, reason }, by);
  });
}

/** Takes a form back that no longer rests on what it was endorsed for, inside the caller's transaction, which holds it. */
export function takeBackForm(
  transaction: Connection,
  form: FormRow,
  reason: string,
  by: Acting,
): Promise<MoveFormOutcome> {
  return returnHeld(transaction, form, { action: 'take-back', reason }, by);
}

async function returnHeld(
  transaction: Connection,
  form: FormRow,
  { action, reason }: Pick<ReturnForm, 'action' | 'reason'>,
  by: Acting,
): Promise<MoveFormOutcome> {
  const decision = nextFormState(form.state, { kind: action, reason }, { blockerCount: 0, outstandingCount: 0 });
  if (decision.kind === 'refused') {
    return decision;
  }
  const { rows } = await readBoard(transaction, form);
  const lapsed = rows.filter(({ endorsement }) => endorsement !== null).map(({ party }) => party.organisationId);
  const moved = { ...form, state: decision.state, digest: decision.state === 'withdrawn' ? form.digest : null };
  await updateForm(transaction, form.formId, moved);
  await recordStep(transaction, form, action, by, { reason, lapsed });
  return { kind: 'ok', form: moved };
}
