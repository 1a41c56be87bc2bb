import { z } from 'zod';
import { type FieldError, type PostedForm, textOf } from '../../platform/forms/posted-form.ts';
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
  /** What stands in the field that people do not see; empty unless it gave somebody away. */
  readonly website: string;
}

export interface ParsedContact {
  readonly form: ContactForm;
  readonly errors: readonly FieldError[];
}

/** Reads the contact form. Names and topics are made one line, because they stand in the head of a letter. */
export function parseContactForm(posted: PostedForm): ParsedContact {
  const formId = textOf(posted, 'form');
  const form: ContactForm = {
    formId: isId(formId) ? formId : '',
    name: oneLine(textOf(posted, 'name')),
    email: oneLine(textOf(posted, 'email')),
    topic: textOf(posted, 'topic'),
    message: textOf(posted, 'message'),
    website: textOf(posted, trapField),
  };
  const messages: Readonly<Record<Exclude<keyof ContactForm, 'formId'>, string | null>> = {
    name: nameProblem(form.name),
    email: emailProblem(form.email),
    topic: contactTopics.some(({ value }) => value === form.topic) ? null : 'Choose what your message is about',
    message: messageProblem(form.message),
    website: form.website === '' ? null : 'Take out what stands under “Leave this empty”, then send your message',
  };
  const fields = ['name', 'email', 'topic', 'message', trapField] as const;
  return {
    form,
    errors: fields.flatMap((field) => (messages[field] === null ? [] : [{ field, message: messages[field] }])),
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
}

function nameProblem(name: string): string | null {
  if (name === '') {
    return 'Enter your name';
  }
  return name.length > longestName ? `Shorten your name to ${longestName} characters` : null;
}

function emailProblem(email: string): string | null {
  if (email === '') {
    return 'Enter your e-mail address, so that we can answer';
  }
  const isAddress = email.length <= longestEmail && z.email().safeParse(email).success;
  return isAddress ? null : 'Enter an e-mail address such as name@example.com';
}

function messageProblem(message: string): string | null {
  if (message === '') {
    return 'Write your message';
  }
  return message.length > longestMessage
    ? `Shorten your message to ${longestMessage} characters; it has ${message.length}`
    : null;
}
