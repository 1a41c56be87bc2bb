import { z } from 'zod';
import { type FormOutcome, type FormReader, readForm } from '../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import type { GivenSettings, MailServer, SaidSettings } from '../../platform/settings/settings.ts';

export interface TypedSettings {
  /** The revision that the page was made from. */
  readonly revision: number;
  readonly content: SaidSettings;
}

const longest = { name: 80, email: 254, address: 300, user: 200, password: 500 };

/**
 * The settings as typed. What the environment names is not on the form, and what is stored of it stays. `password` comes beside the
 * form's texts, as typed; left empty it is the stored one, for the same user at the same server and nobody else.
 */
export function parseSettingsForm(
  form: PostedForm,
  {
    password,
    given,
    stored,
  }: { readonly password: string; readonly given: GivenSettings; readonly stored: SaidSettings },
): FormOutcome<TypedSettings> {
  const reader = readForm(form);
  const read = <Name extends keyof GivenSettings>(name: Name, field: () => string, kept: string) =>
    given[name] === null ? field() : kept;
  const content: SaidSettings = {
    serviceName: read(
      'serviceName',
      () => reader.line('service-name', { label: 'Name of the service', limit: longest.name }),
      stored.serviceName,
    ),
    organisationName: read(
      'organisationName',
      () => reader.line('organisation', { label: 'Who runs the service', limit: longest.name }),
      stored.organisationName,
    ),
    contactEmail: read('contactEmail', () => readEmail(reader, 'contact', 'Contact address'), stored.contactEmail),
    mailFrom: read('mailFrom', () => readEmail(reader, 'mail-from', 'Sender of e-mails'), stored.mailFrom),
    mailServer: given.smtpUrl === null ? readMailServer(reader, password, stored.mailServer) : stored.mailServer,
  };
  const revision = reader.revision();
  return reader.outcome({ revision, content });
}

function readEmail(reader: FormReader, field: string, label: string): string {
  return reader.line(field, {
    label,
    limit: longest.email,
    problem: (text) =>
      z.email().safeParse(text).success ? null : 'Enter an e-mail address such as team@example.nhs.uk',
  });
}

function readMailServer(reader: FormReader, password: string, stored: MailServer): MailServer {
  const typedAddress = reader.line('mail-server', {
    label: 'Mail server',
    limit: longest.address,
    problem: (text) => (addressIn(text) === null ? serverWords : null),
  });
  const address = typedAddress === '' ? '' : (addressIn(typedAddress) ?? '');
  const user = reader.line('mail-user', { label: 'User name', limit: longest.user });
  if (password.length > longest.password) {
    reader.fail('mail-password', `Password must be ${longest.password} characters or fewer`);
  }
  if (address === '') {
    if (user !== '' || password !== '') {
      reader.fail('mail-server', 'Enter the mail server that the user name and password are for');
    }
    return { address: '', user: '', password: '' };
  }
  if (user === '' && password !== '') {
    reader.fail('mail-user', 'Enter the user name that the password is for');
  }
  if (user === '' || password !== '') {
    return { address, user, password };
  }
  // A password goes to the server that it was entered for, and nowhere else.
  if (stored.password === '' || stored.address !== address || stored.user !== user) {
    reader.fail('mail-password', 'Enter the password of this user at this mail server');
  }
  return { address, user, password: stored.password };
}

const serverWords =
  'Enter the address of the mail server, such as smtp://mail.example.nhs.uk:587, or smtps://mail.example.nhs.uk:465 ' +
  'where it is encrypted from the start. User name and password have fields of their own';

/**
 * `mail.example:587` as `smtp://mail.example:587`; null for what is no address of a mail server, or has more in it. A name without a dot
 * can be a server of one’s own network, and is more often a word in the wrong field: it is taken with its port.
 */
function addressIn(text: string): string | null {
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `smtp://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  const isServer =
    url !== null &&
    /^smtps?:$/.test(url.protocol) &&
    /^[a-z0-9.-]+$|^\[[0-9a-f:.]+\]$/i.test(url.hostname) &&
    (/[.:]/.test(url.hostname) || url.hostname === 'localhost' || url.port !== '') &&
    `${url.username}${url.password}${url.pathname.replace(/^\/$/, '')}${url.search}${url.hash}` === '';
  return isServer ? `${url.protocol}//${url.host.toLowerCase()}` : null;
}

/** What is stored, as it stands in the form; the password never does. */
export function formOf(said: SaidSettings): TypedForm {
  return {
    'service-name': said.serviceName,
    organisation: said.organisationName,
    contact: said.contactEmail,
    'mail-from': said.mailFrom,
    'mail-server': said.mailServer.address,
    'mail-user': said.mailServer.user,
  };
}
