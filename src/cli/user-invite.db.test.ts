import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../test/database/test-service.ts';
import { Visitor } from '../../test/database/visitor.ts';
import { runLdr } from './run-ldr.ts';
import { recordingTerminal } from './testing/recording-terminal.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

async function invite(...options: string[]) {
  const environment = { DATABASE_URL: service.url, SESSION_SECRET: 'a-secret-for-tests-only-0123456789' };
  const terminal = recordingTerminal({ environment });
  const exitCode = await runLdr(['user', 'invite', ...options], terminal);
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

  it('gives an account whose password signs in, for exactly the role', async () => {
    const { exitCode, printed } = await invite(...asLead, '--job-title', 'Senior responsible owner');
    expect(exitCode).toBe(0);
    const password = /shown this once: (\S+)/.exec(printed)?.[1] ?? '';
    const visitor = new Visitor(service.app, '10.9.0.1');
    const signedIn = await visitor.submit('/sign-in', { email: 'alex.sample@example.nhs.uk', password });
    expect(signedIn.statusCode).toBe(303);
    expect((await visitor.get('/sign-out')).body).toContain('Footprint lead, Doncaster');
    expect(await accountsOf('alex.sample@example.nhs.uk')).toMatchObject([
      { name: 'Alex Sample', job_title: 'Senior responsible owner', is_persona: false },
    ]);
  });

  it('refuses the same role twice, and adds another to the account', async () => {
    await invite(...asLead);
    const again = await invite(...asLead);
    expect(again.exitCode).toBe(1);
    expect(again.complained).toContain('is Footprint lead, Doncaster already');
    const more = await invite(...alex, '--role', 'executive', '--scope', 'rp5');
    expect(more.exitCode).toBe(0);
    expect(more.printed).toContain('had an account already');
    expect(more.printed).not.toContain('Password');
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
