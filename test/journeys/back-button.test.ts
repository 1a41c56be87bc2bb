import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { startTestService, type TestService } from '../database/test-service.ts';
import { openBrowser, Person } from './browser.ts';

const editor = 'persona-editor-gloucestershire';
const part = paths.roadmapContent('gloucestershire', 'parts', 'vision');

let service: TestService;
let browser: Browser;
let person: Person;

beforeAll(async () => {
  [service, browser] = await Promise.all([startTestService('demo'), openBrowser()]);
  person = await Person.at(browser, await service.app.listen({ port: 0, host: '127.0.0.1' }));
});

afterAll(async () => {
  await browser.close();
  await service.close();
});

const body = () => person.page.locator('[name="body"]');
const kept = () => person.page.evaluate(() => JSON.stringify(sessionStorage));

it('what is typed is there again on coming back, until it is discarded or saved', async () => {
  await person.become(editor);
  await person.goTo(part);
  const saved = await body().inputValue();
  await person.fill('body', 'Typed, and not saved yet');
  await person.goTo(paths.about());
  await person.page.goBack();
  await person.sees('What you typed here before is back in the form. It is not saved yet.');
  expect(await body().inputValue()).toBe('Typed, and not saved yet');
  await person.check();

  await person.press('Discard what I typed');
  await expect.poll(() => body().inputValue()).toBe(saved);

  await person.fill('body', 'Typed and saved');
  await person.press('Save');
  await person.goTo(part);
  expect(await body().inputValue()).toBe('Typed and saved');
  expect(await person.page.getByText('What you typed here before').count()).toBe(0);
});

it('after signing out, the back button shows nothing of the person, and nothing typed is kept', async () => {
  await person.become(editor);
  await person.goTo(part);
  await person.fill('body', 'Nobody else may read this');
  await person.press('Save');
  await person.goTo(part);
  await person.fill('body', 'Nobody else may read this, nor that');
  await person.goTo(paths.signOut());
  await person.press('Sign out');
  for (let pages = 0; pages < 3; pages += 1) {
    await person.page.goBack();
    expect(await person.page.content()).not.toContain('Nobody else may read this');
  }
  expect(await kept()).not.toContain('Nobody');
});

it('somebody else at the same browser sees nothing of it', async () => {
  await person.become(editor);
  await person.goTo(part);
  await person.fill('body', 'Of the editor alone');
  expect(await kept()).toContain('Of the editor alone');
  await person.become('persona-lead');
  expect(await kept()).not.toContain('Of the editor alone');
});
