import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { startTestService, type TestService } from '../database/test-service.ts';
import { openBrowser, Person } from './browser.ts';

const editor = 'persona-editor-gloucestershire';
const part = paths.roadmapContent('gloucestershire', 'parts', 'vision');

let service: TestService;
let browser: Browser;
let base: string;

beforeAll(async () => {
  [service, browser] = await Promise.all([startTestService('demo'), openBrowser()]);
  base = await service.app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await browser.close();
  await service.close();
});

it.each([
  ['with script, on a desk', { width: 1280 }],
  ['without script, on a phone', { width: 320, script: false }],
])('a text typed while the session ended is sent once its writer has signed in again: %s', async (how, options) => {
  const person = await Person.at(browser, base, options);
  const text = `Typed while the session ended, ${how}`;
  await person.become(editor);
  await person.goTo(part);
  await person.fill('body', text);
  await service.database.deleteFrom('session').execute();

  await person.pressAndBeRefused('Save');
  await person.sees('Sign in to send what you typed');
  await person.sees(text);
  await person.page.getByRole('button', { name: 'Choose a persona' }).click();
  await person.page.locator(`button[value="${editor}"]`).click();
  await person.sees('Nothing is saved before you send it');
  await person.check();
  await person.press('Send it');

  await person.goTo(part);
  expect(await person.page.locator('[name="body"]').inputValue()).toBe(text);
  await person.leave();
});

describe('in the browser', () => {
  const contact = paths.contact();
  const message = (page: Page) => page.locator('[name="message"]');
  const line = (page: Page) => page.locator('.ldr-kept-line');
  let person: Person;

  /** Answers true where the browser asks before the page is left. */
  const asksBeforeLeaving = (page: Page) =>
    page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

  beforeEach(async () => {
    person = await Person.at(browser, base);
    await person.become(editor);
    await person.goTo(contact);
  });
  afterEach(() => person.leave());

  it('what is broken in storage keeps no page from working', async () => {
    await message(person.page).fill('To be broken');
    await person.page.evaluate(() => {
      const name = Object.keys(localStorage).find((each) => each.startsWith('ldr-typed')) ?? '';
      const typed = JSON.parse(localStorage.getItem(name) ?? '');
      localStorage.setItem(name, JSON.stringify({ ...typed, values: [null], at: 1e300 }));
    });
    await person.goTo(contact);
    await message(person.page).fill('Typed anew');
    await person.goTo(contact);
    await person.sees('What you typed is back in the form');
    expect(await message(person.page).inputValue()).toBe('Typed anew');
  });

  it('a tab that is opened from another keeps what is typed in it for itself', async () => {
    await message(person.page).fill('In the first tab');
    const opened = person.page.waitForEvent('popup');
    await person.page.evaluate(() => void open(location.href));
    const second = await opened;
    await message(second).fill('In the second tab');
    await line(second).waitFor();
    for (const [page, text] of [
      [person.page, 'In the first tab'],
      [second, 'In the second tab'],
    ] as const) {
      await page.reload();
      await expect.poll(() => message(page).inputValue()).toBe(text);
    }
  });

  it('what was sent and never arrived is kept, whatever page comes next, until it is taken', async () => {
    await message(person.page).fill('Sent into the dark');
    await person.page.route(`**${contact}`, (route) => route.fulfill({ status: 204 }), { times: 1 });
    const swallowed = person.page.waitForResponse(`**${contact}`);
    await person.page.getByRole('button', { name: 'Send message' }).click();
    await swallowed;
    // Comes by a redirect.
    await person.page.goto(`${base}/organisations/rl4`);
    await person.page.goto(base + contact);
    await person.sees('You sent it, but it is not certain that it arrived');
    expect(await message(person.page).inputValue()).toBe('Sent into the dark');
    await person.fill('email', 'ines@example.nhs.uk');
    await person.page.locator('[name="topic"]').selectOption('data');
    await person.page.getByRole('button', { name: 'Send message' }).click();
    await person.sees('Message sent');
    expect(await person.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Sent into the dark');
  });

  it('once its writer has signed out in another tab, nothing says that it is kept', async () => {
    await message(person.page).fill('Typed before');
    await line(person.page).waitFor();
    expect(await asksBeforeLeaving(person.page)).toBe(false);
    const other = await Person.at(browser, base, { besides: person });
    await other.goTo(paths.signOut());
    await other.press('Sign out');
    await line(person.page).waitFor({ state: 'detached' });
    await message(person.page).pressSequentially(', and after');
    expect(await asksBeforeLeaving(person.page)).toBe(true);
  });

  it('where the browser has no room, that is said, and no older text comes back', async () => {
    await message(person.page).fill('Short');
    await line(person.page).waitFor();
    await person.page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
    });
    await message(person.page).pressSequentially(', and longer');
    await person.sees('This browser has no room to keep what you type');
    expect(await asksBeforeLeaving(person.page)).toBe(true);
    expect(await person.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Short');
  });
});
