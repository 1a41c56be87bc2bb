import type { FieldError } from './posted-form.ts';
import type { TypedForm } from './typed-form.ts';

/** A form as its page shows it again: what was typed, why it was not taken, and with which status; of a page opened anew nothing, and 200. */
export interface Unsent {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly status: number;
}
