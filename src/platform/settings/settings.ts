/** What a service says of itself, and how it sends letters. */
export interface Settings {
  readonly serviceName: string;
  /** Who runs it; empty where nobody has said. */
  readonly organisationName: string;
  /** Where messages of the contact form are sent to. */
  readonly contactEmail: string;
  /** Sender of letters. */
  readonly mailFrom: string;
  /** The mail server with user and password; null where there is none, and nobody is written to. */
  readonly smtpUrl: string | null;
}

/** What the environment names; null where it names nothing. */
export type GivenSettings = { readonly [Name in keyof Settings]: string | null };

/** A mail server as it was typed in. */
export interface MailServer {
  /** As `smtp://mail.example:587`; empty for none. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
}

/** What was said on screen; an empty text is a value that nobody has given. */
export interface SaidSettings {
  readonly serviceName: string;
  readonly organisationName: string;
  readonly contactEmail: string;
  readonly mailFrom: string;
  readonly mailServer: MailServer;
}

export const nothingSaid: SaidSettings = {
  serviceName: '',
  organisationName: '',
  contactEmail: '',
  mailFrom: '',
  mailServer: { address: '', user: '', password: '' },
};

const usualMailFrom = 'no-reply@localhost.localdomain';

/**
 * What holds: each value as the environment names it, else as it was said on screen, else the usual one.
 *
 * @param usualName what the service is called where nobody says otherwise
 */
export function settingsInForce(given: GivenSettings, said: SaidSettings, usualName: string): Settings {
  const mailFrom = given.mailFrom ?? (said.mailFrom || usualMailFrom);
  return {
    serviceName: given.serviceName ?? (said.serviceName || usualName),
    organisationName: given.organisationName ?? said.organisationName,
    contactEmail: given.contactEmail ?? (said.contactEmail || mailFrom),
    mailFrom,
    smtpUrl: given.smtpUrl ?? smtpUrlOf(said.mailServer),
  };
}

function smtpUrlOf({ address, user, password }: MailServer): string | null {
  if (address === '') {
    return null;
  }
  const url = new URL(address);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  return url.href;
}

/** A mail server to be shown: without what opens it. */
export function withoutSecret(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  url.username = '';
  url.password = '';
  return url.href;
}
