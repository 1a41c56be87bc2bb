import { type FormOutcome, type FormReader, readForm } from '../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../platform/forms/posted-form.ts';
import { type Decision, decisions, type EndorsementCommand } from './endorsement.ts';

export const conditionsLimit = 5_000;

/**
 * Reads an organisation's decision: `decision`, `conditions` (needed with conditions), `reason` (needed to decline) and
 * `digest`, the digest of the document on the page. Of text beside a choice that was not made it is asked which of the two is
 * meant: dropped, a condition would be lost; kept, it would be published though it was thought better of.
 */
export function parseEndorsementForm(form: PostedForm): FormOutcome<EndorsementCommand> {
  const reader = readForm(form);
  const decision = reader.requiredChoice(
    'decision',
    decisions,
    'Select whether your organisation endorses the roadmap',
  );
  const conditions = reader.text('conditions', { label: 'The conditions', limit: conditionsLimit });
  const reason = reader.text('reason', { label: 'The reason', limit: conditionsLimit });
  const kept = keptText(decision, conditions, reason);
  if (form.decision === decision) {
    askWhichIsMeant(reader, decision, { conditions, reason });
  }
  if (decision === 'endorse-with-conditions' && kept === '') {
    reader.fail('conditions', 'Enter the conditions on which your organisation endorses the roadmap');
  }
  if (decision === 'decline' && kept === '') {
    reader.fail('reason', 'Enter the reason why your organisation declines, so that it can be answered');
  }
  const digest = reader.line('digest', { label: 'The digest', limit: 64 });
  if (!/^[0-9a-f]{64}$/.test(digest)) {
    reader.fail('digest', 'Reload the page, read the roadmap and decide again');
  }
  return reader.outcome({ decision, conditions: kept, digest });
}

/** What a person chooses, on the form and where it is asked again. */
export const choiceLabels: Readonly<Record<Decision, string>> = {
  endorse: 'Endorse',
  'endorse-with-conditions': 'Endorse with conditions',
  decline: 'Decline',
};

function askWhichIsMeant(
  reader: FormReader,
  decision: Decision,
  typed: { readonly conditions: string; readonly reason: string },
): void {
  const chosen = choiceLabels[decision];
  if (decision !== 'endorse-with-conditions' && typed.conditions !== '') {
    const message = `You chose “${chosen}” and typed conditions. Choose “${choiceLabels['endorse-with-conditions']}”, or take the conditions out`;
    reader.fail('conditions', message);
  }
  if (decision !== 'decline' && typed.reason !== '') {
    const message = `You chose “${chosen}” and typed a reason to decline. Choose “${choiceLabels.decline}”, or take the reason out`;
    reader.fail('reason', message);
  }
}

function keptText(decision: Decision, conditions: string, reason: string): string {
  switch (decision) {
    case 'endorse':
      return '';
    case 'endorse-with-conditions':
      return conditions;
    case 'decline':
      return reason;
  }
}
