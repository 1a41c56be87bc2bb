import { paths } from '../../../../paths.ts';
import type { KeptForm } from '../../../../platform/forms/kept-form.ts';
import { KeptField } from '../../../../views/forms/kept-form.tsx';
import { PasskeyForm } from './passkey-form.tsx';

/** Beside the password, wherever somebody signs in. `wanted`: where to go then. */
export function PasskeySignIn({ wanted, kept = null }: { wanted: string; kept?: KeptForm | null }) {
  return (
    <PasskeyForm
      action={paths.signInPasskey(wanted)}
      does="show"
      options={paths.signInPasskeyOptions()}
      button="Sign in with a passkey"
      withoutScript="To sign in with a passkey, switch script on in your browser."
    >
      {kept !== null && <KeptField kept={kept} />}
    </PasskeyForm>
  );
}
