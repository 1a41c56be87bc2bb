import { type FormOutcome, readForm } from '../../platform/forms/form-reader.ts';
import { type PostedForm, textOf } from '../../platform/forms/posted-form.ts';
import { isId } from '../../platform/ids.ts';
import type { QueryAction, ThreadStep } from '../threads/index.ts';

/** How long what is written at once may be, in characters. */
const textLimit = 4000;

export const textLimitInWords = `Up to ${textLimit.toLocaleString('en-GB')} characters.`;

/** The name of the field of one form of several on a page; `query`: its id, or `new`. */
export function textFieldOf(query: string): string {
  return `text-${query}`;
}

/** What somebody writes, with what tells one opening of the form from another; empty where it does not say. */
export interface WrittenForm {
  readonly text: string;
  readonly formId: string;
}

/** Reads the form of a new query. */
export function parseNewQuery(form: PostedForm): FormOutcome<WrittenForm> {
  const reader = readForm(form);
  const rule = { label: 'The question', limit: textLimit, required: 'Write what you ask' };
  return reader.outcome({ text: reader.text(textFieldOf('new'), rule), formId: formIdOf(form) });
}

/** What the buttons under a query do: those of the organisation, and those of whoever asks. */
export const querySteps = ['reply', 'ask-again', 'resolve', 'withdraw'] as const;

export type QueryStep = (typeof querySteps)[number];

export const takenBy: Readonly<Record<QueryStep, { readonly action: QueryAction; readonly side: ThreadStep['side'] }>> =
  {
    reply: { action: 'reply', side: 'place' },
    'ask-again': { action: 'reply', side: 'asker' },
    resolve: { action: 'resolve', side: 'asker' },
    withdraw: { action: 'withdraw', side: 'asker' },
  };

const needed: Readonly<Record<QueryStep, string | null>> = {
  reply: 'Write your reply',
  'ask-again': 'Write what you ask',
  resolve: null,
  withdraw: 'Say why you withdraw it',
};

export interface QueryStepForm extends WrittenForm {
  readonly step: QueryStep;
  readonly lastRead: number;
}

/** Which button was pressed; a form without one is read as a reply. */
export function queryStepOf(form: PostedForm): QueryStep {
  return querySteps.find((step) => step === textOf(form, 'step')) ?? 'reply';
}

/** Reads the form under a query: everything but resolving it needs words. */
export function parseQueryStep(form: PostedForm, query: string): FormOutcome<QueryStepForm> {
  const reader = readForm(form);
  const step = queryStepOf(form);
  const required = needed[step];
  const rule = { label: 'What you write', limit: textLimit, ...(required === null ? {} : { required }) };
  const text = reader.text(textFieldOf(query), rule);
  return reader.outcome({ text, formId: formIdOf(form), step, lastRead: reader.revision('read') });
}

export interface ValidationForm extends WrittenForm {
  readonly action: 'validate' | 'take-back';
  /** Of the document on the page. */
  readonly digest: string;
}

/** Reads the form by which a return is validated, or this is taken back, which needs a reason. */
export function parseValidation(form: PostedForm): FormOutcome<ValidationForm> {
  const reader = readForm(form);
  const action = textOf(form, 'step') === 'take-back' ? 'take-back' : 'validate';
  const text =
    action === 'validate'
      ? reader.text('note', { label: 'The note', limit: textLimit })
      : reader.text('reason', { label: 'The reason', limit: textLimit, required: 'Say why it is taken back' });
  return reader.outcome({ text, formId: formIdOf(form), action, digest: textOf(form, 'digest') });
}

export const openingKinds = ['reopen', 'correct', 'withdraw-correction'] as const;

/** What is done about a signed return being open: opened again, opened for a correction, or this taken back. */
export type OpeningKind = (typeof openingKinds)[number];

export interface ReopeningForm {
  /** As the page said it: the results may have become public since. */
  readonly kind: OpeningKind;
  readonly reason: string;
}

const whyNeeded: Readonly<Record<OpeningKind, string>> = {
  reopen: 'Say what should be put right',
  correct: 'Say why it is corrected',
  'withdraw-correction': 'Say why it is taken back',
};

/** Reads why a return is opened again, or for a correction, or why this is taken back. */
export function parseReopening(form: PostedForm): FormOutcome<ReopeningForm> {
  const reader = readForm(form);
  const kind = openingKinds.find((each) => each === textOf(form, 'kind')) ?? 'reopen';
  const required = whyNeeded[kind];
  return reader.outcome({ kind, reason: reader.text('reason', { label: 'The reason', limit: textLimit, required }) });
}

function formIdOf(form: PostedForm): string {
  const posted = textOf(form, 'form');
  return isId(posted) ? posted : '';
}
