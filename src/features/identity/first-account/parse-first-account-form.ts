import { z } from 'zod';
import { type FormOutcome, readForm } from '../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../platform/forms/posted-form.ts';
import { passwordProblem } from '../password/password-rule.ts';

export interface TypedFirstAccount {
  readonly email: string;
  readonly name: string;
  readonly jobTitle: string;
}

const isEmail = (text: string) => z.email().safeParse(text).success;

/** The account as typed. `password` comes beside the form's texts, as typed: spaces at its ends count. */
export function parseFirstAccountForm(form: PostedForm, password: string): FormOutcome<TypedFirstAccount> {
  const reader = readForm(form);
  const name = reader.line('name', { label: 'Your name', limit: 100, required: 'Enter your name' });
  const jobTitle = reader.line('job-title', { label: 'Your job title', limit: 100 });
  const email = reader.line('email', {
    label: 'Your e-mail address',
    limit: 254,
    required: 'Enter your e-mail address',
    problem: (text) => (isEmail(text) ? null : 'Enter an e-mail address such as a.sample@example.nhs.uk'),
  });
  const problem = passwordProblem(password);
  if (problem !== null) {
    reader.fail('password', problem);
  }
  return reader.outcome({ email: email.toLowerCase(), name, jobTitle });
}
