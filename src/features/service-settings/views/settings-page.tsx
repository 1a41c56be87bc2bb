import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { type GivenSettings, type Settings, withoutSecret } from '../../../platform/settings/settings.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../views/forms/error-summary.tsx';
import { TextField } from '../../../views/forms/fields.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList, type SummaryRow } from '../../../views/summary-list.tsx';

interface SettingsPageProps {
  /** How often settings were saved; 0 where nobody has yet. */
  readonly revision: number;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly given: GivenSettings;
  readonly inForce: Settings;
  /** What the service is called where nobody says otherwise. */
  readonly usualName: string;
  readonly timeZone: string;
  readonly isDemonstration: boolean;
}

/** What the service is called, who runs it and how it sends letters. */
export function SettingsPage(props: SettingsPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <ErrorSummary errors={props.errors} />
        <h1>Settings of the service</h1>
        {props.isDemonstration ? <OfDemonstration {...props} /> : <SettingsForm {...props} />}
      </div>
    </div>
  );
}

function OfDemonstration({ inForce, timeZone }: SettingsPageProps) {
  const orNone = (value: string) => (value === '' ? 'Nobody is named' : value);
  const { serviceName, organisationName, smtpUrl } = inForce;
  return (
    <>
      <p>This is a demonstration, where everybody can sign in, so its settings are not changed on screen.</p>
      <SummaryList
        rows={[
          { key: 'Name of the service', value: serviceName },
          { key: 'Who runs the service', value: orNone(organisationName) },
          { key: 'Mail server', value: smtpUrl === null ? 'None' : withoutSecret(smtpUrl) },
          { key: 'Time zone', value: `${timeZone} (set by the programme)` },
        ]}
      />
    </>
  );
}

function SettingsForm(props: SettingsPageProps) {
  const { revision, typed, errors, given, usualName, timeZone } = props;
  const field = { typed, errors };
  return (
    <>
      <p>
        Nothing here must be filled in, and what you save holds at once, without a restart.{' '}
        {revision === 0 && (
          <>
            You can also <a href={paths.programmeSetUp()}>do this later</a>.
          </>
        )}
      </p>
      <SummaryList rows={fixedRows(given, timeZone)} />
      <Form action={paths.serviceSettings()}>
        <input type="hidden" name="revision" value={revision} />
        <h2>Name and contact</h2>
        {given.serviceName === null && (
          <Text
            {...field}
            name="service-name"
            label="Name of the service"
            hint={`On every page and in letters. Left empty, it is ${usualName}`}
          />
        )}
        {given.organisationName === null && (
          <Text
            {...field}
            name="organisation"
            label="Who runs the service"
            hint="An organisation, shown beside the name"
          />
        )}
        {given.contactEmail === null && (
          <Text
            {...field}
            name="contact"
            type="email"
            label="Contact address"
            hint="Where messages of the contact form are sent. Without one they go to the sender of e-mails"
          />
        )}
        <h2>E-mails</h2>
        {given.smtpUrl === null && <MailServerFields {...field} />}
        {given.mailFrom === null && (
          <Text
            {...field}
            name="mail-from"
            type="email"
            label="Sender of e-mails"
            hint="An address that the mail server lets the service send from. Most servers refuse e-mails without one"
          />
        )}
        <SubmitButton>Save the settings</SubmitButton>
      </Form>
      <TestLetter {...props} />
    </>
  );
}

/** Shown, and not to be changed here. */
function fixedRows(given: GivenSettings, timeZone: string): SummaryRow[] {
  const row = (key: string, value: string | null, variable: string): SummaryRow[] =>
    value === null ? [] : [{ key, value: `${value} (set by ${variable})` }];
  return [
    ...row('Name of the service', given.serviceName, 'SERVICE_NAME'),
    ...row('Who runs the service', given.organisationName, 'ORGANISATION_NAME'),
    ...row('Contact address', given.contactEmail, 'CONTACT_EMAIL'),
    ...row('Mail server', given.smtpUrl === null ? null : withoutSecret(given.smtpUrl), 'SMTP_URL'),
    ...row('Sender of e-mails', given.mailFrom, 'MAIL_FROM'),
    { key: 'Time zone', value: `${timeZone} (set by the programme)` },
  ];
}

interface TextProps {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly type?: 'text' | 'email';
}

function Text({ typed, name, ...rest }: TextProps) {
  return <TextField {...rest} name={name} autoComplete="off" value={typedText(typed, name)} />;
}

function MailServerFields(field: Pick<TextProps, 'typed' | 'errors'>) {
  return (
    <>
      <Text
        {...field}
        name="mail-server"
        label="Mail server"
        hint="Such as smtp://mail.example.nhs.uk:587, or smtps://mail.example.nhs.uk:465 where it is encrypted from the start. Without one nobody is written to"
      />
      <Text {...field} name="mail-user" label="User name" hint="Where the mail server asks for one" />
      <TextField
        name="mail-password"
        label="Password"
        hint="Of that user. Never shown again. Leave this empty to keep the one that is saved"
        type="password"
        autoComplete="new-password"
        errors={field.errors}
      />
    </>
  );
}

function TestLetter({ inForce }: SettingsPageProps) {
  return (
    <>
      <h2 id="test-letter">Test e-mail</h2>
      {inForce.smtpUrl === null ? (
        <p>No mail server is set up. Save one, and you can send yourself an e-mail.</p>
      ) : (
        <Form action={paths.testLetter()}>
          <p>
            An e-mail to you from {inForce.mailFrom}, through {withoutSecret(inForce.smtpUrl)}, sent now.
          </p>
          <SubmitButton secondary>Send a test e-mail</SubmitButton>
        </Form>
      )}
    </>
  );
}
