import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixturePath } from '../../src/features/directory/testing/fixture-files.ts';
import { codeFor } from '../../src/features/identity/testing/code-for.ts';
import { client, startOidcProvider, type TestProvider } from '../../src/features/identity/testing/oidc-provider.ts';
import { paths } from '../../src/paths.ts';
import { type FakeSmtpServer, startFakeSmtpServer } from '../../src/platform/mail/testing/fake-smtp-server.ts';
import { type Mailboxes, mailboxesAt } from '../../src/platform/mail/testing/mailboxes.ts';
import { type RunningService, startService } from '../faults/running-service.ts';
import { openBrowser, Person, type PersonOptions } from './browser.ts';
import { addAuthenticator, freePort, pressWithPasskey } from './devices.ts';

/*
 * A programme office begins with an empty folder, and never sees a terminal after the first line.
 */

const password = 'four quiet green boats';
const office = { name: 'Alex Sample', email: 'alex.sample@office.example' };
const coordinator = { name: 'Cora Sample', email: 'cora.sample@trust.example' };
const contributor = { name: 'Lee Sample', email: 'lee.sample@trust.example' };
const trust = 'RL4';

let folder: string;
let base: string;
let smtp: FakeSmtpServer;
let mail: Mailboxes;
let provider: TestProvider;
let service: RunningService;
let browser: Browser;
/** At their own browsers. */
let alex: Person;
let cora: Person;
let lee: Person;
/** What Alex’s app for codes keeps. */
let key: string;

beforeAll(async () => {
  base = `http://localhost:${await freePort()}`;
  [folder, smtp, provider, browser] = await Promise.all([
    mkdtemp(path.join(os.tmpdir(), 'ldr-from-nothing-')),
    startFakeSmtpServer(),
    startOidcProvider(base + paths.signInProviderCallback()),
    openBrowser(),
  ]);
  mail = mailboxesAt(smtp);
  service = await startService({
    ...{ DEMO: '0', DATA_DIR: folder, PORT: new URL(base).port, PUBLIC_URL: base },
    ...{ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret },
    OIDC_NAME: 'Trust Login',
  });
  [alex, cora, lee] = await Promise.all([someone(), someone(), someone()]);
});

afterAll(async () => {
  await browser?.close();
  service?.child.kill('SIGTERM');
  expect(await service?.ended).toBe(0);
  await Promise.all([smtp?.close(), provider?.close()]);
  await rm(folder, { recursive: true, force: true });
});

it('goes from an empty folder to people who answer, without a terminal', { timeout: 240_000 }, async () => {
  await openFirstAccount();
  await setUp();
  await importFile();
  await planRound();
  await inviteByMail();
  await answer();
  await remind();
  await endLeaver();
  await recoverPassword();
  await signInEveryWay();
});

/** Each kind of page is checked once, whoever comes to it. */
const seen = new Set<string>();
const someone = (options: PersonOptions = { alsoAt: [320], seen }) => Person.at(browser, base, options);

async function fillIn(person: Person, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, text] of Object.entries(fields)) {
    await person.fill(field, text);
  }
}

async function signIn(person: Person, email: string): Promise<void> {
  await person.goTo(paths.signIn());
  await fillIn(person, { email, password });
  await person.press('Sign in');
}

async function signOut(person: Person): Promise<void> {
  await person.goTo(paths.signOut());
  await person.press('Sign out');
}

/** Opens the link of the newest letter of this subject. */
async function openLink(person: Person, email: string, subject: string): Promise<void> {
  const link = new RegExp(`${base}(/choose-password\\S+)`).exec(await mail.letterTo(email, subject))?.[1];
  await person.goTo(link ?? 'no link');
}

/** Makes the first account by the link that the service prints, with a second factor. */
async function openFirstAccount(): Promise<void> {
  const link = new RegExp(`${base}(/set-up\\S+)`).exec(service.said())?.[1] ?? 'no link';
  await alex.goTo(link);
  await alex.press('Make the account');
  await alex.sees('There is a problem');
  await fillIn(alex, { ...office, 'job-title': 'Programme director', password });
  await alex.press('Make the account');

  await alex.press('Set up a code');
  await alex.fill('password', password);
  await alex.press('Go on');
  key = (await alex.page.locator('.ldr-typed strong').innerText()).replaceAll(/\s/g, '');
  await alex.fill('code', codeFor(key));
  await alex.press('Turn it on');
  await alex.sees('Settings of the service');
}

/** Says who runs it, and that its letters arrive. */
async function setUp(): Promise<void> {
  await fillIn(alex, {
    ...{ 'service-name': 'Roadmaps of the North', organisation: 'Office of the North', contact: office.email },
    ...{ 'mail-from': office.email, 'mail-server': smtp.url },
  });
  await alex.press('Save the settings');
  await alex.press('Send a test e-mail');
  await mail.letterTo(office.email, 'Test e-mail from Roadmaps of the North');
  await alex.goTo(paths.programmeSetUp());
  await alex.sees('Office of the North');
  await alex.sees('E-mails are sent');
  await alex.sees('None was brought in');
}

/** Brings in a file of 2026. */
async function importFile(): Promise<void> {
  await alex.goTo(paths.newImport());
  await alex.page.locator('[name="file"]').setInputFiles(fixturePath('ods/2026/etr.csv'));
  await alex.fill('dated', '2026-07-08');
  await alex.press('Check the file');
  await comesToSee(alex, 'Bring it in');
  await alex.press('Bring it in');
  await comesToSee(alex, 'Brought in');
  const visitor = await someone({ script: false });
  await visitor.goTo(paths.organisation('K0N6A'));
  await visitor.sees('Online NHS Trust');
  await visitor.leave();
}

/** Looks again and again, as long as the service works on it. */
async function comesToSee(person: Person, text: string): Promise<void> {
  const look = async () => {
    await person.page.reload();
    return person.page.locator('main').innerText();
  };
  await expect.poll(look, { timeout: 30_000, interval: 500 }).toContain(text);
  await person.check();
}

/** Plans a round that is due soon, with a day on which its results are public. */
async function planRound(): Promise<void> {
  await alex.goTo(paths.newRound());
  await alex.page.getByLabel('Digital maturity self-assessment 2015/16').check();
  await fillIn(alex, { label: 'Self-assessment of the North', 'opens-on': dayIn(0), 'due-on': dayIn(10) });
  await alex.press('Plan the round');
  await alex.sees('Nothing since it was planned');
  await alex.press('Set the day of the results');
  await fillIn(alex, { 'results-on': dayIn(10), reason: 'After everybody has had their time' });
  await alex.press('Set the day');
  await alex.sees('The day of the results must be after the deadline');
  await alex.fill('results-on', dayIn(20));
  await alex.press('Set the day');
  await alex.sees('All of them are public from');
}

/** Invites by mail, and a coordinator invites a contributor. */
async function inviteByMail(): Promise<void> {
  await invite(alex, coordinator, 'coordinator', trust);
  await openLink(cora, coordinator.email, 'You are invited to Roadmaps of the North');
  await cora.fill('password', 'password');
  await cora.press('Save the password');
  await cora.sees('There is a problem');
  await cora.fill('password', password);
  await cora.press('Save the password');
  await signIn(cora, coordinator.email);
  await invite(cora, contributor, 'contributor', trust);
  await openLink(lee, contributor.email, 'You are invited to Roadmaps of the North');
  await lee.fill('password', password);
  await lee.press('Save the password');
  await signIn(lee, contributor.email);
  await lee.sees('Self-assessment of the North');
}

async function invite(by: Person, { name, email }: typeof office, role: string, place: string): Promise<void> {
  await by.goTo(paths.invitePerson());
  await fillIn(by, { name, email });
  await by.choose('role', role);
  // Whoever invites for one place alone finds it chosen.
  if ((await by.page.locator('input[name="place"]').count()) > 0) {
    await by.fill('place', place);
  }
  await by.press('Invite');
}

/** A day so many days from now, as people type it. */
function dayIn(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' });
}

/** Has the first answer, which saves itself. */
async function answer(): Promise<void> {
  await lee.goTo(paths.assessment(trust, 'self-assessment-of-the-north'));
  await lee.page.locator('main').getByRole('link', { name: 'Leadership' }).click();
  await lee.choose('answer-LD1', 'neither');
  await expect.poll(() => lee.page.locator('.ldr-saving').textContent(), { timeout: 20_000 }).toMatch(/^Saved at /);
  await alex.goTo(paths.coverage());
  await alex.sees('1 of');
}

/** Reminds those who have not submitted. */
async function remind(): Promise<void> {
  await alex.follow('Remind those who have not submitted');
  await alex.sees('201 of them have neither a coordinator nor anybody to sign');
  await alex.press('Write to them');
  await mail.letterTo(coordinator.email, 'Self-assessment of the North: ');
}

/** Ends the role of somebody who leaves, who is out at once. */
async function endLeaver(): Promise<void> {
  await cora.goTo(paths.people());
  await cora.page.getByRole('link', { name: `Change the role of ${contributor.name}` }).click();
  await cora.follow('End it now');
  await cora.press('End the role');
  await cora.sees('There is a problem');
  await cora.fill('reason', 'Lee has left the trust');
  await cora.press('End the role');
  await mail.letterTo(contributor.email, 'A role of yours has ended');
  await lee.goTo(paths.workspace());
  expect(new URL(lee.page.url()).pathname).toBe(paths.signIn());
}

/** Lets somebody choose a new password who has forgotten theirs. */
async function recoverPassword(): Promise<void> {
  await signOut(cora);
  await cora.goTo(paths.signIn());
  await cora.follow('Forgotten your password?');
  await cora.fill('email', coordinator.email);
  await cora.press('Send the link');
  await openLink(cora, coordinator.email, 'Your password for Roadmaps of the North');
  await cora.fill('password', password);
  await cora.press('Save the password');
  await signIn(cora, coordinator.email);
  await cora.sees('Self-assessment of the North');
}

/** Lets people in by a code, by a passkey, and by the sign-on of their trust. */
async function signInEveryWay(): Promise<void> {
  await signOut(alex);
  await signIn(alex, office.email);
  await alex.fill('code', '000000');
  await alex.press('Sign in');
  await alex.sees('There is a problem');
  await alex.fill('code', codeFor(key));
  await alex.press('Sign in');
  await alex.sees('Programme manager');

  await addAuthenticator(alex);
  await alex.goTo(paths.account());
  await alex.fill('passkey-name', 'Office laptop');
  await pressWithPasskey(alex, 'Add a passkey', 'From now on you can sign in with your passkey.');
  await signOut(alex);
  await alex.goTo(paths.signIn());
  await pressWithPasskey(alex, 'Sign in with a passkey', 'Programme manager');

  await signOut(cora);
  provider.expect({ subject: 'cora', email: coordinator.email, isVerified: true });
  await cora.goTo(paths.signIn());
  await cora.press('Sign in with Trust Login');
  await cora.sees('Self-assessment of the North');
}
