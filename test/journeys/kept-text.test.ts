import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
