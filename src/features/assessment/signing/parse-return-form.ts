import { type FormOutcome, readForm } from '../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../platform/forms/posted-form.ts';

/** Counted in Unicode characters, a line break being one. */
export const reasonLimit = 1000;

/** Reads the reason for returning an assessment. */
export function parseReturnForm(form: PostedForm): FormOutcome<{ readonly reason: string }> {
  const reader = readForm(form);
  const required = 'Say what should be looked at again';
  return reader.outcome({ reason: reader.text('reason', { label: 'The reason', limit: reasonLimit, required }) });
}
