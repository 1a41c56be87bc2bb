import { type FormOutcome, readForm } from '../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../platform/forms/posted-form.ts';
import { decisions, type EndorsementCommand, readDecision } from '../../agreement/index.ts';

export const conditionsLimit = 5_000;

const rules = {
  offered: decisions,
  limit: conditionsLimit,
  words: {
    choose: 'Select whether your organisation endorses the roadmap',
    conditions: 'Enter the conditions on which your organisation endorses the roadmap',
    reason: 'Enter the reason why your organisation declines, so that it can be answered',
  },
};

/** Reads an organisation's decision, and `digest`, the digest of the document on the page. */
export function parseEndorsementForm(form: PostedForm): FormOutcome<EndorsementCommand> {
  const reader = readForm(form);
  const decided = readDecision(form, reader, rules);
  const digest = reader.line('digest', { label: 'The digest', limit: 64 });
  if (!/^[0-9a-f]{64}$/.test(digest)) {
    reader.fail('digest', 'Reload the page, read the roadmap and decide again');
  }
  return reader.outcome({ ...decided, digest });
}
