import { paths } from '../../../../paths.ts';
import type { FieldError } from '../../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../../platform/forms/typed-form.ts';
import { SubmitButton } from '../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../views/forms/error-summary.tsx';
import { TextField } from '../../../../views/forms/fields.tsx';
import { Form } from '../../../../views/forms/form.tsx';
import { passwordLength } from '../../password/password-rule.ts';

export interface FirstAccountPageProps {
  readonly programme: ProgrammeToRun;
  readonly token: string;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** A programme that comes with the service, beside the one that runs. */
export interface OtherProgramme {
  /** As `PROGRAMME` names it. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
}

/** The programme that runs, and those that could. */
interface ProgrammeToRun {
  readonly title: string;
  readonly timeZone: string;
  /** Those that come with the service, where nobody has named one. */
  readonly others: readonly OtherProgramme[];
  /** The variable that names its database; null where each programme has a usual one of its own. */
  readonly database: string | null;
}

/** The account of whoever sets the service up. */
export function FirstAccountPage({ programme, token, typed, errors }: FirstAccountPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={errors} />
        <h1>Set up the service</h1>
        <p>
          Nobody administers this service yet. Make your account: you will be its administrator and programme manager,
          and can invite everybody else. This link works once.
        </p>
        <ProgrammeChoice programme={programme} />
        <h2>Your account</h2>
        <Form action={paths.setUp()}>
          <input type="hidden" name="token" value={token} />
          <TextField
            name="name"
            label="Your name"
            hint="As it stands on what you decide"
            autoComplete="name"
            value={typedText(typed, 'name')}
            errors={errors}
          />
          <TextField
            name="job-title"
            label="Your job title (optional)"
            autoComplete="organization-title"
            value={typedText(typed, 'job-title')}
            errors={errors}
          />
          <TextField
            name="email"
            label="Your e-mail address"
            hint="You sign in with it"
            type="email"
            autoComplete="username"
            value={typedText(typed, 'email')}
            errors={errors}
          />
          <TextField
            name="password"
            label="Password"
            hint={`At least ${passwordLength.least} characters. Three or four words that nobody would guess make a good one`}
            type="password"
            autoComplete="new-password"
            errors={errors}
          />
          <SubmitButton>Make the account</SubmitButton>
        </Form>
      </div>
    </div>
  );
}

/** Which programme runs, said before anything is entered: a database keeps to the one that it was started with. */
function ProgrammeChoice({ programme: { title, timeZone, others, database } }: { readonly programme: ProgrammeToRun }) {
  const elsewhere =
    database === null ? (
      ''
    ) : (
      <>
        , with <code>{database}</code> naming an empty {database === 'DATA_DIR' ? 'folder' : 'database'}
      </>
    );
  return (
    <>
      <h2>The programme</h2>
      <p>
        It runs the programme “{title}”, in the time zone {timeZone}. That cannot be changed later. If it is not the one
        you want, stop the service now and start it with another{elsewhere}:
      </p>
      <ul>
        {others.map(({ name, title: other, summary }) => (
          <li key={name}>
            <code>PROGRAMME={name} DEMO=0 npm start</code> for “{other}”. {summary}
          </li>
        ))}
        <li>
          <code>PROGRAMME=./my-programme DEMO=0 npm start</code> for one of your own, in a folder of that name.
        </li>
      </ul>
    </>
  );
}

/** Why a link to set up the service does nothing, and what to do instead. */
export function SetUpOverPage({ isAdministered }: { isAdministered: boolean }) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        {isAdministered ? (
          <>
            <h1>This service is set up</h1>
            <p>
              Somebody administers it already, so links to set it up do nothing any more. If that is you,{' '}
              <a href={paths.signIn()}>sign in</a>. If you need an account, ask an administrator to invite you.
            </p>
          </>
        ) : (
          <>
            <h1>This link does not work any more</h1>
            <p>
              Each link works once and for three days, and a newer one takes its place: every start of the service
              prints one. Whoever runs the service gets another with <code>npm run ldr -- setup link</code>.
            </p>
          </>
        )}
      </div>
    </div>
  );
}
