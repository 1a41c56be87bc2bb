import { paths } from '../../../../paths.ts';
import { ButtonLink } from '../../../../views/forms/button.tsx';
import { AddPasskeyForm } from './passkeys.tsx';

interface FactorNeededPageProps {
  /** Roles that cannot be used until then, in words; none for somebody who came by themselves. */
  readonly roles: readonly string[];
  readonly hasPasskey: boolean;
  readonly offersPasskeys: boolean;
  /** Where they were going. */
  readonly wanted: string;
}

/** Where somebody is led after signing in whose role needs a second factor. */
export function FactorNeededPage({ roles, hasPasskey, offersPasskeys, wanted }: FactorNeededPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>{hasPasskey ? 'Sign in with your passkey' : 'Set up a second factor'}</h1>
        {roles.length > 0 && (
          <p>
            Some of your roles need more than a password, so that nobody who learns it can act for you:{' '}
            {roles.join('; ')}.
          </p>
        )}
        {hasPasskey ? (
          <ButtonLink href={paths.signIn(wanted)}>Sign in with your passkey</ButtonLink>
        ) : (
          <Ways offersPasskeys={offersPasskeys} wanted={wanted} />
        )}
        <p>
          <a href={wanted}>Go on without</a>
          {roles.length > 0 && ', and leave these roles for now'}
        </p>
      </div>
    </div>
  );
}

function Ways({ offersPasskeys, wanted }: Pick<FactorNeededPageProps, 'offersPasskeys' | 'wanted'>) {
  return (
    <>
      <h2>A code from an app</h2>
      <p>An app on your phone shows a new code every half minute, and you type it when you sign in.</p>
      <ButtonLink href={paths.secondFactor('begin', wanted)}>Set up a code</ButtonLink>
      {offersPasskeys && (
        <>
          <h2>Or a passkey</h2>
          <p>This device asks for your fingerprint, your face or its PIN. You need no password and no code.</p>
          <AddPasskeyForm wanted={wanted} errors={[]} />
        </>
      )}
    </>
  );
}
