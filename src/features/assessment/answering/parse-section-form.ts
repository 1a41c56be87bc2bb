import { type FormReader, readForm } from '../../../platform/forms/form-reader.ts';
import type { FieldError, PostedForm } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import {
  type Instrument,
  type Question,
  type Scale,
  type Section,
  scaleOf,
  sectionQuestions,
} from '../../programme/index.ts';
import type { AnswerValue } from '../assessment.ts';

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

/**
 * Reads a posted section page: fields `answer-<question>`, `comment-<question>` and `revision-<question>` for each
 * question put to the care setting. All errors are returned together. A question with no field posted is left out, so a
 * form that shows one question changes only that one; other fields are ignored.
 */
export function parseSectionForm(
  instrument: Instrument,
  section: Section,
  careSetting: string,
  form: PostedForm,
): SectionForm {
  const reader = readForm(form);
  const posted = sectionQuestions(section, careSetting).filter(({ id }) => isPosted(id, form));
  const answers = posted.map((question) => readAnswer(reader, question, scaleOf(instrument, question)));
  const outcome = reader.outcome(answers);
  return outcome.kind === 'ok'
    ? { kind: 'ok', answers }
    : { kind: 'errors', errors: outcome.errors, typed: typedAnswers(answers, outcome.typed) };
}

const partNames = ['answer', 'comment', 'revision'] as const;

function fieldName(part: (typeof partNames)[number], questionId: string): string {
  return `${part}-${questionId}`;
}

function isPosted(questionId: string, form: PostedForm): boolean {
  return partNames.some((part) => {
    const field = fieldName(part, questionId);
    return Object.hasOwn(form, field) && form[field] !== undefined;
  });
}

function readAnswer(reader: FormReader, { id, notApplicable }: Question, scale: Scale): SectionFormAnswer {
  const offered = [...scale.options.map((option) => option.id), ...(notApplicable ? [notApplicableChoice] : [])];
  const choice = reader.choice(fieldName('answer', id), offered, `Choose one of the answers listed for question ${id}`);
  const label = `The comment on question ${id}`;
  return {
    questionId: id,
    value: choice === null ? null : answerOf(choice),
    comment: reader.text(fieldName('comment', id), { label, limit: commentLimit }),
    revision: reader.revision(
      fieldName('revision', id),
      `Copy your answer to question ${id}, reload the page and save it again`,
    ),
  };
}

function answerOf(choice: string): AnswerValue {
  return choice === notApplicableChoice ? { kind: 'not-applicable' } : { kind: 'option', optionId: choice };
}

function typedAnswers(answers: readonly SectionFormAnswer[], typed: TypedForm): Record<string, TypedAnswer> {
  return Object.fromEntries(
    answers.map(({ questionId: id }) => [
      id,
      {
        choice: typedText(typed, fieldName('answer', id)),
        comment: typedText(typed, fieldName('comment', id)),
        revision: typedText(typed, fieldName('revision', id)),
      },
    ]),
  );
}
