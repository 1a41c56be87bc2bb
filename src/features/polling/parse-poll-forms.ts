import { z } from 'zod';
import { dayFrom } from '../../platform/days.ts';
import { type FormOutcome, type FormReader, readForm } from '../../platform/forms/form-reader.ts';
import { type PostedForm, textOf } from '../../platform/forms/posted-form.ts';
import { readTypedDay } from '../../platform/forms/typed-day.ts';
import { isId } from '../../platform/ids.ts';
import { fewestShown, type TypedDissent } from '../polls/index.ts';

/** As many links as one poll may have, and as many days. */
export const mostLinks = 200;
export const longestDays = 60;

const TEXT_LIMIT = 1000;

export interface OpenPollForm {
  readonly questionIds: readonly string[];
  readonly runsUntil: string;
  readonly message: string;
  /** E-mail addresses, each once. */
  readonly recipients: readonly string[];
  /** How many links are handed out without an address. */
  readonly links: number;
  /** Tells one opening of the form from another; empty where it does not say. */
  readonly formId: string;
}

export interface PollOffered {
  readonly questionIds: readonly string[];
  /** Colleagues with an account, with their addresses. */
  readonly colleagues: readonly { readonly personId: string; readonly email: string }[];
  readonly sendsMail: boolean;
  /** The day it is, as an ISO date. */
  readonly today: string;
}

/** Reads what colleagues are asked, who, and until when: in the order of the form, which is that of its errors. */
export function parseOpenPoll(form: PostedForm, offered: PollOffered): FormOutcome<OpenPollForm> {
  const reader = readForm(form);
  const questionIds = reader.choices('questions', offered.questionIds, 'Choose from the questions listed');
  if (questionIds.length === 0) {
    reader.fail('questions', 'Choose at least one question');
  }
  const recipients = offered.sendsMail ? readRecipients(reader, offered) : [];
  const links = readLinks(reader);
  const count = recipients.length + links;
  if (count < fewestShown) {
    const where = offered.sendsMail ? 'addresses' : 'links';
    reader.fail(where, `Ask at least ${fewestShown} people: of fewer answers nothing is shown`);
  } else if (count > mostLinks) {
    reader.fail(offered.sendsMail ? 'addresses' : 'links', `Ask at most ${mostLinks} people in one poll`);
  }
  const runsUntil = readLastDay(reader, offered.today);
  const message = reader.text('message', { label: 'The message', limit: TEXT_LIMIT });
  const posted = textOf(form, 'form');
  const formId = isId(posted) ? posted : '';
  return reader.outcome({ questionIds, runsUntil, message, recipients, links, formId });
}

function readLastDay(reader: FormReader, today: string): string {
  const text = reader.line('runs-until', {
    label: 'The last day',
    limit: 40,
    required: 'Enter the last day of the poll',
  });
  if (text === '') {
    return today;
  }
  const read = readTypedDay(text, today);
  if ('wrong' in read) {
    reader.fail('runs-until', `The last day ${read.wrong}`);
    return today;
  }
  if (read.day < today) {
    reader.fail('runs-until', 'The last day must be today or later');
  } else if (read.day > dayFrom(today, longestDays)) {
    reader.fail('runs-until', `The last day must be within ${longestDays} days`);
  }
  return read.day;
}

function readRecipients(reader: FormReader, { colleagues }: PollOffered): string[] {
  const ids = colleagues.map(({ personId }) => personId);
  const chosen = reader.choices('colleagues', ids, 'Choose from the people listed');
  const text = reader.text('addresses', { label: 'The list of addresses', limit: mostLinks * 260 });
  const typed = text.split(/[\s,;]+/).filter((each) => each !== '');
  const wrong = typed.filter((each) => !z.email().safeParse(each).success);
  if (wrong.length > 0) {
    const named = wrong.slice(0, 3).map((each) => `“${each.slice(0, 60)}”`);
    reader.fail('addresses', `Enter e-mail addresses such as a.sample@example.nhs.uk, instead of ${named.join(', ')}`);
  }
  const known = colleagues.filter(({ personId }) => chosen.includes(personId)).map(({ email }) => email);
  return [...new Set([...known, ...typed].map((each) => each.toLowerCase()))];
}

function readLinks(reader: FormReader): number {
  const text = reader.line('links', { label: 'The number of links', limit: 10 });
  if (text === '') {
    return 0;
  }
  if (!/^\d{1,3}$/.test(text)) {
    reader.fail('links', 'Enter the number of links as a whole number, such as 10');
    return 0;
  }
  return Number(text);
}

export interface OpenSurveyForm extends Pick<OpenPollForm, 'runsUntil' | 'message' | 'formId'> {}

/** Reads until when staff are asked, and what they are told. */
export function parseOpenSurvey(form: PostedForm, day: string): FormOutcome<OpenSurveyForm> {
  const reader = readForm(form);
  const runsUntil = readLastDay(reader, day);
  const message = reader.text('message', { label: 'The message', limit: TEXT_LIMIT });
  const posted = textOf(form, 'form');
  return reader.outcome({ runsUntil, message, formId: isId(posted) ? posted : '' });
}

/** What the buttons of a poll do. */
export const pollSteps = ['remind', 'close', 'withdraw', 'dissent'] as const;

export interface PollStepForm {
  readonly step: (typeof pollSteps)[number];
  readonly reason: string;
}

/** Reads which button of a poll was pressed; withdrawing needs a reason. */
export function parsePollStep(form: PostedForm): FormOutcome<PollStepForm> {
  const reader = readForm(form);
  const step = pollSteps.find((each) => each === textOf(form, 'step')) ?? 'remind';
  const rule = { label: 'The reason', limit: TEXT_LIMIT };
  const reason = reader.text('reason', step === 'withdraw' ? { ...rule, required: 'Say why' } : rule);
  return reader.outcome({ step, reason });
}

/** The names of the fields by which it is written who does not agree. */
export const dissentField = (questionId: string) => `dissent-${questionId}`;
export const dissentRevisionField = (questionId: string) => `revision-${questionId}`;

/** Reads who does not agree with the answers to the questions of a poll, and why; a question that is not on the form is left out. */
export function parseDissents(form: PostedForm, questionIds: readonly string[]): FormOutcome<readonly TypedDissent[]> {
  const reader = readForm(form);
  const posted = questionIds.filter((questionId) => form[dissentField(questionId)] !== undefined);
  const dissents = posted.map((questionId) => ({
    questionId,
    body: reader.text(dissentField(questionId), { label: `What is written on ${questionId}`, limit: TEXT_LIMIT }),
    revision: reader.revision(
      dissentRevisionField(questionId),
      `Copy what you wrote on ${questionId}, open this page anew and save it again`,
    ),
  }));
  return reader.outcome(dissents);
}

export interface BallotQuestion {
  readonly questionId: string;
  readonly choices: readonly string[];
}

/** The names of the fields of a question on a ballot. */
export const answerField = (questionId: string) => `answer-${questionId}`;
export const commentField = (questionId: string) => `comment-${questionId}`;

export type BallotForm = readonly {
  readonly questionId: string;
  readonly choice: string;
  readonly comment: string;
}[];

/** Reads what somebody says to each question of a ballot: something must be chosen for each, be it that they cannot say. */
export function parseBallot(form: PostedForm, questions: readonly BallotQuestion[]): FormOutcome<BallotForm> {
  const reader = readForm(form);
  const votes = questions.map(({ questionId, choices }) => ({
    questionId,
    choice: reader.requiredChoice(answerField(questionId), choices, `Choose an answer to ${questionId}`),
    // A survey of staff has no field for one.
    comment: reader.text(commentField(questionId), { label: `The comment on ${questionId}`, limit: TEXT_LIMIT }),
  }));
  return reader.outcome(votes);
}
