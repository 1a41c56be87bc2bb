import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { PasskeySignIn } from '../passkeys/views/passkey-sign-in.tsx';
import { SignInFields } from './sign-in-fields.tsx';

interface SignInPageProps {
  readonly email: string;
  readonly errors: readonly FieldError[];
  readonly isDemonstration: boolean;
  /** Where to go after signing in. */
  readonly wanted: string;
  readonly offersPasskeys: boolean;
  /** Where people of an organisation sign in instead; null where nowhere. */
  readonly providerName: string | null;
}

export function SignInPage(props: SignInPageProps) {
  const { email, errors, isDemonstration, wanted, offersPasskeys, providerName } = props;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>Sign in</h1>
        {isDemonstration && (
          <div className="nhsuk-inset-text">
            <p>
              This is a demonstration. You can try it as any of its invented people, each with the work of one role.
            </p>
            <ButtonLink href={paths.personas()}>Choose a persona</ButtonLink>
          </div>
        )}
        {providerName !== null && (
          <ButtonLink href={paths.signInProvider(wanted)} secondary={isDemonstration}>
            Sign in with {providerName}
          </ButtonLink>
        )}
        <Form>
          <SignInFields email={email} errors={errors} isDemonstration={isDemonstration} />
        </Form>
        {offersPasskeys && <PasskeySignIn wanted={wanted} />}
        <p>
          <a href={paths.forgottenPassword()}>Forgotten your password?</a>
        </p>
        <p>Accounts are by invitation. Published roadmaps and results need no account.</p>
      </div>
    </div>
  );
}
