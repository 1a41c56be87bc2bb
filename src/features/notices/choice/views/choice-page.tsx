import { paths } from '../../../../paths.ts';
import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { RadiosField } from '../../../../views/forms/choice-fields.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { DAILY_HOUR, type LetterChoice } from '../letter-choice.ts';

interface ChoicePageProps {
  readonly choice: LetterChoice;
  readonly isMailSetUp: boolean;
  readonly errors: readonly FieldError[];
}

const atOnce = { value: 'at-once', label: 'At once' };
const daily = { value: 'daily', label: `Once a day, in one e-mail at ${DAILY_HOUR}am` };

/** When to be written to. What asks somebody to act cannot be turned off. */
export function ChoicePage({ choice, isMailSetUp, errors }: ChoicePageProps) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>E-mails about your work</h1>
      {!isMailSetUp && <p>No mail server is set up, so nobody gets any e-mails at present.</p>}
      <Form action={paths.accountLetters()}>
        <RadiosField
          name="asking"
          label="E-mails that ask you to do something"
          hint="For example to authorise, endorse or review. You cannot turn these off"
          choices={[atOnce, daily]}
          value={choice.asking}
          errors={errors}
        />
        <RadiosField
          name="telling"
          label="E-mails that only tell you something"
          hint="For example that a roadmap has been published"
          choices={[atOnce, daily, { value: 'never', label: 'Never' }]}
          value={choice.telling}
          errors={errors}
        />
        <SubmitButton>Save</SubmitButton>
      </Form>
    </>
  );
}
