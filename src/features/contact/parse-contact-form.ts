import { z } from 'zod';
import { type FormOutcome, readForm } from '../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../platform/forms/posted-form.ts';
import { isId } from '../../platform/ids.ts';
import { contactTopics } from './contact.ts';

export const longestMessage = 5000;
const longestName = 100;
const longestEmail = 254;

/**
 * People do not see this field; programs that fill in every field give themselves away by it. So may a browser that fills in
 * fields by itself: whoever sends it with something in it is shown it, and asked to take it out.
 */
export const trapField = 'website';

export interface ContactForm {
  readonly name: string;
  readonly email: string;
  readonly topic: string;
  readonly message: string;
  /** Made with the form, so that what is sent twice from it is one message; empty for a form that nobody opened. */
  readonly formId: string;
}

const noAddress = 'Enter an e-mail address such as name@example.com';

/** Reads the contact form. Names and addresses are made one line, because they stand in the head of a letter. */
export function parseContactForm(posted: PostedForm): FormOutcome<ContactForm> {
  const reader = readForm(posted);
  const topics = contactTopics.map(({ value }) => value);
  const form: ContactForm = {
    name: reader.line('name', {
      label: 'Your name',
      limit: longestName,
      required: 'Enter your name',
      tooLong: () => `Shorten your name to ${longestName} characters`,
    }),
    email: reader.line('email', {
      label: 'Your e-mail address',
      limit: longestEmail,
      required: 'Enter your e-mail address, so that we can answer',
      problem: (email) => (z.email().safeParse(email).success ? null : noAddress),
      tooLong: () => noAddress,
    }),
    topic: reader.requiredChoice('topic', topics, 'Choose what your message is about'),
    message: reader.text('message', {
      label: 'Your message',
      limit: longestMessage,
      required: 'Write your message',
      tooLong: (length) => `Shorten your message to ${longestMessage} characters; it has ${length}`,
    }),
    formId: formIdOf(reader.line('form', { label: 'The form', limit: 100 })),
  };
  reader.text(trapField, {
    label: 'This',
    limit: longestMessage,
    problem: () => 'Take out what stands under “Leave this empty”, then send your message',
  });
  return reader.outcome(form);
}

function formIdOf(text: string): string {
  return isId(text) ? text : '';
}
