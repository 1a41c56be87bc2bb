import { type FieldError, type PostedForm, textOf } from '../../platform/forms/posted-form.ts';

/** Counted in Unicode characters, a line break being one. */
export const reasonLimit = 1000;

export type ReturnForm =
  | { readonly kind: 'ok'; readonly reason: string }
  | { readonly kind: 'errors'; readonly errors: readonly FieldError[]; readonly reason: string };

/** Reads the reason for returning an assessment; what was typed comes back with what is wrong with it. */
export function parseReturnForm(form: PostedForm): ReturnForm {
  // The database refuses NUL, and other control characters cannot be typed.
  const reason = textOf(form, 'reason')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
    .trim();
  const length = [...reason].length;
  if (reason === '') {
    return failed(reason, 'Say what should be looked at again');
  }
  if (length > reasonLimit) {
    const limit = reasonLimit.toLocaleString('en-GB');
    return failed(reason, `The reason must be ${limit} characters or fewer; it has ${length.toLocaleString('en-GB')}`);
  }
  return { kind: 'ok', reason };
}

function failed(reason: string, message: string): ReturnForm {
  return { kind: 'errors', errors: [{ field: 'reason', message }], reason };
}
