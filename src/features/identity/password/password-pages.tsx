import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { ButtonLink, SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { describeGrant } from '../acting.ts';
import type { LinkHolder } from '../identity-repository.ts';
import { passwordLength } from './password-rule.ts';

interface ChoosePasswordPageProps {
  readonly token: string;
  readonly holder: LinkHolder;
  readonly serviceName: string;
  readonly errors: readonly FieldError[];
}

/** Where the link in an invitation leads, and the one for a forgotten password. */
export function ChoosePasswordPage({ token, holder, serviceName, errors }: ChoosePasswordPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        {holder.hasPassword ? <h1>Choose a password</h1> : <Invited holder={holder} serviceName={serviceName} />}
        <Form action={paths.choosePassword()}>
          <input type="hidden" name="token" value={token} />
          <TextField
            name="password"
            label={holder.hasPassword ? 'New password' : 'Password'}
            hint={`At least ${passwordLength.least} characters. Three or four words that nobody would guess make a good one`}
            type="password"
            autoComplete="new-password"
            errors={errors}
          />
          <SubmitButton>Save the password</SubmitButton>
        </Form>
        {holder.hasPassword && <p>Wherever you are signed in, you are signed out.</p>}
      </div>
    </div>
  );
}

/** The first that somebody sees who was invited: where they are, as what, and what they sign in with. */
function Invited({ holder: { name, email, grants }, serviceName }: { holder: LinkHolder; serviceName: string }) {
  return (
    <>
      <h1>Welcome to {serviceName}</h1>
      <p>
        Hello {name}. You are invited to {serviceName}.
      </p>
      {grants.length > 0 && (
        <>
          <p>Your role here:</p>
          <ul>
            {grants.map(describeGrant).map((role) => (
              <li key={role}>{role}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        Choose a password. From then on you sign in with it and your e-mail address, <strong>{email}</strong>.
      </p>
    </>
  );
}

export function LinkOverPage() {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>This link does not work any more</h1>
        <p>It was used already, or a newer link took its place, or its time is over.</p>
        <p>If you have chosen a password with it, sign in with that password and your e-mail address.</p>
        <ButtonLink href={paths.signIn()}>Sign in</ButtonLink>
        <p>
          If you have not, <a href={paths.forgottenPassword()}>ask for a new link</a>.
        </p>
      </div>
    </div>
  );
}

interface ForgottenPasswordPageProps {
  readonly isSent: boolean;
  readonly email: string;
  readonly errors: readonly FieldError[];
  readonly sendsMail: boolean;
}

/** Says the same whether or not there is such an account. */
export function ForgottenPasswordPage({ isSent, email, errors, sendsMail }: ForgottenPasswordPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>{isSent ? 'Look at your mail' : 'Forgotten password'}</h1>
        <Words isSent={isSent} email={email} errors={errors} sendsMail={sendsMail} />
      </div>
    </div>
  );
}

function Words({ isSent, email, errors, sendsMail }: ForgottenPasswordPageProps) {
  if (!sendsMail) {
    return (
      <p>
        This service sends no mail. Ask the person who invited you for a link to choose a new password, or{' '}
        <a href={paths.contact()}>write to the team</a>.
      </p>
    );
  }
  if (isSent) {
    return (
      <>
        <p>
          If {email} has an account here, a link to choose a new password is on its way. It works for an hour. If
          nothing comes, look among unwanted mail, and check the address.
        </p>
        <p>
          <a href={paths.forgottenPassword()}>Try another address</a>
        </p>
      </>
    );
  }
  return (
    <>
      <p>Enter the address you sign in with. A link to choose a new password is sent to it.</p>
      <Form>
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          value={email}
          errors={errors}
        />
        <SubmitButton>Send the link</SubmitButton>
      </Form>
    </>
  );
}
