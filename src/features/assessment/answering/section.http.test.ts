import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { expectNowhere } from '../../../../test/database/nowhere.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { paths } from '../../../paths.ts';
import { chosenIn, savedOf, sectionOf } from '../testing/pages.ts';
import { nextTrust, roundId } from '../testing/real-instrument.ts';
import { commentLimit } from './parse-section-form.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
});

afterAll(() => service.close());

test('is saved half done and shown again as it was', async () => {
  const trust = nextTrust();
  const visitor = await signInAs(service, [{ role: 'contributor', scopeId: trust }], { name: 'Asha Example' });
  const section = sectionOf(trust, 'records');
  const sent = await visitor.submit(section, {
    'answer-RA1': '41-60',
    'comment-RA1': 'Audit of <b>May</b>\r\nSecond line',
    'revision-RA1': '0',
    'comment-RA4': '',
    'revision-RA4': '0',
    after: 'next',
  });
  expect([sent.statusCode, sent.headers.location]).toEqual([303, sectionOf(trust, 'transfers')]);
  expect((await visitor.read(sectionOf(trust, 'transfers'))).told).toBe(
    'Your answers to 6. Records, assessments and plans are saved',
  );

  const page = await visitor.get(section);
  expect(chosenIn(page.body, 'RA1')).toBe('41-60');
  const read = readPage(page, 200);
  expect(read.hidden('revision-RA1')).toBe('1');
  expectNowhere(page, '<b>May</b>');
  expect(read.field('Note for RA1').value).toMatch(/Audit of <b>May<\/b>\nSecond line/);
  expect(read.text).toContain('1 of 10 questions answered. Last saved by Asha Example on');
  expect((await visitor.read(paths.assessment(trust, roundId))).text).toMatch(/1 of \d+ answered/);
});

test('tells a page that saves itself what it says differently then', async () => {
  const trust = nextTrust();
  const typing = { 'x-saves-itself': '1' };
  const visitor = await signInAs(service, [{ role: 'contributor', scopeId: trust }], { name: 'Asha Example' }, typing);
  const section = sectionOf(trust, 'records');
  const { shown } = (await visitor.submit(section, { 'answer-RA1': '41-60', 'revision-RA1': '0' })).json();
  expect(shown.texts).toMatchObject({ 'done-transfers': expect.stringMatching(/^0 of \d+$/) });
  const page = (await visitor.get(section)).body;
  for (const [name, text] of Object.entries<string>(shown.texts)) {
    expect(page).toContain(`data-shown="${name}">${text}<`);
  }
  expect(page).toMatch(/data-shown="progress">1 of \d+ questions answered. Last saved by Asha Example/);
});

test('offers “not applicable” last, where it may be answered', async () => {
  const trust = nextTrust();
  const visitor = await signInAs(service, [{ role: 'contributor', scopeId: trust }]);
  const page = (await visitor.get(sectionOf(trust, 'records'))).body;
  expect(page).toMatch(/divider">or<.*name="answer-RA7"[^>]*value="not-applicable"/s);
  expect(page).not.toMatch(/name="answer-RA1"[^>]*value="not-applicable"/);
});

test.each([
  [
    'an option of another scale',
    { 'answer-RA1': 'agree-completely' },
    'Choose one of the answers listed for question RA1',
  ],
  ['an answer that does not apply here', { 'answer-RA1': 'not-applicable' }, 'Choose one of the answers listed'],
  ['two answers at once', { 'answer-RA1': ['0', '1-20'] }, 'Choose one of the answers listed'],
  ['a property of every object', { 'answer-RA1': '__proto__' }, 'Choose one of the answers listed'],
  [
    'a note too long',
    { 'comment-RA1': 'x'.repeat(commentLimit + 1) },
    'must be 2,000 characters or fewer; it has 2,001',
  ],
  ['a revision that is no number', { 'revision-RA1': '-1' }, 'Copy your answer to question RA1'],
])('refuses %s beside the field, keeps what was typed and saves nothing', async (_case, wrong, message) => {
  const trust = nextTrust();
  const visitor = await signInAs(service, [{ role: 'contributor', scopeId: trust }]);
  const response = await visitor.submit(sectionOf(trust, 'records'), {
    'revision-RA1': '0',
    'answer-RA4': '61-80',
    'comment-RA4': 'Typed with care',
    'revision-RA4': '0',
    ...wrong,
  });
  const page = readPage(response, 422);
  expect(page.documentTitle).toMatch(/^Error: /);
  expect(page.errors).toHaveLength(1);
  expect(response.body).toMatch(/href="#(answer|comment)-RA1"/);
  expect(response.body.split(message).length - 1).toBe(2);
  expect(page.field('Note for RA4').value).toBe('Typed with care');
  expect(chosenIn(response.body, 'RA4')).toBe('61-80');
  if ('comment-RA1' in wrong) {
    expect(page.field('Note for RA1').value).toBe(wrong['comment-RA1']);
  }
  expect(await savedOf(service, trust)).toEqual([]);
});

test('ignores fields it does not know', async () => {
  const trust = nextTrust();
  const visitor = await signInAs(service, [{ role: 'contributor', scopeId: trust }]);
  const fields = { 'answer-RA9': '0', 'revision-RA9': '0', 'answer-SA1': 'agree-completely', organisation_id: 'RL4' };
  expect((await visitor.submit(sectionOf(trust, 'records'), fields)).statusCode).toBe(303);
  expect(await savedOf(service, trust)).toEqual([]);
});

test('shows both answers when two people differ, and saves the one chosen', async () => {
  const trust = nextTrust();
  const asha = await signInAs(service, [{ role: 'contributor', scopeId: trust }], { name: 'Asha Example' });
  const ben = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], { name: 'Ben Example' });
  const section = sectionOf(trust, 'records');
  await asha.submit(section, { 'answer-RA1': '41-60', 'comment-RA1': 'Counted in May', 'revision-RA1': '0' });

  const mine = { 'answer-RA1': '81-100', 'comment-RA1': 'Counted in June', 'answer-RA4': '0', 'revision-RA4': '0' };
  const refused = await ben.submit(section, { ...mine, 'revision-RA1': '0' });
  const page = readPage(refused, 409);
  const { text } = page.group(
    'RA1. What share of clinical notes do staff record digitally, there and then, where care is given?',
  );
  expect(text).toMatch(/Saved by Asha Example on [^%]*: 41% to 60% Note: Counted in May/);
  expect(page.field('Note for RA1').value).toBe('Counted in June');
  expect(chosenIn(refused.body, 'RA1')).toBe('81-100');
  expect(await savedOf(service, trust)).toMatchObject([{ questionId: 'RA1', comment: 'Counted in May' }]);

  const revision = /name="revision-RA1" value="(\d+)"/.exec(refused.body)?.[1] ?? '';
  expect((await ben.submit(section, { ...mine, 'revision-RA1': revision })).statusCode).toBe(303);
  expect(await savedOf(service, trust)).toMatchObject([
    { questionId: 'RA1', comment: 'Counted in June', revision: 2 },
    { questionId: 'RA4', revision: 1 },
  ]);
});

test('is not found when the instrument has none of that name', async () => {
  const trust = nextTrust();
  const visitor = await signInAs(service, [{ role: 'contributor', scopeId: trust }]);
  expect((await visitor.get(sectionOf(trust, 'constructor'))).statusCode).toBe(404);
});
