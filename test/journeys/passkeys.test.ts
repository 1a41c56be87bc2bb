import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { parseConfig } from '../../src/platform/config.ts';
import { addPerson } from '../builders/sign-in-as.ts';
import { startTestService, type TestService } from '../database/test-service.ts';
import { openBrowser, Person } from './browser.ts';
import { addAuthenticator, freePort, pressWithPasskey } from './devices.ts';

let service: TestService;
let browser: Browser;
let base: string;

beforeAll(async () => {
  const port = await freePort();
  base = `http://localhost:${port}`;
  // Nobody signs in there in this journey: its button stands on the pages that are checked.
  const provider = { OIDC_ISSUER: `${base}/nothing`, OIDC_CLIENT_ID: 'roadmaps', OIDC_CLIENT_SECRET: 'secret' };
  const config = parseConfig({ DEMO: '0', LOG_LEVEL: 'silent', PUBLIC_URL: base, ...provider });
  [service, browser] = await Promise.all([startTestService('facts', { config }), openBrowser()]);
  await service.app.listen({ port, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

/** A browser whose device can make passkeys, or one without script. */
async function someone(options: { readonly script?: boolean } = {}): Promise<Person> {
  const person = await Person.at(browser, base, { width: 1280, alsoAt: [320], ...options });
  await addAuthenticator(person);
  return person;
}

async function signIn(person: Person, { email, password }: { email: string; password: string }): Promise<void> {
  await person.goTo(paths.signIn());
  await person.fill('email', email);
  await person.fill('password', password);
  await person.press('Sign in');
  await person.page.waitForURL(/workspace/);
}

async function signOut(person: Person): Promise<void> {
  await person.goTo(paths.signOut());
  await person.press('Sign out');
}

it('somebody adds a passkey, signs in by it alone, and removes it', async () => {
  const account = await addPerson(service, [{ role: 'analyst' }]);
  const person = await someone();
  await signIn(person, account);
  await person.sees('nobody who learns it can act for you: National analyst, national team');
  await person.fill('passkey-name', 'Work laptop');
  await pressWithPasskey(person, 'Add a passkey', 'From now on you can sign in with your passkey.');
  await person.sees('Your roles: National analyst');
  await person.goTo(paths.account());
  await pressWithPasskey(person, 'Add a passkey', 'This device has a passkey for your account already.');

  await signOut(person);
  await signIn(person, account);
  await person.page.waitForURL(/second-factor/);
  await person.visit(paths.workspace());
  await person.sees('You signed in with your password alone. Sign in with your passkey to use these roles');
  await person.visit(paths.account());
  await person.sees('To change your passkeys, sign in with one of them');
  await person.follow('sign in with one of them');
  await pressWithPasskey(person, 'Sign in with a passkey', 'Work laptop');
  await person.goTo(paths.workspace());
  await person.sees('Your roles: National analyst');

  await person.goTo(paths.account());
  await pressWithPasskey(person, /^Remove/, 'is removed');
  await signOut(person);
  await person.goTo(paths.signIn());
  await pressWithPasskey(person, 'Sign in with a passkey', 'This passkey was not taken');
  await person.leave();
});

it('without script it says what is needed, and offers nothing that does not work', async () => {
  const account = await addPerson(service, []);
  const person = await someone({ script: false });
  await person.goTo(paths.signIn());
  await person.sees('To sign in with a passkey, switch script on');
  expect(await person.page.getByRole('button', { name: 'Sign in with a passkey' }).count()).toBe(0);
  await signIn(person, account);
  await person.goTo(paths.account());
  await person.sees('To add a passkey, switch script on');
  await person.leave();
});
