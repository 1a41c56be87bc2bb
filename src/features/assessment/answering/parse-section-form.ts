import { type FormReader, readForm } from '../../../platform/forms/form-reader.ts';
import type { FieldError, PostedForm } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedList, typedText } from '../../../platform/forms/typed-form.ts';
import {
  desirableLevels,
  type Instrument,
  type Question,
  type Scale,
  type Section,
  scaleOf,
  sectionQuestions,
} from '../../programme/index.ts';
import type { AnswerValue } from '../../scoring/index.ts';

/** Also the limit of the stored comment. Counted in Unicode characters, a line break being one. */
export const commentLimit = 2000;

/** The posted value that stands for "not applicable"; no scale option may have this id. */
export const notApplicableChoice = 'not-applicable';

/** The posted value by which a question with levels is answered where none of their elements is met: a form without any is no answer. */
export const noneMetChoice = 'none';

export interface SectionFormAnswer {
  readonly questionId: string;
  /** Null when nothing was chosen: a section may be saved half done. */
  readonly value: AnswerValue | null;
  readonly comment: string;
  /** Id of the option that is to be reached by the next round; null where nothing was chosen, or it is not asked. */
  readonly desired: string | null;
  /** Revision of the answer the page was made from; 0 when it had never been saved. */
  readonly revision: number;
}

/** What was posted for a question, as text, to fill the form again. */
export interface TypedAnswer {
  /** One value; of a question with levels any number. */
  readonly choices: readonly string[];
  readonly comment: string;
  readonly desired: string;
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
 * Reads a posted section page: fields `answer-<question>`, `comment-<question>`, `desired-<question>` and `revision-<question>` for
 * each question put to the care setting; the first of them as often as elements are ticked, where a question has levels, and the third where
 * the instrument asks for it. All errors are returned together. A question with no field posted is left out, so a form that shows one question
 * changes only that one; other fields are ignored.
 */
export function parseSectionForm(
  instrument: Instrument,
  section: Section,
  careSetting: string,
  form: PostedForm,
): SectionForm {
  const reader = readForm(form);
  const posted = sectionQuestions(section, careSetting).filter(({ id }) => isPosted(id, form));
  const answers = posted.map((question) => readAnswer(reader, instrument, question));
  const outcome = reader.outcome(answers);
  return outcome.kind === 'ok'
    ? { kind: 'ok', answers }
    : { kind: 'errors', errors: outcome.errors, typed: typedAnswers(answers, outcome.typed) };
}

/** What the names of a question's fields begin with. */
export const partNames = ['answer', 'comment', 'desired', 'revision'] as const;

function fieldName(part: (typeof partNames)[number], questionId: string): string {
  return `${part}-${questionId}`;
}

function isPosted(questionId: string, form: PostedForm): boolean {
  return partNames.some((part) => {
    const field = fieldName(part, questionId);
    return Object.hasOwn(form, field) && form[field] !== undefined;
  });
}

function readAnswer(reader: FormReader, instrument: Instrument, question: Question): SectionFormAnswer {
  const { id, levels } = question;
  const scale = scaleOf(instrument, question);
  const desirable = desirableLevels(instrument, question).map((option) => option.id);
  const label = `The comment on question ${id}`;
  return {
    questionId: id,
    value: levels.length > 0 ? readElements(reader, question) : readChoice(reader, question, scale),
    comment: reader.text(fieldName('comment', id), { label, limit: commentLimit }),
    desired:
      desirable.length === 0
        ? null
        : reader.choice(fieldName('desired', id), desirable, `Choose one of the levels listed for question ${id}`),
    revision: reader.revision(
      fieldName('revision', id),
      `Copy your answer to question ${id}, reload the page and save it again`,
    ),
  };
}

function readChoice(reader: FormReader, { id, notApplicable }: Question, scale: Scale): AnswerValue | null {
  const offered = [...scale.options.map((option) => option.id), ...(notApplicable ? [notApplicableChoice] : [])];
  const choice = reader.choice(fieldName('answer', id), offered, `Choose one of the answers listed for question ${id}`);
  if (choice === null) {
    return null;
  }
  return choice === notApplicableChoice ? { kind: 'not-applicable' } : { kind: 'option', optionId: choice };
}

/** What is ticked, in the order of the levels. */
function readElements(reader: FormReader, { id, levels, notApplicable }: Question): AnswerValue | null {
  const field = fieldName('answer', id);
  const alone = [noneMetChoice, ...(notApplicable ? [notApplicableChoice] : [])];
  const elements = levels.flatMap((level) => level.elements.map((element) => element.id));
  const ticked = reader.choices(field, [...elements, ...alone], `Tick what is listed for question ${id}`);
  const [only] = ticked.filter((choice) => alone.includes(choice));
  if (only === undefined) {
    return ticked.length === 0 ? null : { kind: 'elements', met: ticked };
  }
  if (ticked.length > 1) {
    reader.fail(field, `For question ${id} tick what is met, or one of the last boxes and nothing else`);
  }
  return only === notApplicableChoice ? { kind: 'not-applicable' } : { kind: 'elements', met: [] };
}

function typedAnswers(answers: readonly SectionFormAnswer[], typed: TypedForm): Record<string, TypedAnswer> {
  return Object.fromEntries(
    answers.map(({ questionId: id }) => [
      id,
      {
        choices: typedList(typed, fieldName('answer', id)).filter((choice) => choice !== ''),
        comment: typedText(typed, fieldName('comment', id)),
        desired: typedText(typed, fieldName('desired', id)),
        revision: typedText(typed, fieldName('revision', id)),
      },
    ]),
  );
}
