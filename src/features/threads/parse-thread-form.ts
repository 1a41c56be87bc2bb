import { type FormOutcome, readForm } from '../../platform/forms/form-reader.ts';
import { type PostedForm, textOf, textsOf } from '../../platform/forms/posted-form.ts';
import { isId } from '../../platform/ids.ts';
import type { ThreadAction } from './thread.ts';

/** How long one note may be, in characters. */
const textLimit = 4000;

export const textLimitInWords = `Up to ${textLimit.toLocaleString('en-GB')} characters.`;

/** What somebody writes in a thread, be it the first or a later note. */
export interface ThreadForm {
  readonly text: string;
  /** Ids of those whom it is addressed to. */
  readonly mentioned: readonly string[];
  /** The same for the same form with the same words. */
  readonly sendingId: string;
}

/** The names of the fields of one form of several on a page; `thread`: its id, or `new`. */
export function fieldsOf(thread: string) {
  return { text: `text-${thread}`, tell: `tell-${thread}` } as const;
}

/** The same as it was sent. */
export interface ThreadWords extends Omit<ThreadForm, 'sendingId'> {
  /** What tells one opening of the form from another; empty where it does not say. */
  readonly formId: string;
}

export interface ThreadFormAsked {
  /** Its id, or `new`. */
  readonly thread: string;
  /** Ids of those whom it can be addressed to. */
  readonly readers: readonly string[];
}

/** Reads the form of a thread that is to begin. */
export function parseNewThread(form: PostedForm, asked: ThreadFormAsked): FormOutcome<ThreadWords> {
  const reader = readForm(form);
  return reader.outcome({ ...readWords(reader, form, asked, true), formId: formIdOf(form) });
}

export interface ThreadStepForm extends ThreadWords {
  readonly action: ThreadAction;
  readonly lastRead: number;
}

/** Reads the form under a thread: a reply needs words, resolving it or opening it again does not. */
export function parseThreadStep(form: PostedForm, asked: ThreadFormAsked): FormOutcome<ThreadStepForm> {
  const reader = readForm(form);
  const action = reader.choice('step', ['reply', 'resolve', 'reopen'], 'Choose one of the buttons') ?? 'reply';
  const words = readWords(reader, form, asked, action === 'reply');
  return reader.outcome({ ...words, formId: formIdOf(form), action, lastRead: reader.revision('read') });
}

function formIdOf(form: PostedForm): string {
  const posted = textOf(form, 'form');
  return isId(posted) ? posted : '';
}

function readWords(
  reader: ReturnType<typeof readForm>,
  form: PostedForm,
  { thread, readers }: ThreadFormAsked,
  isRequired: boolean,
): Omit<ThreadWords, 'formId'> {
  const { text, tell } = fieldsOf(thread);
  const words = reader.text(text, {
    label: 'The note',
    limit: textLimit,
    ...(isRequired ? { required: 'Write something first' } : {}),
  });
  const gone = 'Somebody whom you mention holds no role here any more. Choose from the list';
  const mentioned = readers.length === 0 ? [] : reader.choices(tell, readers, gone);
  // Where nobody is left to be mentioned, there is no list to be led to.
  if (readers.length === 0 && textsOf(form, tell).length > 0) {
    reader.fail(text, 'Nobody whom you mention holds a role here any more');
  }
  return { text: words, mentioned };
}
