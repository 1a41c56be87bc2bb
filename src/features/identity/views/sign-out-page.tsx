import { SubmitButton } from '../../../views/forms/button.tsx';
import { Form } from '../../../views/forms/form.tsx';

/** Signing out is a form, so that no link from elsewhere can do it. */
export function SignOutPage() {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>Sign out</h1>
        <p>Everything you saved is kept. What you typed without saving it is forgotten.</p>
        <Form endsSession>
          <SubmitButton>Sign out</SubmitButton>
        </Form>
      </div>
    </div>
  );
}
