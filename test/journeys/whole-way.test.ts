import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instrumentOfRound, sectionsOf } from '../../src/features/programme/index.ts';
import { paths } from '../../src/paths.ts';
import { projectFolder } from '../../src/project-folder.ts';
import { startTestService, type TestService } from '../database/test-service.ts';
import { openBrowser, Person } from './browser.ts';
import { agree, answerSections, footprint, review, round, submit, writeRoadmap } from './steps.ts';

let service: TestService;
let browser: Browser;
let base: string;
let folder: string;

beforeAll(async () => {
  [service, browser, folder] = await Promise.all([
    startTestService('demo'),
    openBrowser(),
    mkdtemp(path.join(os.tmpdir(), 'ldr-journey-')),
  ]);
  base = await service.app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await browser.close();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

it('takes one footprint from an empty assessment to a roadmap that anyone can verify', {
  timeout: 240_000,
}, async () => {
  const { pack } = service.context;
  const person = await Person.at(browser, base);
  await assess(person);
  await plan(person);

  await agree(person, 1);
  await submit(person, 1);
  await review(person, pack, 'not-met');
  await person.press(/Read the letter\s*: ask for changes/);
  await person.press('Ask for changes');

  await person.become('persona-lead');
  await person.goTo(paths.newVersion(footprint.slug));
  await person.fill('summary', 'Each deployment names the aim it serves');
  await person.press('Begin version 2');
  await agree(person, 2);
  await submit(person, 2);
  await review(person, pack, 'met');
  await person.press(/Read the letter\s*: clear for publication/);
  await person.press('Clear for publication');

  await person.become('persona-lead');
  await person.goTo(paths.publishRoadmap(footprint.slug));
  await person.press('Publish version 2');
  await person.leave();

  await readSignedOut();
  await verifyOffline();
});

it('tells the nation of an exemplar, and the national team of a question', { timeout: 60_000 }, async () => {
  const person = await Person.at(browser, base);
  await person.goTo(paths.contact());
  await person.fill('name', 'A reader');
  await person.fill('email', 'reader@example.org');
  await person.page.locator('[name="topic"]').selectOption('roadmap');
  await person.fill('message', 'Who speaks for my practice?');
  await person.press('Send message');

  await person.become('persona-programme-manager');
  await person.sees('Answer 1 message');
  await person.goTo(paths.nominateExemplar());
  await person.fill('organisation', footprint.trust);
  await person.choose('group', 'medicines');
  await person.fill('title', 'Barcodes at the bedside');
  await person.fill(
    'reason',
    'Every ward checks each medicine against the patient by barcode, and missed doses fell by half.',
  );
  await person.press('Designate and publish');

  await person.become('persona-administrator');
  await person.goTo(paths.messages());
  await person.sees('Who speaks for my practice?');

  await person.become('persona-analyst');
  await person.goTo(paths.exemplars());
  await person.sees('Barcodes at the bedside');
  await person.goTo(paths.organisation(footprint.trust));
  await person.sees('Barcodes at the bedside');
  await person.leave();
});

/** Contributor and coordinator answer, and the executive signs. */
async function assess(person: Person): Promise<void> {
  const { pack } = service.context;
  const list = paths.assessment(footprint.trust, round);
  const sections = sectionsOf(instrumentOfRound(pack, round));
  await person.become('persona-contributor');
  await person.sees('107 questions to answer');
  await answerSections(person, pack, sections.slice(0, 1));

  await person.become('persona-coordinator');
  await answerSections(person, pack, sections.slice(1));
  await person.goTo(paths.assessmentRequest(footprint.trust, round));
  await person.press('Ask for authorisation');

  await person.become('persona-executive');
  await person.goTo(paths.assessmentAuthorise(footprint.trust, round));
  await person.press('Authorise and submit');
  await person.sees('There is a problem');
  await person.choose('declaration', 'accepted');
  await person.press('Authorise and submit');
  await person.goTo(list);
  await person.sees('Submitted');
  await person.goTo(paths.assessmentResult(footprint.trust, round));
}

async function plan(person: Person): Promise<void> {
  await person.become('persona-editor');
  await person.goTo(paths.roadmap(footprint.slug));
  await person.press('Start the roadmap');
  await writeRoadmap(person, service.context.pack);
  await person.goTo(paths.roadmap(footprint.slug));
}

async function readSignedOut(): Promise<void> {
  for (const how of [{ script: true, width: 320 }, { script: false }]) {
    const reader = await Person.at(browser, base, how);
    await readRoadmap(reader);
    await reader.leave();
  }
}

async function readRoadmap(reader: Person): Promise<void> {
  await reader.goTo(paths.footprint(footprint.slug));
  await reader.sees('Version 2, published');
  await reader.goTo(paths.publishedRoadmap(footprint.slug));
  await reader.sees('What Wolverhampton says about');
  await reader.goTo(paths.roadmapSignUp(footprint.slug));
  await reader.sees('Funding is confirmed before orders are placed.');
}

/** The file as anyone downloads it proves itself with the command line alone, and a changed one does not. */
async function verifyOffline(): Promise<void> {
  const response = await fetch(base + paths.roadmapDownload(footprint.slug, 2));
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ illustrative: true });
  expect(await verify('roadmap.json', text)).toBe(0);
  expect(await verify('changed.json', text.replace('What Wolverhampton says', 'What Wolverhampton said'))).toBe(1);
}

async function verify(name: string, text: string): Promise<number | null> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return spawnSync(process.execPath, [projectFolder('dist', 'ldr.mjs'), 'verify', file]).status;
}
