import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paths } from '../../src/paths.ts';
import { startTestService, type TestService } from '../database/test-service.ts';
import { openBrowser, Person } from './browser.ts';
import { footprint, round } from './steps.ts';

const section = paths.assessmentSection(footprint.trust, round, 'leadership');
const otherSection = paths.assessmentSection(footprint.trust, round, 'strategic-alignment');
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

const line = (person: Person) => person.page.locator('.ldr-saving');
const says = (person: Person, text: string | RegExp) =>
  expect.poll(() => line(person).textContent(), { timeout: 20_000 }).toMatch(text);
const revisions = (person: Person) =>
  person.page
    .locator('[name^="revision-"]')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

it('answers are saved as they are given, each over the last, and two people are told of each other', async () => {
  const person = await Person.at(browser, base, { width: 320 });
  await person.become('persona-coordinator');
  await person.goTo(section);
  await person.choose('answer-LD1', 'neither');
  await says(person, /^Saved at /);
  await person.sees('1 of 5 questions answered. Last saved by');
  await person.visit(section);
  expect(await revisions(person)).toEqual(['1', '0', '0', '0', '0']);

  await pressWhileSaving(person);
  await person.goTo(section);

  const other = await Person.at(browser, base);
  await other.become('persona-contributor');
  await other.goTo(section);
  await person.choose('answer-LD1', 'mostly-agree');
  await says(person, /^Saved at /);
  await person.choose('answer-LD2', 'neither');
  await says(person, 'Not saved yet');
  await says(person, /^Saved at /);
  expect(await revisions(person)).toEqual(['2', '1', '0', '1', '0']);

  await other.choose('answer-LD3', 'neither');
  await says(other, /^Saved at /);
  other.expectRefusal();
  await other.choose('answer-LD1', 'mostly-disagree');
  await says(other, 'somebody else has changed this');
  await other.pressAndBeRefused('Save and return to list');
  await other.sees('Somebody else has changed question LD1');
  await other.leave();
  await person.leave();
});

/** Holds a save up until the button is pressed, which would otherwise send the form over what the save is about to store. */
async function pressWhileSaving(person: Person): Promise<void> {
  const { page } = person;
  const gate = Promise.withResolvers<void>();
  await page.route(`**${section}`, async (route) => {
    if (route.request().headers()['x-saves-itself'] !== undefined) {
      await gate.promise;
    }
    await route.continue();
  });
  await person.choose('answer-LD7', '21-40');
  await says(person, 'Saving …');
  await page.getByRole('button', { name: 'Save and return to list' }).click();
  gate.resolve();
  await page.waitForURL(`**${paths.assessment(footprint.trust, round)}`);
  await person.sees('Your answers to 2. Leadership are saved');
  await page.unroute(`**${section}`);
}

it('answers wait while the service cannot be reached, outlive their tab, and are sent when it can', async () => {
  const person = await Person.at(browser, base);
  await person.become('persona-coordinator');
  await person.goTo(section);
  const besides = await Person.at(browser, base, { besides: person });
  await besides.goTo(otherSection);
  const other = await Person.at(browser, base);
  await other.become('persona-contributor');
  await other.goTo(section);

  await person.page.context().setOffline(true);
  await besides.choose('answer-SA1', 'neither');
  await says(besides, 'the service cannot be reached');
  await besides.page.close();
  await person.choose('answer-LD2', 'mostly-disagree');
  await person.choose('answer-LD3', 'mostly-disagree');
  await says(person, /cannot be reached.* 2 answers wait in this browser/);
  await person.sees('3 answers wait in this browser');
  await person.check();
  await other.choose('answer-LD3', 'mostly-agree');
  await says(other, /^Saved at /);

  person.expectRefusal();
  await person.page.context().setOffline(false);
  await says(person, 'somebody else has changed this');
  await person.sees('1 answer waits in this browser');
  await person.pressAndBeRefused('Save and return to list');
  await person.sees('Somebody else has changed question LD3');
  await person.press('Save and return to list');
  await person.goTo(section);
  expect(await chosen(person, 'LD2', 'LD3')).toEqual(['mostly-disagree', 'mostly-disagree']);
  await person.goTo(otherSection);
  expect(await chosen(person, 'SA1')).toEqual(['neither']);
  expect(await kept(person)).toEqual([]);
  await other.leave();

  await tooLate(person);
});

/** What waits in the browser, whoever it is of. */
const kept = (person: Person) =>
  person.page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('ldr-waiting')));

async function chosen(person: Person, ...questions: readonly string[]): Promise<(string | null)[]> {
  return Promise.all(questions.map((id) => person.page.locator(`[name="answer-${id}"]:checked`).getAttribute('value')));
}

/** Answers that come after the return was sent to be signed are kept, and shown to their writer alone, until they sign out. */
async function tooLate(person: Person): Promise<void> {
  await person.page.context().setOffline(true);
  await person.choose('answer-SA1', 'mostly-agree');
  await says(person, 'the service cannot be reached');
  await service.database.updateTable('assessment').set({ state: 'awaiting-authorisation' }).execute();
  person.expectRefusal();
  await person.page.context().setOffline(false);
  await says(person, 'is not open to your answers any more');
  await person.visit(otherSection);
  await person.sees('ask your coordinator to have the answers sent back');
  await person.sees('Discard what I typed to SA1');

  await person.become('persona-contributor');
  await person.visit(otherSection);
  expect(await person.page.locator('.ldr-waiting').count()).toBe(0);
  expect(await kept(person)).toHaveLength(1);

  await person.become('persona-coordinator');
  await person.goTo(paths.signOut());
  await person.sees('Signing out removes what waits');
  await person.press('Sign out');
  expect(await kept(person)).toEqual([]);
  await person.leave();
}

it('a text waits while the service cannot be reached, and is saved when it can', async () => {
  const person = await Person.at(browser, base);
  await person.become('persona-editor-gloucestershire');
  await person.goTo(part);
  person.expectRefusal();
  await person.page.context().setOffline(true);
  await person.fill('body', 'Begun in a tunnel');
  await says(person, 'the service cannot be reached');
  await person.page.context().setOffline(false);
  await says(person, /^Saved at /);
  await person.page.route(`**${part}`, (route) => route.fulfill({ status: 500 }), { times: 1 });
  await person.fill('body', 'Written in a tunnel');
  await says(person, 'something went wrong in the service');
  await says(person, /^Saved at /);
  await person.visit(part);
  expect(await person.page.locator('[name="body"]').inputValue()).toBe('Written in a tunnel');
  await person.sees('As it will be read');
  expect(await person.page.getByText('What you typed is back').count()).toBe(0);
  await person.leave();
});

it('a message of somebody who is not signed in is kept in the tab alone, and asked about before its page is left', async () => {
  const person = await Person.at(browser, base);
  const asked: string[] = [];
  person.page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  const message = person.page.locator('[name="message"]');
  await person.visit(paths.contact());
  await person.page.locator('[name="name"]').pressSequentially('Alex Example');
  await person.visit(paths.contact());
  expect(asked).toEqual([]);
  await message.pressSequentially('Where is it?');
  await person.sees('What you type is kept in this tab');
  await person.visit(paths.contact());
  expect(asked).toEqual(['beforeunload']);
  await person.pressAndBeRefused('Send message');
  expect(asked).toHaveLength(1);
  await person.visit(paths.home());
  expect(asked).toHaveLength(2);
  await person.page.goBack();
  await person.sees('What you typed is back in the form');
  expect(await message.inputValue()).toBe('Where is it?');

  const besides = await Person.at(browser, base, { besides: person });
  await besides.goTo(paths.contact());
  expect(await besides.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Where is it?');
  expect(await besides.page.locator('.ldr-typed-before').count()).toBe(0);
  await person.leave();
});
