import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInByPassword } from '../../../test/builders/sign-in-as.ts';
import { PageReader } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { runLdr } from '../run-ldr.ts';
import { recordingTerminal } from '../testing/recording-terminal.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

const invite = (...options: string[]) => user('invite', ...options);

async function user(...options: string[]) {
  const environment = { DATABASE_URL: service.url, SESSION_SECRET: 'a-secret-for-tests-only-0123456789' };
  const terminal = recordingTerminal({ environment });
  const exitCode = await runLdr(['user', ...options], terminal);
  return { exitCode, printed: terminal.printed(), complained: terminal.complained() };
}

const alex = ['--email', 'Alex.Sample@example.nhs.uk', '--name', 'Alex Sample'];
const asLead = [...alex, '--role', 'lead', '--scope', 'doncaster'];

const accountsOf = (email: string) =>
  service.database.selectFrom('person').selectAll().where('person.email', '=', email).execute();

describe('ldr user invite', () => {
  it('says what it would do and changes nothing with --dry-run', async () => {
    const { exitCode, printed } = await invite(...asLead, '--dry-run');
    expect(exitCode).toBe(0);
    expect(printed).toContain('Would invite Alex Sample <alex.sample@example.nhs.uk> as Footprint lead, Doncaster');
    expect(await accountsOf('alex.sample@example.nhs.uk')).toEqual([]);
  });

  it('gives an account, and a link to choose the password that signs in, for exactly the role', async () => {
    const { exitCode, printed } = await invite(...asLead, '--job-title', 'Senior responsible owner');
    expect(exitCode).toBe(0);
    const link = /^http\S+\/choose-password\?token=(\S+)$/m.exec(printed);
    const visitor = new Visitor(service.app, '10.9.0.1');
    const password = 'four quiet green boats';
    const page = paths.choosePassword(link?.[1]);
    await visitor.submit(page, { token: link?.[1] ?? '', password }, paths.choosePassword());
    const signedIn = await visitor.submit('/sign-in', { email: 'alex.sample@example.nhs.uk', password });
    expect(signedIn.statusCode).toBe(303);
    expect(new PageReader((await visitor.get('/sign-out')).body).links).toContain(
      'Alex Sample Footprint lead, Doncaster',
    );
    expect(await accountsOf('alex.sample@example.nhs.uk')).toMatchObject([
      { name: 'Alex Sample', job_title: 'Senior responsible owner', is_persona: false },
    ]);
  });

  it('refuses the same role twice, and adds another to the account', async () => {
    await invite(...asLead);
    for (const again of [await invite(...asLead, '--dry-run'), await invite(...asLead)]) {
      expect(again.exitCode).toBe(1);
      expect(again.complained).toContain('is Footprint lead, Doncaster already');
    }
    const more = await invite(...alex, '--role', 'executive', '--scope', 'rp5');
    expect(more.exitCode).toBe(0);
    expect(more.printed).toContain('had an account already');
    expect(more.printed).not.toContain('Link to choose a password');
    expect(await accountsOf('alex.sample@example.nhs.uk')).toHaveLength(1);
  });

  it('keeps in the audit trail who was invited', async () => {
    await invite(...alex, '--role', 'analyst');
    const events = await service.database
      .selectFrom('audit_event')
      .selectAll()
      .where('action', '=', 'person.invite')
      .orderBy('at', 'desc')
      .execute();
    expect(events[0]?.detail).toMatchObject({ email: 'alex.sample@example.nhs.uk', role: 'analyst' });
  });

  it.each([
    ['nothing', [], '--email must be an address'],
    ['an address that is none', ['--email', 'alex', '--name', 'A', '--role', 'analyst'], '--email must be an address'],
    ['an unknown role', [...alex, '--role', 'king'], '--role must be one of'],
    ['a role without its scope', [...alex, '--role', 'lead'], '--scope must name the footprint'],
    ['a scope too many', [...alex, '--role', 'analyst', '--scope', 'doncaster'], '--scope does not go with'],
    [
      'a footprint that is none',
      [...alex, '--role', 'lead', '--scope', 'atlantis'],
      'there is no footprint “atlantis”',
    ],
    ['an organisation that is none', [...alex, '--role', 'executive', '--scope', 'ZZZ'], 'no organisation “ZZZ”'],
    ['a region that is none', [...alex, '--role', 'reviewer', '--scope', 'Y99'], 'there is no region “Y99”'],
  ])('refuses %s and says what to mend', async (_name, options, message) => {
    const { exitCode, complained } = await invite(...options);
    expect(exitCode).toBe(2);
    expect(complained).toContain(message);
  });

  it('names a wrong setting', async () => {
    const terminal = recordingTerminal({ environment: { DATABASE_URL: service.url } });
    expect(await runLdr(['user', 'invite', ...asLead], terminal)).toBe(2);
    expect(terminal.complained()).toContain('SESSION_SECRET');
  });
});

describe('the way back when nobody can sign in', () => {
  const sam = (personId: string) => `${personId}@example.nhs.uk`;

  async function administrator() {
    const personId = `person-${service.context.newId()}`;
    const visitor = await signInByPassword(service, [{ role: 'administrator' }], { personId, name: 'Sam Sample' });
    return { personId, email: sam(personId), visitor };
  }

  it('lists who has which role', async () => {
    const { email } = await administrator();
    const { exitCode, printed } = await user('list', '--find', 'sam sample');
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/^\uFEFF?email,name,role,place,since,until,last seen,can sign in,second factor/);
    expect(printed).toMatch(new RegExp(`${email},Sam Sample,administrator,,\\d{4}-\\d\\d-\\d\\d,,\\d{4}.*,true,false`));
  });

  it('prints what happened to the access of somebody, roles that ended among it', async () => {
    const options = ['--email', 'hal.sample@example.nhs.uk', '--role', 'analyst'];
    await user('invite', ...options, '--name', 'Hal Sample');
    await user('end', ...options, '--reason', 'Has left, at last');
    const { exitCode, printed } = await user('history', 'Hal.Sample@example.nhs.uk');
    expect(exitCode).toBe(0);
    expect(printed.split('\n').map((line) => line.replace(/^[^,]*,/, '').trim())).toEqual([
      'what,reason,by',
      '"The role National analyst, national team was ended","Has left, at last",whoever runs the service',
      '"Was given the role National analyst, national team, without an end",,whoever runs the service',
    ]);
    expect((await user('history', 'nobody@example.nhs.uk')).complained).toContain('there is no account');
    expect((await user('history', 'nobody')).exitCode).toBe(2);
  });

  it('resets an account: no second factor, no session, a link for a password', async () => {
    const { personId, email, visitor } = await administrator();
    await service.database.updateTable('person').set({ two_factor_enabled: true }).where('id', '=', personId).execute();
    expect((await user('reset', '--email', email, '--dry-run')).printed).toContain('Nothing was changed.');
    expect((await visitor.get(paths.account())).statusCode).toBe(200);
    const { exitCode, printed } = await user('reset', '--email', email.toUpperCase());
    expect(exitCode).toBe(0);
    expect((await visitor.get(paths.account())).statusCode).toBe(303);
    const token = /token=(\S+)/.exec(printed)?.[1] ?? '';
    const password = 'four quiet green boats';
    const anew = new Visitor(service.app, '10.9.0.7');
    await anew.submit(paths.choosePassword(token), { token, password }, paths.choosePassword());
    expect((await anew.submit(paths.signIn(), { email, password })).headers.location).toBe(
      paths.factorNeeded(paths.workspace()),
    );
  });

  it('signs out, and ends roles but the last of an administrator', async () => {
    const { email, visitor } = await administrator();
    await user('sign-out', '--email', email);
    expect((await visitor.get(paths.account())).statusCode).toBe(303);
    const end = (...more: string[]) =>
      user('end', '--email', email, '--role', 'administrator', '--reason', 'Left', ...more);
    expect((await end('--dry-run')).printed).toContain('Would end the role of Sam Sample');
    expect((await end()).printed).toContain('is no longer Administrator');
    expect((await end()).exitCode).toBe(1);
    const { database } = service;
    await database
      .updateTable('role_grant')
      .set({ ended_at: new Date() })
      .where('role', '=', 'administrator')
      .execute();
    const last = await administrator();
    for (const more of [['--dry-run'], []]) {
      const refused = await user('end', '--email', last.email, '--role', 'administrator', '--reason', 'Left', ...more);
      expect(refused.exitCode).toBe(1);
      expect(refused.complained).toContain('the only administrator who can sign in');
    }
  });

  it.each([
    ['reset', '--email must be an address'],
    ['sign-out', '--email must be an address'],
    ['end', '--reason must say why'],
  ])('user %s says what is missing, and explains itself', async (command, message) => {
    expect(await user(command)).toMatchObject({ exitCode: 2, complained: expect.stringContaining(message) });
    expect((await user(command, '--help')).printed).toContain(`Usage: ldr user ${command}`);
  });

  it('names an address without an account', async () => {
    const { exitCode, complained } = await user('reset', '--email', 'nobody@example.nhs.uk');
    expect(exitCode).toBe(2);
    expect(complained).toContain('there is no account “nobody@example.nhs.uk”');
  });
});
