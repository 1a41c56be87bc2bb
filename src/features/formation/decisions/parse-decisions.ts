import { type FormOutcome, type FormReader, readForm } from '../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../platform/forms/posted-form.ts';
import { type PlainDecision, plainDecisions, readDecision } from '../../agreement/index.ts';
import { type Capacity, capacities } from '../formation.ts';

const reasonLimit = 2_000;

interface OnPage {
  readonly number: number;
  readonly digest: string;
}

/** Reads what the page was about; a page that was tampered with is about a form that does not exist. */
function readOnPage(reader: FormReader): OnPage {
  const number = reader.line('number', { label: 'The number of the form', limit: 6 });
  const digest = reader.line('digest', { label: 'The digest', limit: 64 });
  return { number: /^\d+$/.test(number) ? Number(number) : 0, digest };
}

const endorsementRules = {
  offered: plainDecisions,
  limit: reasonLimit,
  words: {
    choose: 'Select whether your organisation endorses the form',
    conditions: '',
    reason: 'Enter the reason why your organisation declines, so that it can be answered',
  },
};

/** Reads `decision` and, for declining, `reason`. */
export function parseFormEndorsement(
  form: PostedForm,
): FormOutcome<OnPage & { readonly decision: PlainDecision; readonly reason: string }> {
  const reader = readForm(form);
  const { decision, conditions } = readDecision(form, reader, endorsementRules);
  return reader.outcome({ ...readOnPage(reader), decision, reason: conditions });
}

export const regionDecisions = ['accept', 'send-back'] as const;

/** Reads `decision` and, for sending the form back, `reason`. */
export function parseRegionDecision(
  form: PostedForm,
): FormOutcome<OnPage & { readonly decision: (typeof regionDecisions)[number]; readonly reason: string }> {
  const reader = readForm(form);
  const decision = reader.requiredChoice('decision', regionDecisions, 'Select whether the region endorses the form');
  const typed = reader.text('reason', { label: 'The reason', limit: reasonLimit });
  if (decision === 'send-back' && typed === '') {
    reader.fail('reason', 'Enter what must be different before the region endorses the form');
  }
  if (form.decision === 'accept' && typed !== '') {
    reader.fail(
      'reason',
      'You chose to endorse the form and typed what must be different. Choose to send it back, or take the reason out',
    );
  }
  return reader.outcome({ ...readOnPage(reader), decision, reason: typed });
}

export const returnChoices = ['take-back', 'withdraw'] as const;

/** Reads `action` and `reason`. */
export function parseReturn(
  form: PostedForm,
): FormOutcome<OnPage & { readonly action: (typeof returnChoices)[number]; readonly reason: string }> {
  const reader = readForm(form);
  const action = reader.requiredChoice('action', returnChoices, 'Select what to do with the form');
  const reason = reader.text('reason', {
    label: 'The reason',
    limit: reasonLimit,
    required: 'Enter the reason; everyone who was asked to endorse the form will read it',
  });
  return reader.outcome({ ...readOnPage(reader), action, reason });
}

/** Reads `code` and `capacity` (`none` takes the organisation off the form), and `revision`. */
export function parseOrganisationForm(
  form: PostedForm,
): FormOutcome<{ readonly code: string; readonly capacity: Capacity | null; readonly revision: number }> {
  const reader = readForm(form);
  const code = reader.line('code', { label: 'The code', limit: 20, required: 'Choose an organisation' });
  const offered = [...capacities, 'none'] as const;
  const capacity = reader.requiredChoice('capacity', offered, 'Select what the organisation is in the footprint');
  return reader.outcome({ code, capacity: capacity === 'none' ? null : capacity, revision: reader.revision() });
}

/** Reads `name` and `lead`, the code of a commissioner. */
export function parseFootprintProposal(
  form: PostedForm,
): FormOutcome<{ readonly name: string; readonly leadCode: string }> {
  const reader = readForm(form);
  const name = reader.line('name', { label: 'The name', limit: 120, required: 'Enter the name of the footprint' });
  const leadCode = reader.line('lead', {
    label: 'The lead commissioner',
    limit: 20,
    required: 'Select the lead commissioner',
  });
  return reader.outcome({ name, leadCode: leadCode.toUpperCase() });
}
