import { expect, vi } from 'vitest';
import { addPerson, signInAs } from '../../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { parseConfig } from '../../../platform/config.ts';
import { startFakeSmtpServer } from '../../../platform/mail/testing/fake-smtp-server.ts';

export const NEW_PASSWORD = 'four quiet green boats';
const patience = { timeout: 20_000, interval: 50 };

/** A service that sends mail, and the mailboxes of everybody it writes to. */
export interface MailedService extends TestService {
  /** How many letters somebody has. */
  readonly waitForLetters: (address: string, count: number) => Promise<readonly string[]>;
  readonly lettersTo: (address: string) => readonly string[];
  /** The newest letter to somebody with this subject, its lines put together again. */
  readonly letterTo: (address: string, subject: string) => Promise<string>;
}

export async function startMailedService(): Promise<MailedService> {
  const smtp = await startFakeSmtpServer();
  const settings = { DEMO: '0', LOG_LEVEL: 'silent', SMTP_URL: smtp.url, PUBLIC_URL: 'http://roadmaps.example' };
  const service = await startTestService('facts', { config: parseConfig(settings) });
  await service.app.ready();
  const lettersTo = (address: string) =>
    smtp.letters.filter(({ to }) => to.includes(address)).map(({ data }) => decoded(data));
  return {
    ...service,
    lettersTo,
    waitForLetters: async (address, count) => {
      await vi.waitFor(() => expect(lettersTo(address)).toHaveLength(count), patience);
      return lettersTo(address);
    },
    letterTo: async (address, subject) => {
      const found = () => lettersTo(address).findLast((letter) => letter.includes(`Subject: ${subject}`));
      await vi.waitFor(() => expect(found(), `a letter to ${address}`).toBeDefined(), patience);
      return found() ?? '';
    },
    close: async () => {
      await service.close();
      await smtp.close();
    },
  };
}

/** Without the line ends and codes of quoted-printable text. */
function decoded(data: string): string {
  const bytes = data
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

export function linkIn(text: string): string {
  return /http:\/\/roadmaps\.example(\/choose-password\?token=[\w-]+)/.exec(text)?.[1] ?? '';
}

/** Somebody who opens a link in a browser of their own, and chooses a password there. */
export async function choosePassword({ app }: TestService, link: string, password = NEW_PASSWORD) {
  const token = new URL(link, 'http://x').searchParams.get('token') ?? '';
  const visitor = new Visitor(app, addressOf(token));
  return visitor.submit(link, { token, password }, paths.choosePassword());
}

/** Attempts are limited by address, so everybody has their own. */
export function addressOf(text: string): string {
  const [one = 0, two = 0, three = 0] = Buffer.from(text.padEnd(3)).subarray(-3);
  return `10.${one}.${two}.${three}`;
}

export const asCoordinator = (service: TestService) =>
  signInAs(service, [{ role: 'coordinator', scopeId: 'RL4' }], { name: 'Cora Coordinator' });
export const asManager = (service: TestService) =>
  signInAs(service, [{ role: 'programme-manager' }], { name: 'Mia Manager' });

export const grantsOf = ({ database }: TestService, email: string) =>
  database
    .selectFrom('role_grant')
    .innerJoin('person', 'person.id', 'role_grant.person_id')
    .select(['role_grant_id', 'role', 'scope_id', 'ended_at', 'end_reason', 'ends_at', 'granted_by', 'person_id'])
    .where('email', '=', email)
    .execute();

/** Somebody with one role. */
export async function holderOf(
  service: TestService,
  grant: Parameters<typeof addPerson>[1][number],
  name = 'Sam Example',
) {
  const { email } = await addPerson(service, [grant], { name });
  const [held] = await grantsOf(service, email);
  return { email, grantId: held?.role_grant_id ?? '' };
}
