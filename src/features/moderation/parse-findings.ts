import { type FieldError, type PostedForm, textOf, textsOf } from '../../platform/forms/posted-form.ts';
import { parseSectionForm } from '../assessment/index.ts';
import type { Instrument, Section } from '../programme/index.ts';
import type { Answer, AnswerValue } from '../scoring/index.ts';
import { type Finding, isSameValue, nothingFound } from './finding.ts';
import type { PostedFinding } from './plan-findings.ts';

/** The posted values that stand for what was signed, and for nothing found; no option of a scale has these ids. */
export const asSignedChoice = 'as-signed';
export const notCheckedChoice = 'not-checked';

/** What was posted of an answer, to fill the form again. */
export interface TypedFinding {
  readonly choices: readonly string[];
  readonly reason: string;
}

export type FindingsForm =
  | { readonly kind: 'ok'; readonly posted: readonly PostedFinding[]; readonly typed: TypedFindings }
  | { readonly kind: 'errors'; readonly errors: readonly FieldError[]; readonly typed: TypedFindings };

export type TypedFindings = ReadonlyMap<string, TypedFinding>;

interface SectionToCheck {
  readonly instrument: Instrument;
  readonly careSetting: string;
  readonly section: Section;
  /** The signed answers of the section that can be checked. */
  readonly signed: readonly Answer[];
}

/** Reads a posted section of findings: the fields of answering it, where the note is the reason, and two choices more. */
export function parseFindings(
  { instrument, careSetting, section, signed }: SectionToCheck,
  form: PostedForm,
): FindingsForm {
  const own = signed.filter(({ questionId }) => Object.hasOwn(form, `revision-${questionId}`));
  const typed: TypedFindings = new Map(
    own.map(({ questionId }) => [
      questionId,
      { choices: textsOf(form, `answer-${questionId}`), reason: textOf(form, `comment-${questionId}`) },
    ]),
  );
  const read = parseSectionForm(instrument, section, careSetting, withoutOwnChoices(form, own));
  if (read.kind === 'errors') {
    return { kind: 'errors', errors: read.errors.map(atAnswer), typed };
  }
  const found = own.flatMap(({ questionId, value: signedValue }) => {
    const answer = read.answers.find((each) => each.questionId === questionId);
    return answer === undefined
      ? []
      : [
          {
            ...answer,
            ...readFinding(answer, signedValue, typed.get(questionId)?.choices.includes(asSignedChoice) ?? false),
          },
        ];
  });
  const errors = found.flatMap(({ error }) => error ?? []);
  const posted = found.map(({ questionId, finding, revision }) => ({ questionId, finding, revision }));
  return errors.length === 0 ? { kind: 'ok', posted, typed } : { kind: 'errors', errors, typed };
}

type FormAnswer = Extract<ReturnType<typeof parseSectionForm>, { readonly kind: 'ok' }>['answers'][number];

/** What was chosen of one answer, and what is wrong with that; null where nothing is. */
function readFinding(
  { questionId, value, comment: reason }: FormAnswer,
  signedValue: AnswerValue,
  isAsSigned: boolean,
): { readonly finding: Finding; readonly error: FieldError | null } {
  const isSame = isAsSigned || (value !== null && isSameValue(value, signedValue));
  if (isAsSigned && value !== null) {
    const message = `For ${questionId} choose either what was signed or something else`;
    return { finding: nothingFound, error: { field: `answer-${questionId}`, message } };
  }
  if (value === null || isSame) {
    return { finding: { verdict: isSame ? 'same' : 'none', value: null, reason }, error: null };
  }
  const message = `Say why you would answer ${questionId} otherwise`;
  return {
    finding: { verdict: 'other', value, reason },
    error: reason === '' ? { field: `comment-${questionId}`, message } : null,
  };
}

/** The form with those questions alone that can be checked, and of their choices those that an organisation has too. */
function withoutOwnChoices(form: PostedForm, own: readonly Answer[]): PostedForm {
  return Object.fromEntries(
    own.flatMap(({ questionId }) => [
      [
        `answer-${questionId}`,
        oneOrMore(
          textsOf(form, `answer-${questionId}`).filter(
            (choice) => ![asSignedChoice, notCheckedChoice].includes(choice),
          ),
        ),
      ],
      [`comment-${questionId}`, form[`comment-${questionId}`]],
      [`revision-${questionId}`, form[`revision-${questionId}`]],
    ]),
  );
}

/** As a form sends a field: one text, or several of the same name. */
function oneOrMore(texts: readonly string[]): string | readonly string[] {
  return texts.length < 2 ? (texts[0] ?? '') : texts;
}

/** The revision of a finding is a hidden field; what is wrong with it is said at the answer. */
function atAnswer({ field, message }: FieldError): FieldError {
  return { field: field.replace(/^revision-/, 'answer-'), message };
}
