import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { TextAreaField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { reasonLimit } from '../../signing/parse-return-form.ts';
import { PageHead } from '../page-head.tsx';

interface ReturnPageProps {
  readonly organisation: string;
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly list: string;
}

/** Giving an assessment back so that an answer can be changed. */
export function ReturnPage({ organisation, reason, errors, list }: ReturnPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title="Return the assessment" />
        <p>The answers are unlocked. When they are right, authorisation must be asked for again.</p>
        <Form>
          <TextAreaField
            name="reason"
            label="What should be looked at again?"
            hint={`Everyone who works on the assessment reads this. Up to ${reasonLimit.toLocaleString('en-GB')} characters.`}
            value={reason}
            errors={errors}
          />
          <SubmitButton>Return the assessment</SubmitButton>
        </Form>
        <p>
          <a href={list}>Back without returning it</a>
        </p>
      </div>
    </div>
  );
}
