import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import type { TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { startServiceWith } from '../assessment/testing/levelled-service.ts';
import { settingsPack } from '../assessment/testing/settings-pack.ts';

const round = 'dmsa-2017';
const trust = 'RL4';
let service: TestService;
let cora: Visitor;

beforeAll(async () => {
  service = await startServiceWith('facts', await settingsPack());
  cora = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], { personId: 'cora', name: 'Cora Example' });
  const settings = { settings: ['acute', 'community'], reason: 'We run the clinics too.' };
  expect((await cora.submit(paths.careSettings(trust, round), settings)).statusCode).toBe(303);
});
afterAll(() => service.close());

const notes = (question: string, setting: string | null = null) => paths.questionNotes(trust, round, question, setting);
const write = async (question: string, setting: string | null, text: string) =>
  expect((await cora.submit(notes(question, setting), { 'text-new': text })).statusCode).toBe(303);
const says = async (question: string, setting: string | null, text: string) =>
  (await cora.read(notes(question, setting))).text.includes(text);

it('what is answered once is talked about once, whichever care setting the page is of', async () => {
  await write('WL1', 'acute', 'From the acute page');
  await write('WL1', null, 'From the page of both');
  for (const setting of ['acute', 'community', null]) {
    expect(await says('WL1', setting, 'From the acute page')).toBe(true);
    expect(await says('WL1', setting, 'From the page of both')).toBe(true);
  }
  const ofAll = paths.privateNotes(trust, round);
  expect((await cora.read(paths.assessment(trust, round))).link('Private notes (2 open)')).toBe(ofAll);
  const section = await cora.read(paths.assessmentSection(trust, round, 'leadership'));
  expect(section.text).toContain('Private notes for WL1 (2, 2 open)');
});

it('what each care setting answers is talked about by itself', async () => {
  await write('SF1', 'acute', 'Of the wards');
  expect(await says('SF1', 'acute', 'Of the wards')).toBe(true);
  expect(await says('SF1', 'community', 'Of the wards')).toBe(false);
});

it('stays in sight where a care setting answers apart, and is called what it was about', async () => {
  const section = paths.assessmentSection(trust, round, 'leadership', 'community');
  const apart = paths.answerApart(trust, round, 'leadership', 'community');
  expect((await cora.submit(section, { answered: 'apart' }, apart)).statusCode).toBe(303);
  await write('WL1', 'community', 'Of the clinics alone');
  const page = await cora.read(notes('WL1', 'community'));
  expect(page.text).toContain('About what is answered once for all care settings');
  expect(page.text).toContain('From the acute page');
  expect(await says('WL1', 'acute', 'Of the clinics alone')).toBe(false);
  expect((await cora.read(notes('WL1'))).text).toContain('About community');
});

it('is still read, and waits for nobody, once its care setting is left out', async () => {
  const asha = await signInAs(service, [{ role: 'contributor', scopeId: trust }], {
    personId: 'asha',
    name: 'Asha Example',
  });
  const fields = { 'text-new': 'How many clinics are there?', 'tell-new': 'asha' };
  expect((await cora.submit(notes('SF1', 'community'), fields)).statusCode).toBe(303);
  const waiting = 'Answer Cora Example in the private notes for SF1';
  const page = async () => asha.read(paths.privateNotes(trust, round));
  const choose = async (...settings: string[]) =>
    expect(
      (await cora.submit(paths.careSettings(trust, round), { settings, reason: 'As it is now.' })).statusCode,
    ).toBe(303);
  expect((await asha.read(paths.workspace())).text).toContain(waiting);
  expect((await page()).headings).not.toContain('About what you no longer answer for');

  await choose('acute');
  expect((await asha.read(paths.workspace())).text).not.toContain(waiting);
  const left = (await page()).section('About what you no longer answer for').text;
  expect(left).toContain('About SF1 for community');
  expect(left).toContain('How many clinics are there?');
  expect(left).toContain('Of the clinics alone');
  const lines = (await page()).table('Threads, open ones first');
  expect(lines.map(([, begins]) => begins).join()).not.toContain('clinics');
  expect(lines.map(([, begins]) => begins)).toContain('Of the wards');

  await choose('acute', 'community');
  expect((await asha.read(paths.workspace())).text).toContain(waiting);
  expect(await says('SF1', 'community', 'How many clinics are there?')).toBe(true);
  expect((await page()).headings).not.toContain('About what you no longer answer for');
});
