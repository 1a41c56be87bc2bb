import { canonicalJson } from '../../platform/canonical-json.ts';
import type { Acting } from '../identity/index.ts';
import { insertSaves, loadForm, type PageSave } from './form-content-repository.ts';
import { acceptsChanges, formStateLabels } from './form-state.ts';
import type { FormContent, FormPage } from './formation.ts';
import { auditFormation, type FormationContext } from './formation-audit.ts';
import { findNewestForm, lockFormation } from './formation-repository.ts';

export interface SaveFormPage<Page extends FormPage = FormPage> {
  readonly formationId: string;
  /** Number of the form, and revision of the page, that the person had before them. */
  readonly number: number;
  readonly revision: number;
  readonly page: Page;
  readonly content: FormContent[Page];
}

export type SavePageOutcome =
  | { readonly kind: 'saved'; readonly revision: number }
  /** What was sent says what is stored already. */
  | { readonly kind: 'unchanged' }
  /** Somebody else has saved something different since the page was made; nothing was written. */
  | { readonly kind: 'conflict'; readonly saved: PageSave }
  /** The form takes no more changes; nothing was written. */
  | { readonly kind: 'closed'; readonly reason: string };

/** Saves one page of a form that is being written, unless somebody else has saved it since it was read. */
export function saveFormPage<Page extends FormPage>(
  { database }: Pick<FormationContext, 'database'>,
  { formationId, number, revision, page, content }: SaveFormPage<Page>,
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
    const saved = (await loadForm(transaction, form.formId)).saves[page];
    if (saved !== null && canonicalJson(saved.content) === canonicalJson(content)) {
      return { kind: 'unchanged' };
    }
    if (saved !== null && saved.revision !== revision) {
      return { kind: 'conflict', saved };
    }
    const next = (saved?.revision ?? 0) + 1;
    const stamp = { savedBy: by.personId, savedAt: by.at };
    await insertSaves(transaction, [{ formId: form.formId, page, revision: next, content, ...stamp }]);
    await auditFormation(transaction, form, 'save', by, { page, revision: next });
    return { kind: 'saved', revision: next };
  });
}
