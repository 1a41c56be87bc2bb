import type { FieldError } from '../../platform/forms/posted-form.ts';
import {
  type Instrument,
  type Question,
  type Scale,
  type Section,
  scaleOf,
  sectionQuestions,
} from '../programme/index.ts';
import type { AnswerValue } from './assessment.ts';

/** Also the limit of the stored comment. Counted in Unicode characters, a line break being one. */
export const commentLimit = 2000;

/** The posted value that stands for "not applicable"; no scale option may have this id. */
export const notApplicableChoice = 'not-applicable';

export interface SectionFormAnswer {
  readonly questionId: string;
  /** Null when nothing was chosen: a section may be saved half done. */
  readonly value: AnswerValue | null;
  readonly comment: string;
  /** Revision of the answer the page was made from; 0 when it had never been saved. */
  readonly revision: number;
}

/** What was posted for a question, as text, to fill the form again. */
export interface TypedAnswer {
  readonly choice: string;
  readonly comment: string;
  readonly revision: string;
}

export type SectionForm =
  | { readonly kind: 'ok'; readonly answers: readonly SectionFormAnswer[] }
  | {
      readonly kind: 'errors';
      readonly errors: readonly FieldError[];
      /** By question id, for every question on the posted form. */
      readonly typed: Readonly<Record<string, TypedAnswer>>;
    };

type Parsed<T> = { readonly kind: 'ok'; readonly value: T } | { readonly kind: 'error'; readonly error: FieldError };

/**
 * Reads a posted section page: fields `answer-<question>`, `comment-<question>` and `revision-<question>` for each
 * question put to the care setting. All errors are returned together. A question with no field posted is left out, so a
 * form that shows one question changes only that one; other fields are ignored.
 */
export function parseSectionForm(
  instrument: Instrument,
  section: Section,
  careSetting: string,
  form: Readonly<Record<string, unknown>>,
): SectionForm {
  const posted = sectionQuestions(section, careSetting).filter((question) => isPosted(question, form));
  const parsed = posted.map((question) => ({
    questionId: question.id,
    value: parseChoice(question, scaleOf(instrument, question), form),
    comment: parseComment(question, form),
    revision: parseRevision(question, form),
  }));

  const errors = parsed.flatMap(({ value, comment, revision }) =>
    [value, comment, revision].flatMap((part) => (part.kind === 'error' ? part.error : [])),
  );
  if (errors.length > 0) {
    return { kind: 'errors', errors, typed: Object.fromEntries(posted.map((q) => [q.id, typedFor(q, form)])) };
  }
  const answers = parsed.flatMap(({ questionId, value, comment, revision }) =>
    value.kind === 'ok' && comment.kind === 'ok' && revision.kind === 'ok'
      ? [{ questionId, value: value.value, comment: comment.value, revision: revision.value }]
      : [],
  );
  return { kind: 'ok', answers };
}

const partNames = ['answer', 'comment', 'revision'] as const;

type PartName = (typeof partNames)[number];

function fieldName(part: PartName, question: Question): string {
  return `${part}-${question.id}`;
}

function read(part: PartName, question: Question, form: Readonly<Record<string, unknown>>): unknown {
  const field = fieldName(part, question);
  return Object.hasOwn(form, field) ? form[field] : undefined;
}

function isPosted(question: Question, form: Readonly<Record<string, unknown>>): boolean {
  return partNames.some((part) => read(part, question, form) !== undefined);
}

function parseChoice(question: Question, scale: Scale, form: Readonly<Record<string, unknown>>) {
  const choice = read('answer', question, form) ?? '';
  if (choice === '') {
    return ok<AnswerValue | null>(null);
  }
  if (choice === notApplicableChoice && question.notApplicable) {
    return ok<AnswerValue>({ kind: 'not-applicable' });
  }
  const option = scale.options.find(({ id }) => id === choice);
  if (option !== undefined) {
    return ok<AnswerValue>({ kind: 'option', optionId: option.id });
  }
  return error('answer', question, `Choose one of the answers listed for question ${question.id}`);
}

function parseComment(question: Question, form: Readonly<Record<string, unknown>>): Parsed<string> {
  const posted = read('comment', question, form) ?? '';
  if (typeof posted !== 'string') {
    return error('comment', question, `Enter the comment on question ${question.id} as text`);
  }
  const comment = cleanText(posted).trim();
  const length = [...comment].length;
  if (length <= commentLimit) {
    return ok(comment);
  }
  const limit = commentLimit.toLocaleString('en-GB');
  const now = length.toLocaleString('en-GB');
  const message = `The comment on question ${question.id} must be ${limit} characters or fewer; it has ${now}`;
  return error('comment', question, message);
}

function parseRevision(question: Question, form: Readonly<Record<string, unknown>>): Parsed<number> {
  const posted = read('revision', question, form);
  const revision = typeof posted === 'string' && /^\d{1,9}$/.test(posted) ? Number(posted) : null;
  if (revision !== null) {
    return ok(revision);
  }
  // Without it a save could overwrite somebody else's answer unseen, so it is never guessed.
  const message = `Copy your answer to question ${question.id}, reload the page and save it again`;
  return error('revision', question, message);
}

function typedFor(question: Question, form: Readonly<Record<string, unknown>>): TypedAnswer {
  const text = (part: PartName) => cleanText(firstText(read(part, question, form)));
  return { choice: text('answer'), comment: text('comment'), revision: text('revision') };
}

/** A field posted twice arrives as an array; its first text is the one shown back. */
function firstText(posted: unknown): string {
  const first: unknown = Array.isArray(posted) ? posted.find((item) => typeof item === 'string') : posted;
  return typeof first === 'string' ? first : '';
}

/** Forms post line breaks as CR LF; control characters cannot be typed, and the database refuses NUL. */
function cleanText(posted: string): string {
  return posted
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed();
}

function ok<T>(value: T): Parsed<T> {
  return { kind: 'ok', value };
}

function error(part: PartName, question: Question, message: string): Parsed<never> {
  return { kind: 'error', error: { field: fieldName(part, question), message } };
}
