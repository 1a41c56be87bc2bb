import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList, type SummaryRow } from '../../../views/summary-list.tsx';
import { fewestReasonWords } from '../exemplar.ts';

interface WithdrawPageProps {
  readonly title: string;
  readonly facts: readonly SummaryRow[];
  readonly reason: string;
  readonly errors: readonly FieldError[];
}

/** Shows what is about to be withdrawn and asks why, before it is done. */
export function WithdrawPage({ title, facts, reason, errors }: WithdrawPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>Withdraw this exemplar</h1>
        <p className="nhsuk-lede-text">{title}</p>
        <SummaryList rows={facts} />
        <p>
          It leaves the public list at once and this cannot be undone. Its page stays, and shows the reason you give.
          The organisation can be designated again later.
        </p>
        <Form>
          <TextAreaField
            name="reason"
            label="Reason for withdrawing"
            hint={`This will be public. At least ${fewestReasonWords} words`}
            value={reason}
            errors={errors}
          />
          <SubmitButton warning>Withdraw it</SubmitButton>
        </Form>
        <p>
          <a href={paths.manageExemplars()}>Keep it and go back</a>
        </p>
      </div>
    </div>
  );
}
