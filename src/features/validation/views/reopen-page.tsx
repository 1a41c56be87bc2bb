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

interface ReopenPageProps {
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

/** Opening a signed return again, with all that follows from it. */
export function ReopenPage({ organisation, document, digest, nobodyToSign, reason, errors, back }: ReopenPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title="Open the return again" />
        <SummaryList rows={[{ key: 'What is signed', value: whatBecameOf(document, false) }]} />
        <p>Once it is open again:</p>
        <ul>
          <li>the signature counts no more, and neither does its validation; both stay on record</li>
          <li>the organisation can change its answers, and only the organisation reads them</li>
          <li>it must be authorised again before the round closes, or it has no result</li>
        </ul>
        {nobodyToSign}
        <Form>
          <input type="hidden" name="digest" value={digest} />
          <TextAreaField
            name="reason"
            label="What should be put right?"
            hint={`${textLimitInWords} The organisation reads it, and it is sent in the letter that tells of this.`}
            value={reason}
            errors={errors}
          />
          <SubmitButton>Open the return again</SubmitButton>
        </Form>
        <p>
          <a href={back}>Back without opening it</a>
        </p>
      </div>
    </div>
  );
}
