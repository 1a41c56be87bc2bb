import { appendAuditEvent } from '../../platform/audit/audit-trail.ts';
import type { Database } from '../../platform/database/database.ts';
import { createMailer, type Delivery } from '../../platform/mail/mailer.ts';
import { mailDigest } from '../../platform/settings/mail-digest.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findMailSalt, lockSettings, settingsChain } from '../../platform/settings/settings-repository.ts';
import type { Acting } from '../identity/index.ts';

export interface SendTestLetter {
  readonly letterId: string;
  readonly to: string;
  readonly settings: Settings;
  /** Where the service is found. */
  readonly publicUrl: string;
}

/**
 * Hands one letter to the mail server now, past the queue, so that whoever set it up reads what it says. Null where no mail server is
 * set up. The trail notes the try, its outcome and a digest of the settings that it was made with; the words of the server may say more than belongs there.
 */
export async function sendTestLetter(
  database: Database,
  { letterId, to, settings, publicUrl }: SendTestLetter,
  { name, personId, onBehalfOf, at }: Acting,
): Promise<Delivery | null> {
  const { smtpUrl, mailFrom, serviceName, contactEmail } = settings;
  if (smtpUrl === null) {
    return null;
  }
  const mailer = createMailer(smtpUrl);
  const delivery = await mailer.send({
    from: mailFrom,
    to,
    replyTo: { name: serviceName, address: contactEmail },
    subject: `Test e-mail from ${serviceName}`,
    text: `Dear ${name},\n\nThis is the test e-mail that you asked for. The mail server of ${serviceName} works.\n\n${publicUrl}\n`,
    letterId,
  });
  mailer.close();
  await database.transaction().execute(async (transaction) => {
    // There is a row from here on, and so a salt.
    await lockSettings(transaction);
    const salt = (await findMailSalt(transaction)) ?? '';
    await appendAuditEvent(transaction, {
      chain: settingsChain,
      action: 'settings.send-test-letter',
      personId,
      onBehalfOf,
      at,
      detail: { outcome: delivery.kind, settings: mailDigest(settings, salt) },
    });
  });
  return delivery;
}
