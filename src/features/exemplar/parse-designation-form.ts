import { type FieldError, type PostedForm, textOf } from '../../platform/forms/posted-form.ts';
import { countWords, fewestReasonWords } from './exemplar.ts';

export const longestTitle = 120;
const longestOrganisation = 200;
export const longestReason = 5000;

/** What was typed, kept as it was so that a refused form can be shown again. */
export interface DesignationForm {
  /** A code or a name; which organisation it means is looked up afterwards. */
  readonly organisation: string;
  readonly group: string;
  readonly title: string;
  readonly reason: string;
}

export interface ParsedDesignation {
  readonly form: DesignationForm;
  /** In the order of the fields; empty when everything typed will do. */
  readonly errors: readonly FieldError[];
}

/** Reads the form by which an exemplar is designated; `groupIds` are the capability groups there are. */
export function parseDesignationForm(posted: PostedForm, groupIds: readonly string[]): ParsedDesignation {
  const form: DesignationForm = {
    organisation: textOf(posted, 'organisation'),
    group: textOf(posted, 'group'),
    title: textOf(posted, 'title').replaceAll(/\s+/g, ' '),
    reason: textOf(posted, 'reason'),
  };
  const messages: Readonly<Record<keyof DesignationForm, string | null>> = {
    organisation: organisationProblem(form.organisation),
    group: groupIds.includes(form.group) ? null : 'Choose the capability group it is an example of',
    title: titleProblem(form.title),
    reason: reasonProblem(form.reason, 'why others should look at it'),
  };
  const fields = ['organisation', 'group', 'title', 'reason'] as const;
  return {
    form,
    errors: fields.flatMap((field) => (messages[field] === null ? [] : [{ field, message: messages[field] }])),
  };
}

export interface ParsedWithdrawal {
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

/** Reads the form by which an exemplar is withdrawn. */
export function parseWithdrawalForm(posted: PostedForm): ParsedWithdrawal {
  const reason = textOf(posted, 'reason');
  const message = reasonProblem(reason, 'why it is withdrawn');
  return { reason, errors: message === null ? [] : [{ field: 'reason', message }] };
}

function organisationProblem(organisation: string): string | null {
  if (organisation === '') {
    return 'Enter the name or code of an organisation';
  }
  return organisation.length > longestOrganisation
    ? `No name of an organisation is that long. Enter a part of it, of at most ${longestOrganisation} characters, or its code`
    : null;
}

function titleProblem(title: string): string | null {
  if (countWords(title) === 0) {
    return 'Enter a title that says what was done';
  }
  return title.length > longestTitle ? `Shorten the title to ${longestTitle} characters; it has ${title.length}` : null;
}

function reasonProblem(reason: string, subject: string): string | null {
  const words = countWords(reason);
  if (words < fewestReasonWords) {
    return words === 0
      ? `Say ${subject}, in at least ${fewestReasonWords} words`
      : `Say more about ${subject}: use at least ${fewestReasonWords} words; there are ${words}`;
  }
  return reason.length > longestReason ? `Shorten this to ${longestReason} characters; it has ${reason.length}` : null;
}
