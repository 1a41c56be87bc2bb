import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { putIntoLetters } from './put-into-letters.ts';
import { writeReminders } from './reminders/write-reminders.ts';
import { kindsTold, type LetterBox, letterBox, ROUND, TRUST } from './testing/told.ts';
import { writeNotices } from './write-notices.ts';

let service: TestService;
let box: LetterBox;
let ben: Visitor;
let asha: Visitor;
let now = new Date('2016-01-04T10:00:00Z');

const emailOf = (personId: string) => `${personId}@example.nhs.uk`;
const told = (personId: string) => kindsTold(service, emailOf(personId));
const happen = () => writeNotices(box.context(now.toISOString()));
const morning = (day: string) => writeReminders(box.context(`${day}T08:00:00Z`));

beforeAll(async () => {
  service = await startTestService('facts', { clock: () => now });
  box = letterBox(service);
  const join = (role: 'coordinator' | 'contributor', personId: string, name: string) =>
    signInAs(service, [{ role, scopeId: TRUST }], { personId, name });
  ben = await join('coordinator', 'ben', 'Ben Example');
  asha = await join('contributor', 'asha', 'Asha Example');
  await join('contributor', 'carol', 'Carol Example');
});

afterAll(() => service.close());

async function change(fields: Record<string, string>) {
  const { database } = service;
  const rows = await database.selectFrom('assignment').selectAll().where('person_id', '=', 'asha').execute();
  const assignments = rows.map(({ assignment_id: id }) => id);
  const address = paths.changeAssignments(TRUST, ROUND, { person: 'asha' });
  return ben.submit(address, { assignments, 'due-on': '', person: '', message: '', ...fields });
}

test('whoever has a section is told of every step of it, and those who coordinate of what is late', async () => {
  const assigned = await ben.submit(paths.assignSections(TRUST, ROUND), {
    person: 'asha',
    'sections-acute-readiness': ['leadership', 'resourcing'],
    part: 'answers',
    'due-on': '8 1 2016',
    message: 'The board reads it on Monday.',
  });
  expect(assigned.statusCode).toBe(303);
  await happen();
  expect(await told('asha')).toEqual(['section-assigned']);
  await putIntoLetters(box.context(now.toISOString()));
  const [letter] = box.written;
  expect(letter?.text).toContain('- 2. Leadership, by 8 January 2016\n- 3. Resourcing, by 8 January 2016');
  expect(letter?.text).toMatch(/about \d+ minutes/);
  expect(letter?.text).toContain('Ben Example writes:\n\nThe board reads it on Monday.');
  expect(letter?.text).toContain(paths.assessment(TRUST, ROUND));

  const work = await asha.read(paths.workspace());
  expect(work.section('Waiting for you').text).toMatch(
    /Answer 2\. Leadership, for .*Ben Example asks for this by 23:59 on 8 January 2016/,
  );
  expect(work.text).not.toContain('Answer questions in');
  const list = await asha.read(paths.assessment(TRUST, ROUND));
  expect(list.section('Yours').text).toContain('2. Leadership');

  await morning('2016-01-05');
  expect(await told('asha')).toEqual(['section-assigned', 'assignment-near']);
  await change({ change: 'due', 'due-on': '9 1 2016' });
  await happen();
  expect((await told('asha')).at(-1)).toBe('assignment-changed');

  now = new Date('2016-01-10T10:00:00Z');
  await morning('2016-01-10');
  await morning('2016-01-11');
  expect((await told('asha')).slice(3)).toEqual(['assignment-overdue']);
  expect(await told('ben')).toContain('assignments-overdue');
  expect((await told('ben')).filter((kind) => kind === 'assignments-overdue')).toHaveLength(1);
  await ben.submit(paths.remindOfAssignments(TRUST, ROUND), { note: 'Please.' });
  await happen();
  expect((await told('asha')).at(-1)).toBe('assignment-reminder');

  await service.database
    .updateTable('role_grant')
    .set({ ended_at: now, end_reason: 'Left' })
    .where('person_id', '=', 'asha')
    .execute();
  await morning('2016-01-11');
  expect((await told('ben')).at(-1)).toBe('assignments-of-nobody');
  await change({ change: 'hand-over', person: 'carol', message: 'Asha has left.' });
  await happen();
  expect(await told('carol')).toEqual(['section-assigned']);
  expect(await told('asha')).toHaveLength(5);
});
