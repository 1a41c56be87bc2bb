import { addPerson, signInAs } from '../../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { parseConfig } from '../../../platform/config.ts';
import { startFakeSmtpServer } from '../../../platform/mail/testing/fake-smtp-server.ts';
import { type Mailboxes, mailboxesAt } from '../../../platform/mail/testing/mailboxes.ts';

export const NEW_PASSWORD = 'four quiet green boats';

/** A service that sends mail, and the mailboxes of everybody it writes to. */
export interface MailedService extends TestService, Mailboxes {}

export async function startMailedService(): Promise<MailedService> {
  const smtp = await startFakeSmtpServer();
  const settings = { DEMO: '0', LOG_LEVEL: 'silent', SMTP_URL: smtp.url, PUBLIC_URL: 'http://roadmaps.example' };
  const service = await startTestService('facts', { config: parseConfig(settings) });
  await service.app.ready();
  return {
    ...service,
    ...mailboxesAt(smtp),
    close: async () => {
      await service.close();
      await smtp.close();
    },
  };
}

export function linkIn(text: string): string {
  return /http:\/\/roadmaps\.example(\/choose-password\?token=[\w-]+)/.exec(text)?.[1] ?? '';
}

/** Somebody who opens a link in a browser of their own, and chooses a password there, if it lets them. */
export async function choosePassword({ app }: TestService, link: string, password = NEW_PASSWORD) {
  const token = new URL(link, 'http://x').searchParams.get('token') ?? '';
  const visitor = new Visitor(app, addressOf(token));
  const page = await visitor.get(link);
  return page.statusCode === 200 ? visitor.submit(link, { token, password }, paths.choosePassword()) : page;
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
