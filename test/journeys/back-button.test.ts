import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { startTestService, type TestService } from '../database/test-service.ts';
import { openBrowser, Person } from './browser.ts';

const editor = 'persona-editor-gloucestershire';
const part = paths.roadmapContent('gloucestershire', 'parts', 'vision');
const newRisk = paths.roadmapContent('gloucestershire', 'risks', 'new');

let service: TestService;
let browser: Browser;
let base: string;
let person: Person;

beforeAll(async () => {
  [service, browser] = await Promise.all([startTestService('demo'), openBrowser()]);
  base = await service.app.listen({ port: 0, host: '127.0.0.1' });
  person = await Person.at(browser, base);
});

afterAll(async () => {
  await browser.close();
  await service.close();
});

const field = (name: string, at = person) => at.page.locator(`[name="${name}"]`);
const body = () => field('body');
const kept = (at = person) => at.page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
const typedBefore = (at = person) => at.page.locator('.ldr-typed-before');
const hasFocus = (at = person) =>
  typedBefore(at)
    .first()
    .evaluate((notice) => notice === document.activeElement);

it('what is typed is there again on coming back, until it is discarded or saved', async () => {
  await person.become(editor);
  await person.goTo(part);
  const saved = await body().inputValue();
  await person.fill('body', 'Typed, and not saved yet');
  await person.goTo(paths.about());
  await person.page.goBack();
  await person.sees('What you typed is back in the form');
  await person.sees('It is not saved yet.');
  expect(await body().inputValue()).toBe('Typed, and not saved yet');
  expect(await hasFocus()).toBe(true);
  await person.check();

  await person.press('Discard what I typed');
  await expect.poll(() => body().inputValue()).toBe(saved);

  await person.fill('body', 'Typed and saved');
  await person.press('Save');
  await person.goTo(part);
  expect(await body().inputValue()).toBe('Typed and saved');
  expect(await typedBefore().count()).toBe(0);
});

it('a form that came back with a fault is there with what was typed, when one comes back to it from the next page', async () => {
  await person.become(editor);
  await person.goTo(newRisk);
  await person.fill('description', 'The wards wait for their records');
  await person.press('Add to the register');
  await person.sees('There is a problem');
  expect(await field('description').inputValue()).toBe('The wards wait for their records');
  await person.follow('About');
  await person.page.goBack();
  await person.sees('What you typed is back in the form');
  expect(new URL(person.page.url()).pathname).toBe(newRisk);
  expect(await field('description').inputValue()).toBe('The wards wait for their records');
  await person.page.reload();
  expect(await field('description').inputValue()).toBe('The wards wait for their records');
  await person.press('Discard what I typed');
  await expect.poll(() => field('description').inputValue()).toBe('');
});

it('what was typed in a tab that is gone is offered in the next, never put into the form, and forgotten once it is sent', async () => {
  const first = await Person.at(browser, base);
  await first.become(editor);
  await first.goTo(newRisk);
  await first.fill('title', 'The supplier may leave');
  await first.fill('description', 'Typed before the tab was closed');
  await first.sees('What you type is kept in this browser');
  await first.page.close();

  const next = await Person.at(browser, base, { besides: first, width: 320 });
  await next.page.setViewportSize({ width: 320, height: 900 });
  await next.visit(newRisk);
  await next.sees('You typed something here on');
  expect(await hasFocus(next)).toBe(true);
  expect(await field('description', next).inputValue()).toBe('');
  await next.page.getByText('Read what you typed').click();
  await next.sees('Typed before the tab was closed');
  await next.visit(newRisk);
  await next.fill('description', 'Begun anew');
  await next.press('Use what I typed');
  await next.sees('What you typed is back in the form');
  expect(await field('description', next).inputValue()).toBe('Typed before the tab was closed');
  // What was begun meanwhile is offered in its turn.
  expect(await typedBefore(next).count()).toBe(2);
  await next.choose('likelihood', 'low');
  await next.choose('impact', 'high');
  await next.choose('state', 'open');
  await next.press('Add to the register');
  await next.goTo(newRisk);
  expect(await typedBefore(next).count()).toBe(1);
  await next.page.getByText('Read what you typed').click();
  await next.sees('Begun anew');
  await next.press('Discard what I typed');
  expect(await kept(next)).not.toContain('Begun anew');
  await next.leave();
});

it('what was sent after signing in again is kept until it is taken', async () => {
  await person.become(editor);
  await person.goTo(newRisk);
  await person.fill('description', 'Typed while the session ended');
  await service.database.deleteFrom('session').execute();
  await person.pressAndBeRefused('Add to the register');
  await person.page.getByRole('button', { name: 'Choose a persona' }).click();
  await person.page.locator(`button[value="${editor}"]`).click();
  await person.press('Send it');
  await person.sees('There is a problem');
  await person.follow('About');
  await person.page.goBack();
  await expect.poll(() => field('description').inputValue()).toBe('Typed while the session ended');
  await person.fill('title', 'A session may end');
  await person.choose('likelihood', 'low');
  await person.choose('impact', 'low');
  await person.choose('state', 'open');
  await person.press('Add to the register');
  await person.sees('A session may end');
  expect(await kept()).not.toContain('Typed while');
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
  await person.goTo(paths.contact());
  await person.fill('message', 'Of the editor alone');
  expect(await kept()).toContain('Of the editor alone');
  await person.become('persona-lead');
  expect(await kept()).not.toContain('Of the editor alone');
  await person.goTo(paths.contact());
  expect(await typedBefore().count()).toBe(0);
  expect(await field('message').inputValue()).toBe('');
});
