import { type FormOutcome, readForm } from '../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../platform/forms/posted-form.ts';
import { readTypedDay } from '../../../platform/forms/typed-day.ts';
import type { Signing } from '../../programme/index.ts';

export interface SignForm {
  readonly declarationAccepted: boolean;
  /** Of the document that was read. */
  readonly digest: string;
  /** As an ISO date; null where it is not asked, or left empty. */
  readonly boardApprovedOn: string | null;
}

/** Reads a signature, with the day on which a board approved what is signed, where the instrument asks for it. */
export function parseSignForm(
  form: PostedForm,
  { boardApproval }: Pick<Signing, 'boardApproval'>,
  today: string,
): FormOutcome<SignForm> {
  const reader = readForm(form);
  const signed = {
    declarationAccepted: reader.choice('declaration', ['accepted'], 'Accept the declaration') === 'accepted',
    digest: reader.line('digest', { label: 'The digest', limit: 64 }),
  };
  if (boardApproval === 'not-asked') {
    return reader.outcome({ ...signed, boardApprovedOn: null });
  }
  const label = 'The day of the board’s approval';
  const required = boardApproval === 'required' ? { required: 'Enter the day on which a board approved it' } : {};
  const text = reader.line('board-approved-on', { label, limit: 40, ...required });
  const read = text === '' ? null : readTypedDay(text, today);
  if (read !== null && 'wrong' in read) {
    reader.fail('board-approved-on', `${label} ${read.wrong}`);
  }
  const day = read !== null && 'day' in read ? read.day : null;
  if (day !== null && day > today) {
    reader.fail('board-approved-on', `${label} must be today or earlier`);
  }
  return reader.outcome({ ...signed, boardApprovedOn: day });
}
