import type { ReactNode } from 'react';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { passkeyField } from '../passkey-field.ts';

interface PasskeyFormProps {
  readonly action: string;
  /** Whether one is made, or one is shown. */
  readonly does: 'make' | 'show';
  /** Where the script asks what the browser is to be told. */
  readonly options: string;
  readonly button: string;
  readonly withoutScript: string;
  readonly children?: ReactNode;
}

/** A form about a passkey: only script can ask the browser for one, so nothing is offered without. */
export function PasskeyForm({ action, does, options, button, withoutScript, children }: PasskeyFormProps) {
  return (
    <>
      <noscript>
        <p>{withoutScript}</p>
      </noscript>
      <div hidden data-passkey={does} data-passkey-options={options}>
        <Form action={action}>
          {children}
          <input type="hidden" name={passkeyField} />
          <p className="nhsuk-error-message" role="status" hidden />
          <SubmitButton secondary>{button}</SubmitButton>
        </Form>
      </div>
    </>
  );
}
