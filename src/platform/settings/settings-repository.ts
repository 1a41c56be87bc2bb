import { sql } from 'kysely';
import type { Connection } from '../database/database.ts';
import { type GivenSettings, nothingSaid, type SaidSettings, type Settings, settingsInForce } from './settings.ts';

/** The chain of the audit trail that says what was set, and who tried the mail server. */
export const settingsChain = 'service:settings';

export interface StoredSettings {
  /** How often they were saved. */
  readonly revision: number;
  readonly content: SaidSettings;
}

/** What goes into the digest of mail settings; null where nothing was ever said on screen. */
export async function findMailSalt(connection: Connection): Promise<string | null> {
  const row = await connection.selectFrom('service_setting').select('mail_salt').executeTakeFirst();
  return row?.mail_salt ?? null;
}

/** What was said on screen. */
export async function findSettings(connection: Connection): Promise<StoredSettings> {
  return storedIn(await connection.selectFrom('service_setting').selectAll().executeTakeFirst());
}

/** What holds now: for whoever asks once, as a command does. */
export async function getSettingsInForce(
  connection: Connection,
  given: GivenSettings,
  usualName: string,
): Promise<Settings> {
  return settingsInForce(given, (await findSettings(connection)).content, usualName);
}

/** The same as `findSettings`, held until the transaction ends; the row is made where there is none to hold. */
export async function lockSettings(transaction: Connection): Promise<StoredSettings> {
  await sql`insert into service_setting default values on conflict do nothing`.execute(transaction);
  return storedIn(await transaction.selectFrom('service_setting').selectAll().forUpdate().executeTakeFirst());
}

export async function updateSettings(transaction: Connection, { revision, content }: StoredSettings): Promise<void> {
  await transaction
    .updateTable('service_setting')
    .set({
      revision,
      service_name: content.serviceName,
      organisation_name: content.organisationName,
      contact_email: content.contactEmail,
      mail_from: content.mailFrom,
      smtp_address: content.mailServer.address,
      smtp_user: content.mailServer.user,
      smtp_password: content.mailServer.password,
    })
    .execute();
}

interface Row {
  readonly revision: number;
  readonly service_name: string;
  readonly organisation_name: string;
  readonly contact_email: string;
  readonly mail_from: string;
  readonly smtp_address: string;
  readonly smtp_user: string;
  readonly smtp_password: string;
}

function storedIn(row: Row | undefined): StoredSettings {
  if (row === undefined) {
    return { revision: 0, content: nothingSaid };
  }
  return {
    revision: row.revision,
    content: {
      serviceName: row.service_name,
      organisationName: row.organisation_name,
      contactEmail: row.contact_email,
      mailFrom: row.mail_from,
      mailServer: { address: row.smtp_address, user: row.smtp_user, password: row.smtp_password },
    },
  };
}
