import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService } from '../../../../test/database/test-service.ts';
import { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import {
  addressOf,
  choosePassword,
  linkIn,
  type MailedService,
  NEW_PASSWORD,
  startMailedService,
} from '../../people/testing/mailed-service.ts';
import { nextTrust, roundId } from '../testing/real-instrument.ts';

let service: MailedService;
beforeAll(async () => {
  service = await startMailedService();
});
afterAll(() => service.close());

const given = {
  part: 'answers',
  'due-on': '8 January 2090',
  message: 'The board reads it on Monday.',
  'sections-acute-readiness': ['leadership'],
};
const dana = { email: 'Dana.Sample@example.nhs.uk', name: 'Dana Sample', 'job-title': 'Ward sister' };

test('somebody without an account is invited to a section by one letter, and finds it first', async () => {
  const trust = nextTrust();
  const ben = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], { name: 'Ben Example' });
  const address = paths.assignSections(trust, roundId);
  const half = readPage(await ben.submit(address, { ...given, ...dana, name: '' }), 422);
  expect(half.field('E-mail address').value).toBe(dana.email);
  expect(half.errors.map(({ message }) => message)).toEqual(['Enter the person’s name']);
  expect((await ben.submit(address, { ...given, ...dana })).statusCode).toBe(303);
  const board = await ben.read(paths.assignments(trust, roundId));
  expect(board.told).toContain('1 section assigned to Dana Sample, who is invited by e-mail');
  const rowOf = (page: typeof board) => page.table('Readiness').find(([thing]) => thing?.includes('Leadership'));
  expect(rowOf(board)?.[1]).toBe('Dana Sample, invited and not here yet');

  const email = dana.email.toLowerCase();
  const letter = (await service.letterTo(email, 'You are invited to Local Digital Roadmaps')).replaceAll('\r', '');
  expect(letter).toContain('Ben Example asks you to answer, by 8 January 2090:\n\n- 2. Leadership');
  expect(letter).toContain('Ben Example writes:\n\nThe board reads it on Monday.');
  await choosePassword(service, linkIn(letter));
  const visitor = new Visitor(service.app, addressOf('dana'));
  await visitor.submit(paths.signIn(), { email, password: NEW_PASSWORD });
  expect((await visitor.read(paths.workspace())).section('Waiting for you').text).toContain('Answer 2. Leadership');
  expect((await visitor.read(paths.assessment(trust, roundId))).section('Yours').text).toContain('2. Leadership');
  expect(rowOf(await ben.read(paths.assignments(trust, roundId)))?.[1]).toBe('Dana Sample');
});

test('an address with an account is given the role and the section; two people at once are not', async () => {
  const trust = nextTrust();
  const ben = await signInAs(service, [{ role: 'coordinator', scopeId: trust }], {
    name: 'Ben Example',
    personId: 'ben',
  });
  const both = await ben.submit(paths.assignSections(trust, roundId), {
    ...given,
    ...dana,
    person: 'ben',
  });
  expect(readPage(both, 422).errors[0]?.message).toBe('Choose a person or invite somebody, not both');
  await ben.submit(paths.assignSections(trust, roundId), { ...given, ...dana, email: 'known@example.nhs.uk' });
  const again = { ...given, ...dana, email: 'known@example.nhs.uk', 'sections-acute-readiness': ['resourcing'] };
  expect((await ben.submit(paths.assignSections(trust, roundId), again)).statusCode).toBe(303);
  const rows = (await ben.read(paths.assignments(trust, roundId))).table('Readiness');
  expect(rows.filter(([, who]) => who?.startsWith('Dana Sample'))).toHaveLength(2);
});

test('who may not give roles is not offered it', async () => {
  const trust = nextTrust();
  const chief = await signInAs(service, [{ role: 'executive', scopeId: trust }]);
  const address = paths.assignSections(trust, roundId);
  expect((await chief.read(address)).text).not.toContain('Somebody who is not listed');
  const page = readPage(await chief.submit(address, { ...given, ...dana }), 422);
  expect(page.errors[0]?.message).toBe('Choose a person');
});

test('without a mail server the link is shown once', async () => {
  const silent = await startTestService('facts');
  const trust = nextTrust();
  const ben = await signInAs(silent, [{ role: 'coordinator', scopeId: trust }]);
  const page = readPage(await ben.submit(paths.assignSections(trust, roundId), { ...given, ...dana }), 200);
  expect(page.text).toContain('/choose-password?token=');
  expect(page.links).toContain('Go to the assignments');
  await silent.close();
});
