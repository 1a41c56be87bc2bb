import type { ReactNode } from 'react';
import { paths } from '../../../../paths.ts';
import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { TextField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { QrCode } from '../../../../views/qr-code.tsx';

/** Begins as what belongs to a page and is kept by nobody. */
export const carriedField = '_begun';

interface PasswordStepPageProps {
  readonly step: 'begin' | 'codes' | 'off';
  /** Where to go once it is set up. */
  readonly wanted: string;
  readonly errors: readonly FieldError[];
}

const words = {
  begin: {
    heading: 'Set up a second factor',
    text: 'You need an app for codes on your phone. First enter your password, so that nobody else does this at your screen.',
    button: 'Go on',
  },
  codes: {
    heading: 'Get new recovery codes',
    text: 'The codes you have stop working. Enter your password to get ten new ones.',
    button: 'Get new codes',
  },
  off: {
    heading: 'Take the second factor off',
    text: 'Your password alone opens your account then. Roles that need a second factor cannot be used without one.',
    button: 'Take it off',
  },
} as const;

/** What is asked before the second factor is changed. */
export function PasswordStepPage({ step, wanted, errors }: PasswordStepPageProps) {
  const { heading, text, button } = words[step];
  return (
    <Narrow heading={heading} errors={errors}>
      <p>{text}</p>
      <Form action={paths.secondFactor(step, wanted)}>
        <TextField name="password" label="Password" type="password" autoComplete="current-password" errors={errors} />
        <SubmitButton warning={step === 'off'}>{button}</SubmitButton>
      </Form>
      <p>
        <a href={paths.account()}>Change nothing and go back</a>
      </p>
    </Narrow>
  );
}

interface ScanPageProps {
  readonly uri: string;
  readonly codes: readonly string[];
  /** The two as the form carries them, so that they are shown again where the code is not right. */
  readonly carried: string;
  readonly wanted: string;
  readonly errors: readonly FieldError[];
}

/** The key for the app, and the codes to fall back on, both shown until the first code was right. */
export function ScanPage({ uri, codes, carried, wanted, errors }: ScanPageProps) {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <Narrow heading="Set up a second factor" errors={errors}>
      <h2 className="nhsuk-heading-m">1. Add this service to your app</h2>
      <p>Scan this code with your app, or type or paste the key below it.</p>
      <QrCode text={uri} label="QR code with the key that stands below it" />
      <p className="ldr-typed">
        <strong>{inGroups(secret)}</strong>
      </p>
      <p>
        If your app is on this device, <a href={uri}>open the key in it</a>.
      </p>
      <h2 className="nhsuk-heading-m">2. Keep your recovery codes</h2>
      <Codes codes={codes} />
      <h2 className="nhsuk-heading-m">3. Enter the first code</h2>
      <CodeForm wanted={wanted} carried={carried} errors={errors} />
      {errors.length > 0 && (
        <p>
          If no code is right, <a href={paths.secondFactor('begin', wanted)}>begin again with a new key</a>.
        </p>
      )}
    </Narrow>
  );
}

export function ConfirmFactorPage({ wanted, errors }: { wanted: string; errors: readonly FieldError[] }) {
  return (
    <Narrow heading="Set up a second factor" errors={errors}>
      <CodeForm wanted={wanted} carried="" errors={errors} />
      <p>
        If you have closed the page with the key, <a href={paths.secondFactor('begin', wanted)}>begin again</a>.
      </p>
    </Narrow>
  );
}

export function RecoveryCodesPage({ codes }: { codes: readonly string[] }) {
  return (
    <Narrow heading="Your recovery codes" errors={[]}>
      <Codes codes={codes} />
      <p>
        <a href={paths.account()}>Go back to your account</a>
      </p>
    </Narrow>
  );
}

function Codes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <p>
        Each lets you in once when you do not have your phone. Keep them in a safe place: they are not shown again. None
        holds the letters i, l and o, nor the figures 0 and 1.
      </p>
      <ul className="ldr-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div data-codes={codes.join('\n')} className="ldr-codes__ways">
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          data-does="copy"
          hidden
        >
          Copy the codes
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small"
          data-does="print"
          hidden
        >
          Print this page
        </button>
        <a download="recovery-codes.txt" href={`data:text/plain;charset=utf-8,${encodeURIComponent(codes.join('\n'))}`}>
          Download the codes as a text file
        </a>
        <p role="status" />
      </div>
    </>
  );
}

function CodeForm({ wanted, carried, errors }: Pick<ScanPageProps, 'wanted' | 'carried' | 'errors'>) {
  return (
    <Form action={paths.secondFactor('confirm', wanted)}>
      <input type="hidden" name={carriedField} value={carried} />
      <TextField
        name="code"
        label="Code"
        hint="Six figures that your app shows for this service"
        inputMode="numeric"
        autoComplete="one-time-code"
        width={10}
        errors={errors}
      />
      <SubmitButton>Turn it on</SubmitButton>
    </Form>
  );
}

function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret;
}

function Narrow({
  heading,
  errors,
  children,
}: {
  heading: string;
  errors: readonly FieldError[];
  children: ReactNode;
}) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>{heading}</h1>
        {children}
      </div>
    </div>
  );
}
