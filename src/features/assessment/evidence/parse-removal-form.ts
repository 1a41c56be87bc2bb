import { type FormOutcome, readForm } from '../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../platform/forms/posted-form.ts';

export const removalReasonLimit = 500;

export interface RemovalForm {
  readonly reason: string;
  /** Whether it is to be removed although a signed return rests on it. */
  readonly isSignedAccepted: boolean;
}

/** Why evidence is removed. */
export function parseRemovalForm(form: PostedForm): FormOutcome<RemovalForm> {
  const reader = readForm(form);
  return reader.outcome({
    reason: reader.text('reason', {
      label: 'The reason',
      limit: removalReasonLimit,
      required: 'Enter why it is removed',
    }),
    isSignedAccepted: reader.choices('signed', ['accepted'], 'Tick the box, or leave it empty').length > 0,
  });
}
