import { type FormOutcome, readForm } from '../../../platform/forms/form-reader.ts';
import { type FieldError, type PostedForm, textOf } from '../../../platform/forms/posted-form.ts';
import type { Finding } from '../finding.ts';
import { type FindingsForm, parseFindings, type TypedFindings } from '../parse-findings.ts';

/** As much as a reason of a finding. */
export const reasonLimit = 2000;

export interface ChallengeForm {
  readonly reason: string;
  /** Of the document on the page. */
  readonly digest: string;
}

/** Reads why an organisation challenges what was found of an answer. */
export function parseChallenge(form: PostedForm): FormOutcome<ChallengeForm> {
  const reader = readForm(form);
  const rule = { label: 'The reason', limit: reasonLimit, required: 'Say why you challenge it' };
  return reader.outcome({ reason: reader.text('reason', rule), digest: textOf(form, 'digest') });
}

type DecisionForm =
  | { readonly kind: 'ok'; readonly found: Finding }
  | { readonly kind: 'errors'; readonly errors: readonly FieldError[]; readonly typed: TypedFindings };

/** Reads what is found of one answer after a challenge, with the reason that both need: that it stands, and that something else is found. */
export function parseDecision(
  asked: Parameters<typeof parseFindings>[0],
  questionId: string,
  form: PostedForm,
): DecisionForm {
  const read: FindingsForm = parseFindings(asked, form);
  if (read.kind === 'errors') {
    return read;
  }
  const found = read.posted.find((each) => each.questionId === questionId)?.finding;
  if (found === undefined || found.verdict === 'none') {
    const message = 'Say what you find, having read the challenge';
    return { kind: 'errors', errors: [{ field: `answer-${questionId}`, message }], typed: read.typed };
  }
  if (found.reason === '') {
    const message = 'Say why, for the organisation to read';
    return { kind: 'errors', errors: [{ field: `comment-${questionId}`, message }], typed: read.typed };
  }
  return { kind: 'ok', found };
}
