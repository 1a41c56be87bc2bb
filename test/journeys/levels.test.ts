import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startLevelledService } from '../../src/features/assessment/testing/levelled-service.ts';
import { elementsUpTo } from '../../src/features/scoring/testing/levelled-instrument.ts';
import { paths } from '../../src/paths.ts';
import type { TestService } from '../database/test-service.ts';
import { openBrowser, Person } from './browser.ts';
import { footprint, round } from './steps.ts';

const section = paths.assessmentSection(footprint.trust, round, 'leadership');

let service: TestService;
let browser: Browser;
let base: string;

beforeAll(async () => {
  [service, browser] = await Promise.all([startLevelledService('demo'), openBrowser()]);
  base = await service.app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await browser.close();
  await service.close();
});

const ticked = (person: Person, question: string) =>
  person.page
    .locator(`[name="answer-${question}"]:checked`)
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));

it('what is ticked is saved as it is ticked, and the level told beside it', async () => {
  const person = await Person.at(browser, base, { width: 320 });
  await person.become('persona-coordinator');
  await person.visit(section);
  await person.sees('As saved: No answer');
  await person.choose('answer-WL1', 'WL1-2-1');
  await person.sees('As saved: Level 1. 1 of 2 of Level 2 met');
  await person.choose('answer-WL1', 'WL1-2-2');
  await person.sees('As saved: Level 2. All 2 of Level 2 met; none of the 3 of Level 3');

  // One box stands for none of the others, and they for it.
  await person.choose('answer-WL1', 'none');
  expect(await ticked(person, 'WL1')).toEqual(['none']);
  await person.sees('As saved: Level 1. None of the 2 of Level 2 met');
  await person.choose('answer-WL1', 'WL1-2-2');
  expect(await ticked(person, 'WL1')).toEqual(['WL1-2-2']);
  await person.sees('As saved: Level 1. 1 of 2 of Level 2 met');
  await person.visit(section);
  expect(await ticked(person, 'WL1')).toEqual(['WL1-2-2']);

  // What could not be saved is kept in the browser, and given back.
  person.page.on('dialog', (dialog) => dialog.accept());
  await person.page.route(`**${section}`, (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 503 }) : route.continue(),
  );
  person.expectRefusal();
  await person.choose('answer-WL1', 'WL1-2-1');
  await expect.poll(() => person.page.locator('.ldr-saving').textContent(), { timeout: 5000 }).toContain('Not saved');
  await person.page.reload();
  await person.sees('1 answer waits in this browser');
  expect(await ticked(person, 'WL1')).toEqual(['WL1-2-1', 'WL1-2-2']);
  await person.leave();
});

it('without script, on a phone, it is the same once it is saved', async () => {
  const person = await Person.at(browser, base, { width: 320, script: false });
  await person.become('persona-coordinator');
  await person.goTo(section);
  for (const id of elementsUpTo('WL2', 3)) {
    await person.choose('answer-WL2', id);
  }
  await person.choose('answer-WL2', 'none');
  await person.press('Save and return to list');
  await person.sees('For question WL2 tick what is met, or one of the last boxes and nothing else');
  await person.page.locator('[name="answer-WL2"][value="none"]').uncheck();
  await person.press('Save and return to list');
  await person.sees('Your answers to 1. Part leadership are saved');
  await person.goTo(section);
  await person.sees('As saved: Level 3. All 2 of Level 2 and all 3 of Level 3 met; none of the 2 of Level 4');
  expect(await ticked(person, 'WL2')).toEqual(elementsUpTo('WL2', 3));
  await person.leave();
});
