import type { FieldError, PostedForm } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import type { SaveStamp } from './save-repository.ts';
import type { Wording } from './wording.ts';

/** A form of the draft as it is to be shown: with what is stored, or with what somebody has just typed. */
export interface DraftForm {
  readonly typed: TypedForm;
  /** Of what is stored now; goes back with the form. */
  readonly revision: number;
  readonly errors: readonly FieldError[];
  /** What somebody else saved meanwhile; null when nobody did. */
  readonly conflict: DraftConflict | null;
}

/** A form that somebody has just sent and is shown again, with the status that says why. */
export interface SentForm {
  readonly form: DraftForm;
  readonly status: number;
}

export interface DraftConflict {
  readonly saved: SaveStamp;
  /** True where what was saved took it out. */
  readonly wasRemoved: boolean;
  readonly savedWording: readonly Wording[];
  readonly typedWording: readonly Wording[];
}

/** The version a form was made for, from its hidden field; 0 when the field was tampered with, which no version has. */
export function versionNumberOf(form: PostedForm): number {
  const posted = form.version;
  return typeof posted === 'string' && /^\d{1,6}$/.test(posted) ? Number(posted) : 0;
}
