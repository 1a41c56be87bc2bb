import { byField, tokenField } from '../../platform/forms/kept-form.ts';
import { type PostedForm, textOf, textsOf } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';

/** Which draft: what one person types into one form. */
export interface DraftKey {
  readonly personId: string;
  /** The kind of form and the id of what it is about: `review:<id>`. */
  readonly form: string;
}

/** What somebody has typed into a form that they have not saved or sent yet. It is shown to nobody else. */
export interface PrivateDraft {
  readonly fields: TypedForm;
  /** How often one was kept in this form, those that are gone among them; a form that is kept carries it in `draftRevisionField`. */
  readonly revision: number;
  readonly keptAt: Date;
}

export const draftRevisionField = 'draft-revision';

/** The revision of the draft that a form was made from; 0 where there was none. */
export function draftRevisionOf(form: PostedForm): number {
  const typed = textOf(form, draftRevisionField);
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
}

/** What a form holds of its writer's: without the fields of the frame around it, and without names that no form of ours has. */
export function draftFieldsOf(form: PostedForm): TypedForm {
  const frame = [tokenField, byField, draftRevisionField];
  const names = Object.keys(form).filter((name) => /^[\w-]+$/.test(name) && !frame.includes(name));
  return Object.fromEntries(
    names.map((name) => [name, Array.isArray(form[name]) ? textsOf(form, name) : textOf(form, name)]),
  );
}
