import { paths } from '../../../../paths.ts';
import { errorOf, type FieldError } from '../../../../platform/forms/posted-form.ts';
import { DataTable } from '../../../../views/data-table.tsx';
import { formatTime } from '../../../../views/format.ts';
import { TextField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import type { Passkey } from '../../passkeys/passkey-repository.ts';
import { PasskeyForm } from '../../passkeys/views/passkey-form.tsx';

interface PasskeysProps {
  readonly passkeys: readonly Passkey[];
  /** Whether browsers make them for the address of this service. */
  readonly areOffered: boolean;
  /** False for somebody who has one, but signed in with the password alone. */
  readonly mayChange: boolean;
  /** Whether a code from an app can be set up instead. */
  readonly offersCode: boolean;
  readonly errors: readonly FieldError[];
}

export const passkeysAnchor = 'passkeys';

/** The passkeys of an account, and how to add one. */
export function Passkeys({ passkeys, areOffered, mayChange, offersCode, errors }: PasskeysProps) {
  const refusal = errorOf(errors, passkeysAnchor);
  return (
    <>
      <h2 id={passkeysAnchor}>Passkeys</h2>
      {refusal !== undefined && (
        <p className="nhsuk-error-message">
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {refusal}. {offersCode && <a href={paths.secondFactor('begin')}>Set up a code from an app instead</a>}
        </p>
      )}
      <p>
        With a passkey you sign in with your fingerprint, your face or the PIN of your device, without a password or a
        code. It counts as a second factor.
      </p>
      {passkeys.length > 0 && <PasskeyTable passkeys={passkeys} mayChange={mayChange} />}
      {mayChange ? (
        <AddPasskey areOffered={areOffered} errors={errors} />
      ) : (
        <p>
          You signed in with your password alone. To change your passkeys,{' '}
          <a href={paths.signIn(paths.account())}>sign in with one of them</a>.
        </p>
      )}
    </>
  );
}

function AddPasskey({ areOffered, errors }: Pick<PasskeysProps, 'areOffered' | 'errors'>) {
  return areOffered ? (
    <AddPasskeyForm wanted="" errors={errors} />
  ) : (
    <p>
      Passkeys work only where the address of a service is a name and begins with https. The address of this service is
      not like that, so you cannot add one here.
    </p>
  );
}

/** `wanted`: where to go once it is added; the account page when empty. */
export function AddPasskeyForm({ wanted, errors }: { wanted: string; errors: readonly FieldError[] }) {
  return (
    <PasskeyForm
      action={paths.passkeys(wanted)}
      does="make"
      options={paths.passkeyOptions()}
      button="Add a passkey"
      withoutScript="To add a passkey, switch script on in your browser. A code from an app works without."
    >
      <TextField
        name="passkey-name"
        label="Name of the passkey"
        hint="So that you recognise it, such as “work laptop”"
        errors={errors}
      />
    </PasskeyForm>
  );
}

function PasskeyTable({ passkeys, mayChange }: Pick<PasskeysProps, 'passkeys' | 'mayChange'>) {
  return (
    <DataTable
      caption="Your passkeys"
      rows={passkeys}
      rowKey={({ id }) => id}
      columns={[
        { heading: 'Name', isRowHeading: true, cell: ({ name }) => name },
        { heading: 'Since', cell: ({ createdAt }) => formatTime(createdAt) },
        ...(mayChange ? [{ heading: 'Change', cell: removal }] : []),
      ]}
    />
  );
}

function removal({ id, name }: Passkey) {
  return (
    <Form action={paths.removePasskey(id)}>
      <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
        Remove<span className="nhsuk-u-visually-hidden"> the passkey {name}</span>
      </button>
    </Form>
  );
}
