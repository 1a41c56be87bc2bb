import type { AppContext } from '../../context.ts';
import { canonicalJson } from '../../platform/canonical-json.ts';
import { decideSave, type SaveDecision } from '../../platform/decide-save.ts';
import type { PostedForm } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { type DraftKey, draftFieldsOf, draftRevisionOf, type PrivateDraft } from './private-draft.ts';
import { lockPrivateDraft, updatePrivateDraft } from './private-draft-repository.ts';

interface StoredDraft extends PrivateDraft {
  readonly content: TypedForm;
}

/**
 * Keeps what somebody is typing into a form, as it is, right or wrong. It is not on the audit trail: it becomes a fact when it is sent.
 * One kept meanwhile from another window of theirs is a conflict, and stays.
 */
export function keepPrivateDraft(
  { database, clock }: Pick<AppContext, 'database' | 'clock'>,
  key: DraftKey,
  form: PostedForm,
): Promise<SaveDecision<StoredDraft>> {
  const fields = draftFieldsOf(form);
  return database.transaction().execute(async (transaction) => {
    const draft = await lockPrivateDraft(transaction, key);
    const stored = draft === null ? null : { ...draft, content: draft.fields };
    const typed = { revision: draftRevisionOf(form), content: fields };
    const decision = decideSave<TypedForm, StoredDraft>({ typed, stored }, isSame);
    return decision.kind === 'saved'
      ? { ...decision, revision: await updatePrivateDraft(transaction, key, { fields, keptAt: clock() }) }
      : decision;
  });
}

const isSame = (a: TypedForm, b: TypedForm) => canonicalJson(a) === canonicalJson(b);
