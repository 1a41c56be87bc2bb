import { type FormOutcome, readForm } from '../../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../../platform/forms/posted-form.ts';

/** The longest text of a part, in characters: about twenty printed pages. */
export const partBodyLimit = 50_000;

export interface PartForm {
  readonly body: string;
  readonly localHeading: string;
  /** Revision of the text the page was made from; 0 when it had never been saved. */
  readonly revision: number;
}

/**
 * Reads the form of one narrative part: `body`, `local-heading` (may be left out) and `revision`. An empty body is a
 * choice and is saved; a form without a body at all was cut short on its way and is refused, so that it erases nothing.
 */
export function parsePartForm(form: PostedForm): FormOutcome<PartForm> {
  const reader = readForm(form);
  const body = reader.text('body', { label: 'The text', limit: partBodyLimit });
  if (!Object.hasOwn(form, 'body')) {
    reader.fail('body', 'The text did not arrive. Go back, copy it, reload the page and save again');
  }
  const localHeading = reader.line('local-heading', { label: 'The local heading', limit: 200 });
  return reader.outcome({ body, localHeading, revision: reader.revision() });
}
