import { paths } from '../../../paths.ts';
import type { KeptForm } from '../../../platform/forms/kept-form.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { KeptField, KeptTexts, SendKeptForm } from '../../../views/forms/kept-form.tsx';
import type { Persona } from '../identity-repository.ts';
import { PasskeySignIn } from '../passkeys/views/passkey-sign-in.tsx';
import type { PersonaTasks } from '../persona-tasks.ts';
import { PersonaList } from './personas-page.tsx';
import { SignInFields } from './sign-in-fields.tsx';

interface KeptSignInPageProps {
  readonly kept: KeptForm;
  readonly email: string;
  readonly errors: readonly FieldError[];
  readonly isDemonstration: boolean;
  readonly offersPasskeys: boolean;
  /** Where people may sign in instead; null where nowhere. */
  readonly providerName: string | null;
  /** True for somebody who is signed in, and asked to show anew that it is them. */
  readonly isConfirming: boolean;
  /** The invented people to choose from, once that was asked for. */
  readonly personas: readonly Persona[];
  readonly tasks: PersonaTasks;
}

/** Where somebody whose session ended while they typed signs in again, with all they typed at hand. */
export function KeptSignInPage(props: KeptSignInPageProps) {
  const { kept, email, errors, isDemonstration, offersPasskeys, providerName, isConfirming, personas, tasks } = props;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>{isConfirming ? 'Confirm that it is you' : 'Sign in to send what you typed'}</h1>
        <p>
          {isConfirming
            ? 'You signed in a while ago, and what you are about to do binds others. Nothing was saved yet: sign in again, and you can send it.'
            : 'You are signed out, so nothing was saved. What you typed is kept on this page: sign in here, and you can send it.'}
        </p>
        {kept.by !== '' && (
          <p>
            The page was made for <strong>{kept.by}</strong>.
          </p>
        )}
        {isDemonstration && (
          <Form action={paths.personas()}>
            <KeptField kept={kept} />
            {personas.length === 0 ? (
              <SubmitButton>Choose a persona</SubmitButton>
            ) : (
              <PersonaList personas={personas} tasks={tasks} />
            )}
          </Form>
        )}
        <Form action={paths.signIn()}>
          <KeptField kept={kept} />
          <SignInFields email={email} errors={errors} isDemonstration={isDemonstration} />
        </Form>
        {offersPasskeys && <PasskeySignIn wanted="" kept={kept} />}
        {providerName !== null && <ProviderSignIn name={providerName} kept={kept} />}
        <KeptTexts kept={kept} />
      </div>
    </div>
  );
}

/** What was typed stays on this page while its writer is at the provider; the form then goes on with the token of their new session. */
function ProviderSignIn({ name, kept }: { name: string; kept: KeptForm }) {
  return (
    <>
      <p>
        Or{' '}
        <a href={paths.signInProvider(paths.workspace())} target="_blank" rel="noopener">
          sign in with {name} (opens in a new tab)
        </a>
        , then come back to this page.
      </p>
      <SendKeptForm kept={kept} button="I have signed in" />
    </>
  );
}

/** After signing in: one step more, so that nobody sends in their name what another person typed. */
export function SendKeptPage({ kept, name }: { kept: KeptForm; name: string }) {
  const isAnothers = kept.by !== '' && kept.by !== name;
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>Send what you typed</h1>
        <p>You are signed in as {name}. Nothing is saved before you send it.</p>
        {isAnothers && (
          <div className="nhsuk-warning-callout">
            <h2 className="nhsuk-warning-callout__label">
              <span className="nhsuk-u-visually-hidden">Important: </span>This was typed by {kept.by}
            </h2>
            <p>If you send it, it is recorded in your name, {name}.</p>
          </div>
        )}
        <SendKeptForm kept={kept} button={isAnothers ? `Send it as ${name}` : 'Send it'} />
        <KeptTexts kept={kept} />
      </div>
    </div>
  );
}
