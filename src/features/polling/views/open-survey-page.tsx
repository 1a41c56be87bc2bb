import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { useExampleDays } from '../../../views/forms/example-days.ts';
import { TextAreaField, TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { PageHead } from '../../assessment/index.ts';
import { fewestShown } from '../../polls/index.ts';

interface OpenSurveyPageProps {
  readonly organisation: string;
  readonly questions: readonly string[];
  /** Tells one opening of the form from another. */
  readonly formId: string;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly all: string;
}

/** Asking everybody on the staff the handful of questions that the programme names. */
export function OpenSurveyPage({ organisation, questions, formId, typed, errors, all }: OpenSurveyPageProps) {
  const { beginning } = useExampleDays();
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <PageHead organisation={organisation} title="Short survey of staff" />
        {questions.length === 0 ? (
          <p>Everything that staff can be asked is polled already.</p>
        ) : (
          <>
            <p>
              Anybody who has its address answers, without an account and without saying who they are. How the answers
              spread stands beside yours once the survey is closed and at least {fewestShown} answered, for people of
              your organisation, and before whoever signs. It is no part of what is signed and is not published.
            </p>
            <p>
              One browser answers once. Nothing else keeps anybody from answering twice or handing the address on, so it
              is a hint and no count, and its page says so.
            </p>
            <h2 className="nhsuk-heading-m">What is asked</h2>
            <ul>
              {questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
            <Form>
              <input type="hidden" name="form" value={formId} data-made-anew="" />
              <TextField
                name="runs-until"
                label="Last day"
                hint={`Such as ${beginning}. The survey closes by itself after it.`}
                width={20}
                value={typedText(typed, 'runs-until')}
                errors={errors}
              />
              <TextAreaField
                name="message"
                label="Message (optional)"
                hint="Everybody who opens the survey reads it. Up to 1,000 characters."
                rows={3}
                value={typedText(typed, 'message')}
                errors={errors}
              />
              <SubmitButton>Open the survey</SubmitButton>
            </Form>
          </>
        )}
        <p>
          <a href={all}>Back to the polls</a>
        </p>
      </div>
    </div>
  );
}
