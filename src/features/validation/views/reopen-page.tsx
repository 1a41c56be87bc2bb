import type { ReactNode } from 'react';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { PageHead, whatBecameOf } from '../../assessment/index.ts';
import type { PutToSign } from '../../return-documents/index.ts';
import { textLimitInWords } from '../parse-query-forms.ts';

type Kind = 'reopen' | 'correct';

export const reopenTitles: Readonly<Record<Kind, string>> = {
  reopen: 'Open the return again',
  correct: 'Open the return for a correction',
};

interface Words {
  /** What follows, one by one. */
  readonly follows: readonly string[];
  readonly label: string;
  readonly hint: string;
}

const words: Readonly<Record<Kind, Words>> = {
  reopen: {
    follows: [
      'the signature counts no more, and neither does its validation; both stay on record',
      'the organisation can change its answers, and only the organisation reads them',
      'it must be authorised again before the round closes, or it has no result',
    ],
    label: 'What should be put right?',
    hint: 'The organisation reads it, and it is sent in the letter that tells of this.',
  },
  correct: {
    follows: [
      'the published result stands until the corrected return is signed',
      'the organisation can change its answers, also when the round is closed, and only the organisation reads them',
      'once it is signed, everybody sees both results, the day, and what you write here',
    ],
    label: 'Why is it corrected?',
    hint: 'Everybody reads it beside the corrected result, so name no person and no patient. It is sent to the organisation at once.',
  },
};

interface ReopenPageProps {
  readonly kind: Kind;
  readonly organisation: string;
  readonly document: PutToSign;
  /** Of what is signed, as the page shows it. */
  readonly digest: string;
  /** What is said where nobody can sign it anew. */
  readonly nobodyToSign: ReactNode;
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly back: string;
}

/** Opening a signed return again, or for a correction, with all that follows from it. */
export function ReopenPage(props: ReopenPageProps) {
  const { kind, organisation, document, digest, nobodyToSign, reason, errors, back } = props;
  const { follows, label, hint } = words[kind];
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title={reopenTitles[kind]} />
        <SummaryList rows={[{ key: 'What is signed', value: whatBecameOf(document, false) }]} />
        <p>Once it is open:</p>
        <ul>
          {follows.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        {nobodyToSign}
        <Form>
          <input type="hidden" name="digest" value={digest} />
          <input type="hidden" name="kind" value={kind} />
          <TextAreaField
            name="reason"
            label={label}
            hint={`${textLimitInWords} ${hint}`}
            value={reason}
            errors={errors}
          />
          <SubmitButton>{reopenTitles[kind]}</SubmitButton>
        </Form>
        <p>
          <a href={back}>Back without opening it</a>
        </p>
      </div>
    </div>
  );
}
