import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../../../test/builders/sign-in-as.ts';
import { postedForms, untouched } from '../../../../test/database/page-forms.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { parseConfig } from '../../../platform/config.ts';
import { type AtProvider, client, startOidcProvider, type TestProvider } from '../testing/oidc-provider.ts';

const publicUrl = 'http://localhost:3999';
let provider: TestProvider;
let service: TestService;
let addresses = 0;

beforeAll(async () => {
  provider = await startOidcProvider(`${publicUrl}${paths.signInProviderCallback()}`);
  const config = parseConfig({
    DEMO: '0',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: 'Trust Login',
  });
  service = await startTestService('facts', { config });
});
afterAll(async () => {
  await service?.close();
  await provider?.close();
});

/** Presses the button, signs in at the provider, and comes back. */
async function signIn(person: AtProvider | 'nobody', wanted = '') {
  addresses += 1;
  const visitor = new Visitor(service.app, `10.5.0.${addresses}`, { 'sec-fetch-site': 'same-origin' });
  const out = await visitor.get(paths.signInProvider(wanted));
  const back = new URL(await provider.signIn(out.headers.location ?? '', person));
  return { visitor, back, answer: await visitor.get(back.pathname + back.search) };
}

const atProvider = (email: string, isVerified = true): AtProvider => ({ subject: `of ${email}`, email, isVerified });

const linksOf = (email: string) =>
  service.database
    .selectFrom('credential')
    .innerJoin('person', 'person.id', 'credential.person_id')
    .selectAll('credential')
    .where('person.email', '=', email)
    .where('provider_id', '=', 'oidc')
    .execute();

const faultOf = (answer: Parameters<typeof readPage>[0]) => readPage(answer, 422).field('E-mail address').error;

describe('single sign-on', () => {
  it('is offered by its name, and signs in whoever was invited, by address and then by whom the provider means', async () => {
    const { email } = await addPerson(service, [{ role: 'contributor', scopeId: 'RP5' }], { name: 'Sam Example' });
    expect((await new Visitor(service.app).read(paths.signIn())).buttons).toContain('Sign in with Trust Login');
    const { visitor, answer } = await signIn(atProvider(email.toUpperCase()), paths.account());
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(paths.account());
    const account = await visitor.read(paths.account());
    expect(account.section('Your account').text).toContain(`You sign in as ${email}`);
    // The name is the one they were invited by, and stands on what they sign.
    expect(account.field('Your name').value).toBe('Sam Example');
    expect(await linksOf(email)).toHaveLength(1);

    const renamed = { ...atProvider(email.toUpperCase()), email: 'another-address@example.nhs.uk' };
    expect((await signIn(renamed)).answer.headers.location).toBe(paths.workspace());
    expect(await linksOf(email)).toHaveLength(1);
  });

  it('keeps no token of the provider readable', async () => {
    const { email } = await addPerson(service, []);
    await signIn(atProvider(email));
    const [link] = await linksOf(email);
    expect(link?.access_token).toMatch(/^[0-9a-f$]{80,}/);
  });

  it('gives nobody an account', async () => {
    const { answer, visitor } = await signIn(atProvider('stranger@example.nhs.uk'));
    expect(faultOf(answer)).toContain('There is no account here for the address that Trust Login gave');
    expect((await visitor.get(paths.account())).statusCode).toBe(303);
    const people = await service.database.selectFrom('person').select('email').execute();
    expect(people.map((person) => person.email)).not.toContain('stranger@example.nhs.uk');
  });

  it('links no account by an address that the provider does not vouch for', async () => {
    const { email } = await addPerson(service, []);
    const { answer } = await signIn(atProvider(email, false));
    expect(faultOf(answer)).toContain('Trust Login does not vouch for your e-mail address');
    expect(await linksOf(email)).toEqual([]);
  });

  it('says so where somebody did not sign in there, or comes back twice, or from nowhere', async () => {
    const { email } = await addPerson(service, []);
    expect(faultOf((await signIn('nobody')).answer)).toContain('You did not sign in at Trust Login');
    const { visitor, back } = await signIn(atProvider(email));
    const again = await visitor.get(back.pathname + back.search);
    expect(faultOf(again)).toContain('Signing in with Trust Login did not work');
    const elsewhere = new Visitor(service.app, '10.5.1.1');
    expect((await elsewhere.get(back.pathname + back.search)).statusCode).toBe(422);
    expect((await elsewhere.get(paths.signInProviderCallback())).statusCode).toBe(422);
    expect((await elsewhere.get(paths.account())).statusCode).toBe(303);
  });

  it('leads to no other service afterwards', async () => {
    const { email } = await addPerson(service, []);
    const { answer } = await signIn(atProvider(email), 'https://elsewhere.example/');
    expect(answer.headers.location).toBe(paths.workspace());
  });

  it('can confirm who somebody is, with what they typed kept meanwhile', async () => {
    const { email } = await addPerson(service, []);
    const { visitor } = await signIn(atProvider(email));
    await service.database
      .updateTable('session')
      .set({ created_at: new Date(Date.now() - 3_600_000) })
      .execute();
    const asked = await visitor.submit(paths.account(), { 'passkey-name': 'Work laptop' }, paths.passkeys());
    expect(readPage(asked, 401).links).toContain('sign in with Trust Login (opens in a new tab)');
    const out = await visitor.get(paths.signInProvider());
    const back = new URL(await provider.signIn(out.headers.location ?? '', atProvider(email)));
    await visitor.get(back.pathname + back.search);
    const [, onIts = ''] = asked.body.split('then come back to this page');
    const [form] = postedForms(onIts);
    const sent = await visitor.post(paths.passkeys(), form === undefined ? {} : untouched(form));
    const kept = readPage(sent, 403);
    expect(kept.text).toContain('Work laptop');
    expect(kept.buttons).toContain('Send it again');
  });

  it('needs no password here', async () => {
    const { email } = await addPerson(service, []);
    await service.database
      .deleteFrom('credential')
      .where('account_id', '=', email.split('@')[0] ?? '')
      .execute();
    const { visitor } = await signIn(atProvider(email));
    const account = (await visitor.get(paths.account())).body;
    expect(account).toContain('ask for a link to choose it');
    expect(account).not.toContain('Current password');
  });

  it('is no second factor unless the provider is known to ask for one', async () => {
    const { email } = await addPerson(service, [{ role: 'analyst' }]);
    const { answer } = await signIn(atProvider(email));
    expect(answer.headers.location).toBe(paths.factorNeeded(paths.workspace()));
  });
});
