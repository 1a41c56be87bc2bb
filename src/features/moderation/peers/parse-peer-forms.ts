import { type FormOutcome, readForm } from '../../../platform/forms/form-reader.ts';
import { type PostedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { readPerson, type TypedPerson } from '../../people/index.ts';
import { reasonLimit } from '../challenges/parse-challenge-forms.ts';
import { type PeerAction, peerActions } from './invitation.ts';

export interface PeerForm {
  readonly person: TypedPerson;
  /** The organisation that they come from, as it was typed: its name or code. */
  readonly place: string;
  readonly message: string;
  /** Of the document on the page. */
  readonly digest: string;
}

/** Reads who is invited to check a return. */
export function parsePeer(form: PostedForm): FormOutcome<PeerForm> {
  const reader = readForm(form);
  const person = readPerson(reader);
  const place = reader.line('place', {
    label: 'The organisation',
    limit: 200,
    required: 'Enter the organisation that the person comes from',
  });
  const message = reader.text('message', { label: 'The message', limit: reasonLimit });
  return reader.outcome({ person, place, message, digest: textOf(form, 'digest') });
}

export interface PeerStepForm {
  readonly action: PeerAction;
  readonly reason: string;
}

const needed: Readonly<Record<PeerAction, string | null>> = {
  accept: null,
  decline: 'Say why you decline',
  withdraw: 'Say why it is withdrawn',
};

/** Reads what is done about an invitation: everything but accepting it needs words. */
export function parsePeerStep(form: PostedForm): FormOutcome<PeerStepForm> {
  const reader = readForm(form);
  const action = peerActions.find((each) => each === textOf(form, 'step')) ?? 'accept';
  const required = needed[action];
  const rule = { label: 'The reason', limit: reasonLimit, ...(required === null ? {} : { required }) };
  return reader.outcome({ action, reason: reader.text('reason', rule) });
}
