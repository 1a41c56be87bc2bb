import { paths } from '../../../paths.ts';
import type { KeptForm } from '../../../platform/forms/kept-form.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { KeptField } from '../../../views/forms/kept-form.tsx';

interface CodePageProps {
  readonly kept: KeptForm | null;
  /** Where to go once the code is right. */
  readonly wanted: string;
  readonly errors: readonly FieldError[];
}

export function CodePage({ kept, wanted, errors }: CodePageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>Enter your code</h1>
        <Form action={paths.signInCode(wanted)}>
          {kept !== null && <KeptField kept={kept} />}
          <TextField
            name="code"
            label="Code"
            hint="Six figures from the app on your phone, or one of your recovery codes"
            autoComplete="one-time-code"
            width={20}
            errors={errors}
          />
          <SubmitButton>Sign in</SubmitButton>
        </Form>
        <p>
          Lost both? Ask the person who invited you, or <a href={paths.contact()}>write to the team</a>.{' '}
          <a href={paths.signIn()}>Sign in as somebody else</a>
        </p>
      </div>
    </div>
  );
}
