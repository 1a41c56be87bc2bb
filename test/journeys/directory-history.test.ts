import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { paths } from '../../src/paths.ts';
import { practiceLine } from '../builders/practice-line.ts';
import { startTestService, type TestService } from '../database/test-service.ts';
import { openBrowser, Person } from './browser.ts';

let service: TestService;
let browser: Browser;
let person: Person;

beforeAll(async () => {
  [service, browser] = await Promise.all([startTestService('demo'), openBrowser()]);
  const base = await service.app.listen({ port: 0, host: '127.0.0.1' });
  person = await Person.at(browser, base, { width: 320, script: true });
});

afterAll(async () => {
  await browser.close();
  await service.close();
});

/** A file is worked on after the page that sent it; one looks again until the page says so. */
async function looksUntil(address: string, text: string): Promise<void> {
  const shown = async () => {
    await person.page.goto(new URL(address, person.page.url()).href);
    expect(await person.page.locator('main').innerText()).toContain(text);
  };
  await vi.waitFor(shown, { timeout: 30_000, interval: 300 });
  await person.visit(address);
}

it('a file is brought in with its difference read first, and what it names can be found', async () => {
  await person.become('persona-programme-manager');
  await person.visit(paths.newImport());
  await person.press('Check the file');
  await person.sees('Choose a file that is not empty');
  const text = practiceLine({ code: 'Z99901', name: 'THE ILLUSTRATION SURGERY' });
  await person.page.locator('input[type="file"]').setInputFiles({
    name: 'epraccur.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  });
  await person.fill('dated', '2016-02-29');
  await person.press('Check the file');
  const upload = new URL(person.page.url()).pathname;
  await looksUntil(upload, 'New to the directory: 1');
  await person.press('Bring it in');
  await looksUntil(upload, 'Brought in');
  await person.visit(paths.search('ilustration surgery'));
  await person.follow('The Illustration Surgery');
  await person.sees('1 High Street, Darlington, DL3 6JL');
});

it('two footprints become one when a second person confirms the plan, and both stay readable', async () => {
  await person.visit(paths.successions());
  await person.visit(paths.newSuccession({ kind: 'merge' }));
  await person.choose('predecessors', 'gloucestershire');
  await person.choose('predecessors', 'wolverhampton');
  await person.fill('successor-name', 'Severn and Black Country');
  await person.fill('successor-slug', 'severn-and-black-country');
  await person.fill('successor-code', 'sbc');
  await person.fill('effective-on', '2016-10-01');
  await person.fill('reason', 'To match the plans of the area');
  await person.page.locator('main form button[type="submit"]').click();
  await person.sees('Totals before');
  const plan = new URL(person.page.url()).pathname;
  await person.become('persona-administrator');
  await person.visit(plan);
  await person.press('Confirm and apply');
  await person.visit(`${paths.footprint('gloucestershire')}?as-at=2017-01-01`);
  await person.sees('then part of Severn and Black Country');
  await person.visit(`${paths.footprint('severn-and-black-country')}?as-at=2017-01-01`);
  await person.sees('905,731 people');
  await person.visit(paths.formations());
  expect(person.page.url()).toContain(paths.formations());
});
