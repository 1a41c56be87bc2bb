import { canonicalJson } from '../../../platform/canonical-json.ts';
import { decideSave, type SaveDecision } from '../../../platform/decide-save.ts';
import type { Acting } from '../../identity/index.ts';
import type { FormContent, FormPage } from '../formation.ts';
import { auditFormation, type FormationContext } from '../formation-audit.ts';
import { findNewestForm, lockFormation } from '../formation-repository.ts';
import { getWrittenForm, insertSaves, type PageSave } from '../forms/form-content-repository.ts';
import { acceptsChanges, formStateLabels } from '../forms/form-state.ts';

export interface SaveFormPage<Page extends FormPage = FormPage> {
  readonly formationId: string;
  /** Number of the form, and revision of the page, that the person had before them. */
  readonly number: number;
  readonly revision: number;
  readonly page: Page;
  readonly content: FormContent[Page];
}

export type SavePageOutcome =
  | SaveDecision<PageSave>
  /** The form takes no more changes; nothing was written. */
  | { readonly kind: 'closed'; readonly reason: string };

/** Saves one page of a form that is being written, unless somebody else has saved it since it was read. */
export function saveFormPage<Page extends FormPage>(
  { database }: Pick<FormationContext, 'database'>,
  { formationId, number, revision: readRevision, page, content }: SaveFormPage<Page>,
  by: Acting,
): Promise<SavePageOutcome> {
  return database.transaction().execute(async (transaction): Promise<SavePageOutcome> => {
    await lockFormation(transaction, formationId);
    const form = await findNewestForm(transaction, formationId);
    if (form === null || form.number !== number) {
      return { kind: 'closed', reason: `Form ${number} is not the current one any more` };
    }
    if (!acceptsChanges(form.state)) {
      return { kind: 'closed', reason: `The form stands at “${formStateLabels[form.state]}” and takes no changes` };
    }
    const saved = (await getWrittenForm(transaction, form.formId)).saves[page];
    const typed = { revision: readRevision, content };
    const decision = decideSave<unknown, PageSave>({ typed, stored: saved }, isSameText);
    if (decision.kind !== 'saved') {
      return decision;
    }
    const { revision } = decision;
    const stamp = { savedBy: by.personId, savedAt: by.at };
    await insertSaves(transaction, [{ formId: form.formId, page, revision, content, ...stamp }]);
    await auditFormation(transaction, form, 'save', by, { page, revision });
    return decision;
  });
}

function isSameText(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
