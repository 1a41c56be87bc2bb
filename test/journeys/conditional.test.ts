import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServiceAsking } from '../../src/features/assessment/testing/levelled-service.ts';
import type { Instrument } from '../../src/features/programme/index.ts';
import {
  conditionalInstrument,
  conditionalLevels,
  hanging,
} from '../../src/features/scoring/testing/conditional-instrument.ts';
import { elementsUpTo } from '../../src/features/scoring/testing/levelled-instrument.ts';
import { paths } from '../../src/paths.ts';
import type { TestService } from '../database/test-service.ts';
import { openBrowser, Person } from './browser.ts';
import { footprint, round } from './steps.ts';

const section = (id: string) => paths.assessmentSection(footprint.trust, round, id);

let browser: Browser;
const services: TestService[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await Promise.all(services.map((service) => service.close()));
});

async function coordinatorOf(instrument: Instrument, script: boolean): Promise<Person> {
  const service = await startServiceAsking('demo', instrument);
  services.push(service);
  const base = await service.app.listen({ port: 0, host: '127.0.0.1' });
  const person = await Person.at(browser, base, { width: 320, script });
  await person.become('persona-coordinator');
  return person;
}

const isSeen = (person: Person, question: string) =>
  person.page.locator(`[name="answer-${question}"]`).first().isVisible();
/** Until the page says so, which may wait for a save. */
const expectSeen = (person: Person, question: string, is: boolean) =>
  expect.poll(() => isSeen(person, question), { timeout: 10_000 }).toBe(is);

/** In one section: `MM2` hangs on `MM1`, which everybody is asked. */
const inOneSection = hanging(conditionalInstrument(), { MM2: { question: 'MM1', is: ['61-80', '81-100'] } });

it('a question appears as soon as the answer is chosen that it hangs on, and what was typed into it comes back with it', async () => {
  const person = await coordinatorOf(inOneSection, true);
  await person.visit(section('medicines'));
  await person.sees('MM2 is asked where MM1 is answered “61-80” or “81-100”.');
  await expectSeen(person, 'MM2', false);
  await person.choose('answer-MM1', '81-100');
  expect(await isSeen(person, 'MM2')).toBe(true);
  await person.choose('answer-MM2', '0');
  await person.sees('2 of 2 questions answered');
  await person.choose('answer-MM1', '0');
  expect(await isSeen(person, 'MM2')).toBe(false);
  await person.sees('1 of 1 question answered');
  await person.choose('answer-MM1', '61-80');
  expect(await person.page.locator('[name="answer-MM2"]:checked').getAttribute('value')).toBe('0');
  await person.sees('2 of 2 questions answered');
  await person.visit(section('medicines'));
  await expectSeen(person, 'MM2', true);
  await person.leave();
});

it('and where it hangs on a level, as soon as that is saved', async () => {
  const person = await coordinatorOf(conditionalLevels(), true);
  await person.visit(section('leadership'));
  await expectSeen(person, 'WL2', false);
  for (const element of elementsUpTo('WL1', 3)) {
    await person.choose('answer-WL1', element);
  }
  await expectSeen(person, 'WL2', true);
  await person.sees('WL2 is asked because of the answer to WL1.');
  await person.choose('answer-WL1', 'none');
  await expectSeen(person, 'WL2', false);
  await person.leave();
});

it('without script it appears once the answer is saved', async () => {
  const person = await coordinatorOf(inOneSection, false);
  await person.goTo(section('medicines'));
  await person.choose('answer-MM1', '81-100');
  expect(await isSeen(person, 'MM2')).toBe(false);
  await person.sees('It appears here once that is saved.');
  await person.press('Save and return to list');
  await person.goTo(section('medicines'));
  expect(await isSeen(person, 'MM2')).toBe(true);
  await person.leave();
});
