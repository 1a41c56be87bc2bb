import { type FormOutcome, type FormReader, readForm } from '../../../platform/forms/form-reader.ts';
import { type PostedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { readTypedDay } from '../../../platform/forms/typed-day.ts';
import type { AssignedThing, AssignmentChange } from '../../assignments/index.ts';
import { readPerson, type TypedPerson } from '../../people/index.ts';
import type { QuestionAtWork } from './part-at-work.ts';
import { type ThemeOffered, WHOLE_THEME } from './things-offered.ts';

/** Counted in Unicode characters, a line break being one. */
const MESSAGE_LIMIT = 1000;

/** What somebody is asked to do with a section. */
export const assignedParts = ['answers', 'helps'] as const;

export interface AssigningForm {
  /** Somebody listed, or somebody who is to be invited. */
  readonly to: { readonly personId: string } | { readonly invited: TypedPerson };
  readonly things: readonly AssignedThing[];
  readonly isResponsible: boolean;
  readonly dueOn: string;
  readonly message: string;
}

/** What can be chosen: sections by theme, or one section with its questions. */
export type ThingsOffered =
  | { readonly kind: 'sections'; readonly themes: readonly ThemeOffered[] }
  | {
      readonly kind: 'section';
      readonly careSetting: string;
      readonly sectionId: string;
      readonly questions: readonly QuestionAtWork[];
    };

export interface AssigningOffered {
  readonly personIds: readonly string[];
  /** Whether somebody can be invited instead. */
  readonly mayInvite: boolean;
  readonly things: ThingsOffered;
  /** The day it is, as an ISO date. */
  readonly today: string;
}

/** Reads who is to answer what, by when. */
export function parseAssigningForm(form: PostedForm, offered: AssigningOffered): FormOutcome<AssigningForm> {
  const reader = readForm(form);
  const to = readPersonTo(reader, form, offered);
  const things = readThings(reader, offered.things);
  const part = reader.requiredChoice('part', assignedParts, 'Choose what the person is asked to do');
  const dueOn = readDue(reader, offered.today);
  const message = readMessage(reader);
  return reader.outcome({ to, things, isResponsible: part === 'answers', dueOn, message });
}

function readPersonTo(
  reader: FormReader,
  form: PostedForm,
  { personIds, mayInvite }: AssigningOffered,
): AssigningForm['to'] {
  const personId = reader.choice('person', personIds, 'Choose from the people listed');
  const isInviting = mayInvite && ['email', 'name'].some((field) => textOf(form, field).trim() !== '');
  if (isInviting) {
    if (personId !== null) {
      reader.fail('person', 'Choose a person or invite somebody, not both');
    }
    return { invited: readPerson(reader) };
  }
  if (personId === null) {
    reader.fail('person', 'Choose a person');
  }
  return { personId: personId ?? '' };
}

function readThings(reader: FormReader, offered: ThingsOffered): AssignedThing[] {
  const message = 'Choose from what is listed';
  if (offered.kind === 'section') {
    const { careSetting, sectionId, questions } = offered;
    const ids = questions.map(({ id }) => id);
    const chosen = reader.choices('questions', ids, message);
    return chosen.length === 0
      ? [{ careSetting, sectionId, questionId: null }]
      : chosen.map((questionId) => ({ careSetting, sectionId, questionId }));
  }
  const things = offered.themes.flatMap(({ field, careSetting, sections }) => {
    const ids = sections.map(({ id }) => id);
    const chosen = reader.choices(field, [WHOLE_THEME, ...ids], message);
    return (chosen.includes(WHOLE_THEME) ? ids : ids.filter((id) => chosen.includes(id))).map((sectionId) => ({
      careSetting,
      sectionId,
      questionId: null,
    }));
  });
  if (things.length === 0) {
    reader.fail(offered.themes[0]?.field ?? 'sections', 'Choose at least one section');
  }
  return things;
}

/** An ISO date, today or later. */
function readDue(reader: FormReader, today: string): string {
  const text = reader.line('due-on', {
    label: 'The due date',
    limit: 40,
    required: 'Enter the day by which it is to be answered',
  });
  if (text === '') {
    return today;
  }
  const read = readTypedDay(text, today);
  if ('wrong' in read) {
    reader.fail('due-on', `The due date ${read.wrong}`);
    return today;
  }
  if (read.day < today) {
    reader.fail('due-on', 'The due date must be today or later');
  }
  return read.day;
}

function readMessage(reader: FormReader): string {
  return reader.text('message', { label: 'The message', limit: MESSAGE_LIMIT });
}

export const changeKinds = ['due', 'answer-for', 'hand-over', 'take-back', 'ask-again'] as const;

export interface ChangeForm {
  readonly assignmentIds: readonly string[];
  readonly change: AssignmentChange;
}

export interface ChangesOffered {
  readonly assignmentIds: readonly string[];
  readonly personIds: readonly string[];
  readonly today: string;
}

/** Reads what is to be changed about which assignments. Of what belongs to another kind of change nothing is asked. */
export function parseChangeForm(form: PostedForm, offered: ChangesOffered): FormOutcome<ChangeForm> {
  const reader = readForm(form);
  const assignmentIds = reader.choices('assignments', offered.assignmentIds, 'Choose from what is listed');
  if (assignmentIds.length === 0) {
    reader.fail('assignments', 'Choose at least one of them');
  }
  const kind = reader.requiredChoice('change', changeKinds, 'Choose what is to be done');
  const message = readMessage(reader);
  return reader.outcome({ assignmentIds, change: readChange(reader, kind, message, offered) });
}

function readChange(
  reader: FormReader,
  kind: (typeof changeKinds)[number],
  message: string,
  { personIds, today }: ChangesOffered,
): AssignmentChange {
  switch (kind) {
    case 'due':
      return { kind, dueOn: readDue(reader, today), message };
    case 'answer-for':
      return { kind };
    case 'ask-again':
      return { kind, message };
    case 'hand-over': {
      const personId = reader.choice('person', personIds, 'Choose from the people listed');
      if (personId === null) {
        reader.fail('person', 'Choose who is to have it');
      }
      return { kind, personId: personId ?? '', reason: requiredReason(reader, message) };
    }
    case 'take-back':
      return { kind, reason: requiredReason(reader, message) };
  }
}

function requiredReason(reader: FormReader, message: string): string {
  if (message === '') {
    reader.fail('message', 'Say why: whoever has it now is told');
  }
  return message;
}

export function parseReminderForm(form: PostedForm): FormOutcome<{ readonly note: string }> {
  const reader = readForm(form);
  return reader.outcome({ note: reader.text('note', { label: 'The note', limit: MESSAGE_LIMIT }) });
}
