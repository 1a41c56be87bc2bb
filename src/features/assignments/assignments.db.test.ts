import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { listColleagues } from '../people/index.ts';
import { getRound } from '../programme/index.ts';
import { assignWork } from './assign-work.ts';
import { type AssignedThing, standingStep } from './assignment.ts';
import { listAssignments } from './assignment-repository.ts';
import { changeAssignments } from './change-assignments.ts';
import { holdAssignments } from './hold-assignments.ts';
import { markDone } from './mark-done.ts';
import { recordReminders } from './record-reminders.ts';

const organisationId = 'RL4';
const at = new Date('2016-01-04T10:00:00Z');
const by = (personId: string) => ({ personId, name: personId, role: 'coordinator', onBehalfOf: organisationId, at });
let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts', { clock: () => at });
  for (const personId of ['ben', 'asha', 'carol']) {
    const role = personId === 'ben' ? 'coordinator' : 'contributor';
    await signInAs(service, [{ role, scopeId: organisationId }], { personId, name: personId });
  }
});
afterAll(() => service.close());

const thing: AssignedThing = { careSetting: 'acute', sectionId: 'leadership', questionId: null };

test('what is assigned is done, handed over and kept as it was', async () => {
  const { database, context } = service;
  const round = getRound(context.pack, 'dmsa-2015');
  const { newId } = context;
  const work = {
    personId: 'asha',
    things: [thing],
    isResponsible: true,
    dueOn: '2016-01-08',
    message: '',
    isTold: false,
  };
  await database.transaction().execute(async (transaction) => {
    const held = await holdAssignments(transaction, { organisationId, round }, at);
    await assignWork(transaction, held, { ...work, newId }, by('ben'));
  });
  const own = { round, organisationId, careSetting: 'acute', sectionId: 'leadership' } as const;
  expect(await markDone(database, { ...own, action: 'finish' }, by('carol'))).toBe(0);
  expect(await markDone(database, { ...own, action: 'finish' }, by('asha'))).toBe(1);
  const standing = async () =>
    (await listAssignments(database, { roundIds: [round.id], organisationIds: [organisationId] })).map((each) => [
      each.person.personId,
      standingStep(each).state,
    ]);
  expect(await standing()).toEqual([['asha', 'done']]);

  await markDone(database, { ...own, action: 'reopen' }, by('asha'));
  const [first] = await listAssignments(database, { roundIds: [round.id], organisationIds: [organisationId] });
  const change = { kind: 'hand-over', personId: 'carol', reason: 'Asha is away' } as const;
  const assignmentIds = [first?.assignmentId ?? ''];
  const reminder = { round, organisationId, assignmentIds, note: 'It is due on Friday' };
  expect(await recordReminders(database, reminder, by('ben'))).toEqual({ reminded: 1, tooSoon: 0 });
  expect(await recordReminders(database, reminder, by('ben'))).toEqual({ reminded: 0, tooSoon: 1 });
  const command = { round, organisationId, assignmentIds, change, newId };
  expect(
    await changeAssignments(database, { ...command, change: { ...change, personId: 'nobody' } }, by('ben')),
  ).toEqual({
    kind: 'no-role',
  });
  expect(await changeAssignments(database, command, by('ben'))).toEqual({ kind: 'changed' });
  expect((await standing()).toSorted()).toEqual([
    ['asha', 'ended'],
    ['carol', 'open'],
  ]);
  const place = { scopeKind: 'organisation', scopeId: organisationId } as const;
  const colleagues = await listColleagues(database, 'assessment.answer', place);
  expect(colleagues.map(({ personId }) => personId)).toEqual(expect.arrayContaining(['asha', 'ben', 'carol']));
});
