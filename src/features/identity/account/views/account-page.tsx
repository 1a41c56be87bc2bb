import { paths } from '../../../../paths.ts';
import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { DataTable } from '../../../../views/data-table.tsx';
import { formatTime } from '../../../../views/format.ts';
import { ButtonLink, SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { TextField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import type { Passkey } from '../../passkeys/passkey-repository.ts';
import { passwordLength } from '../../password/password-rule.ts';
import type { Account, OpenSession } from '../account-repository.ts';
import { browserName } from '../browser-name.ts';
import { Passkeys } from './passkeys.tsx';

interface AccountPageProps {
  readonly account: Account;
  readonly sessions: readonly OpenSession[];
  readonly passkeys: readonly Passkey[];
  /** Whether browsers make passkeys for the address of this service. */
  readonly offersPasskeys: boolean;
  /** False for somebody with a passkey who signed in with the password alone. */
  readonly mayChangeFactors: boolean;
  readonly thisSessionId: string | null;
  readonly errors: readonly FieldError[];
}

/** Name, password, second factor, passkeys, and where one is signed in. */
export function AccountPage(props: AccountPageProps) {
  const { account, sessions, passkeys, offersPasskeys, mayChangeFactors, thisSessionId, errors } = props;
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>Your account</h1>
      <p>
        You sign in as <strong className="ldr-unbroken">{account.email}</strong>.
      </p>
      {account.isPersona ? (
        <p>
          This person is invented, so there is no password and nothing else to change, and nothing is asked of them
          before they sign. Real people sign in with a second factor where their role needs one.
        </p>
      ) : (
        <div className="nhsuk-grid-row">
          <div className="nhsuk-grid-column-one-half">
            <NameForm account={account} errors={errors} />
            {mayChangeFactors && account.hasPassword && <SecondFactor account={account} />}
            <Passkeys
              passkeys={passkeys}
              areOffered={offersPasskeys}
              mayChange={mayChangeFactors}
              offersCode={account.hasPassword && !account.hasSecondFactor}
              errors={errors}
            />
          </div>
          <div className="nhsuk-grid-column-one-half">
            {account.hasPassword ? <PasswordForm errors={errors} /> : <NoPassword />}
            <h2>E-mails</h2>
            <p>
              <a href={paths.accountLetters()}>Choose when you get e-mails about your work</a>
            </p>
          </div>
        </div>
      )}
      <Sessions sessions={sessions} thisSessionId={thisSessionId} />
    </>
  );
}

function NameForm({ account, errors }: Pick<AccountPageProps, 'account' | 'errors'>) {
  return (
    <>
      <h2>Name</h2>
      <Form action={paths.accountName()}>
        <TextField
          name="name"
          label="Your name"
          hint="As it stands on what you sign from now on"
          autoComplete="name"
          value={account.name}
          errors={errors}
        />
        <SubmitButton secondary>Save the name</SubmitButton>
      </Form>
    </>
  );
}

function PasswordForm({ errors }: Pick<AccountPageProps, 'errors'>) {
  return (
    <>
      <h2>Password</h2>
      <Form action={paths.accountPassword()}>
        <TextField
          name="password"
          label="Current password"
          type="password"
          autoComplete="current-password"
          errors={errors}
        />
        <TextField
          name="new-password"
          label="New password"
          hint={`At least ${passwordLength.least} characters. You are signed out everywhere else`}
          type="password"
          autoComplete="new-password"
          errors={errors}
        />
        <SubmitButton secondary>Change the password</SubmitButton>
      </Form>
    </>
  );
}

function NoPassword() {
  return (
    <>
      <h2>Password</h2>
      <p>
        You have none here, and need none. To have one all the same, and a code from an app beside it,{' '}
        <a href={paths.forgottenPassword()}>ask for a link to choose it</a>.
      </p>
    </>
  );
}

function SecondFactor({ account }: Pick<AccountPageProps, 'account'>) {
  return (
    <>
      <h2>Code from an app</h2>
      {account.hasSecondFactor ? (
        <>
          <p>You sign in with your password and a code from an app.</p>
          <ul className="nhsuk-list">
            <li>
              <a href={paths.secondFactor('codes')}>Get new recovery codes</a>
            </li>
            <li>
              <a href={paths.secondFactor('off')}>Take the second factor off</a>
            </li>
          </ul>
        </>
      ) : (
        <>
          <p>A code from an app on your phone keeps others out, even if they learn your password.</p>
          <ButtonLink href={paths.secondFactor('begin')}>Set up a code</ButtonLink>
        </>
      )}
    </>
  );
}

function Sessions({ sessions, thisSessionId }: Pick<AccountPageProps, 'sessions' | 'thisSessionId'>) {
  return (
    <DataTable
      caption="Where you are signed in"
      rows={sessions}
      rowKey={({ id }) => id}
      columns={[
        { heading: 'Since', isRowHeading: true, cell: ({ since }) => formatTime(since) },
        { heading: 'Browser', cell: ({ browser }) => browserName(browser) },
        { heading: 'Network address', cell: ({ networkAddress }) => networkAddress },
        {
          heading: 'Change',
          cell: ({ id, since, browser }) =>
            id === thisSessionId ? (
              'This browser'
            ) : (
              <Form action={paths.endSession(id)}>
                <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
                  Sign out
                  <span className="nhsuk-u-visually-hidden">
                    {' '}
                    {browserName(browser)}, signed in since {formatTime(since)}
                  </span>
                </button>
              </Form>
            ),
        },
      ]}
    />
  );
}
