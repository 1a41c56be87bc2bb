import { z } from 'zod';
import { dayAfter, startOfDay } from '../../platform/days.ts';
import { type FormOutcome, type FormReader, readForm } from '../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../platform/forms/posted-form.ts';
import { readTypedDay } from '../../platform/forms/typed-day.ts';
import type { Role } from '../identity/index.ts';

/** Somebody to be given a role, as typed. */
export interface TypedPerson {
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
}

export interface TypedInvitation extends TypedPerson {
  readonly role: Role;
  /** A code, or the id of a place that was offered; empty where the role is for the nation, or for the only place there is. */
  readonly place: string;
  readonly endsAt: Date | null;
}

const isEmail = (text: string) => z.email().safeParse(text).success;

/** Who is to be given a role. */
export function readPerson(reader: FormReader): TypedPerson {
  const email = reader.line('email', {
    label: 'The e-mail address',
    limit: 254,
    required: 'Enter an e-mail address',
    problem: (text) => (isEmail(text) ? null : 'Enter an e-mail address such as a.sample@example.nhs.uk'),
  });
  const name = reader.line('name', { label: 'The name', limit: 100, required: 'Enter the person’s name' });
  const jobTitle = reader.line('job-title', { label: 'The job title', limit: 100 });
  return { email: email.toLowerCase(), name, jobTitle };
}

/** The moment at which a role ends that is held until the end of a day; null for none. A day that is past or none is told. */
function readEnd(reader: FormReader, today: string): Date | null {
  const text = reader.line('until', { label: 'The last day', limit: 40 });
  if (text === '') {
    return null;
  }
  const read = readTypedDay(text, today);
  if ('wrong' in read) {
    reader.fail('until', `The last day ${read.wrong}`);
    return null;
  }
  if (read.day < today) {
    reader.fail('until', 'The last day must be today or later');
    return null;
  }
  return startOfDay(dayAfter(read.day));
}

/** `roles`: those that whoever invites may give. */
export function parseInvitationForm(
  form: PostedForm,
  roles: readonly Role[],
  today: string,
): FormOutcome<TypedInvitation> {
  const reader = readForm(form);
  const person = readPerson(reader);
  const role = reader.requiredChoice('role', roles, 'Choose a role');
  const place = reader.line('place', { label: 'The place', limit: 200 });
  return reader.outcome({ ...person, role, place, endsAt: readEnd(reader, today) });
}

export function parseHandOverForm(form: PostedForm): FormOutcome<{ to: TypedPerson; reason: string }> {
  const reader = readForm(form);
  const to = readPerson(reader);
  return reader.outcome({ to, reason: readReason(reader, 'Say why the role changes hands') });
}

export function parseEndForm(form: PostedForm): FormOutcome<{ reason: string }> {
  const reader = readForm(form);
  return reader.outcome({ reason: readReason(reader, 'Say why the role ends') });
}

export function parseExtendForm(form: PostedForm, today: string): FormOutcome<{ endsAt: Date | null }> {
  const reader = readForm(form);
  return reader.outcome({ endsAt: readEnd(reader, today) });
}

function readReason(reader: FormReader, required: string): string {
  return reader.line('reason', { label: 'The reason', limit: 500, required });
}
