import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { putIntoLetters } from './put-into-letters.ts';
import { kindsTold, type LetterBox, letterBox, ROUND, TRUST } from './testing/told.ts';
import { writeNotices } from './write-notices.ts';

let service: TestService;
let box: LetterBox;
const people: Record<string, Visitor> = {};

const told = (personId: string) => kindsTold(service, `${personId}@example.nhs.uk`);
const happen = () => writeNotices(box.context('2016-01-04T10:00:00Z'));
const page = paths.questionNotes(TRUST, ROUND, 'LD1');

beforeAll(async () => {
  service = await startTestService('facts', { clock: () => new Date('2016-01-04T10:00:00Z') });
  box = letterBox(service);
  for (const [personId, name] of [
    ['ben', 'Ben Example'],
    ['asha', 'Asha Example'],
    ['carol', 'Carol Example'],
    ['dev', 'Dev Example'],
  ] as const) {
    people[personId] = await signInAs(service, [{ role: 'contributor', scopeId: TRUST }], { personId, name });
  }
});
afterAll(() => service.close());

async function write(who: string, thread: string, step: string, text: string, to: readonly string[] = []) {
  const address = thread === 'new' ? page : paths.thread(TRUST, ROUND, 'LD1', thread);
  const fields = { [`text-${thread}`]: text, [`tell-${thread}`]: to, step, read: '9' };
  expect((await people[who]?.submit(page, fields, address))?.statusCode).toBe(303);
  await happen();
}

async function waitingFor(who: string): Promise<string> {
  return (await people[who]?.read(paths.workspace()))?.section('Waiting for you').text ?? '';
}

test('whoever is mentioned is told without a word of the note, and those who take part of every step', async () => {
  await write('ben', 'new', '', 'The plum stones, were they counted?', ['asha']);
  expect(await told('asha')).toEqual(['private-note-mention']);
  expect(await told('ben')).toEqual([]);
  expect(await told('carol')).toEqual([]);
  await putIntoLetters(box.context('2016-01-04T10:00:00Z'));
  const [letter] = box.written;
  expect(letter?.subject).toBe('Ben Example mentions you in the private notes for LD1');
  expect(letter?.text).not.toContain('plum');
  const { thread_id: thread } = await service.database
    .selectFrom('thread')
    .select('thread_id')
    .executeTakeFirstOrThrow();
  expect(letter?.text).toContain(`${page}#thread-${thread}`);

  expect(await waitingFor('asha')).toMatch(
    /Answer Ben Example in the private notes for LD1, .*mentioned you on 4 January/,
  );
  expect(await waitingFor('carol')).not.toContain('private notes');
  await write('asha', thread, 'reply', 'Carol knows', ['carol']);
  expect(await told('ben')).toEqual(['private-note-added']);
  expect(await told('carol')).toEqual(['private-note-mention']);
  expect(await waitingFor('asha')).not.toContain('private notes');
  expect((await people.asha?.read(paths.workspace()))?.section('To look at').text).toContain('Private notes for LD1');

  await write('dev', thread, 'resolve', '');
  for (const who of ['ben', 'asha', 'carol']) {
    expect((await told(who)).at(-1)).toBe('private-notes-resolved');
  }
  expect(await waitingFor('carol')).not.toContain('private notes');
  expect((await people.asha?.read(paths.workspace()))?.text).not.toContain('Private notes for LD1');
  await write('ben', thread, 'reopen', 'They were not');
  expect((await told('dev')).at(-1)).toBe('private-notes-reopened');
  expect(await waitingFor('carol')).toContain('Answer Asha Example in the private notes for LD1');

  await service.database
    .updateTable('role_grant')
    .set({ ended_at: new Date('2016-01-04T10:00:00Z'), end_reason: 'Left' })
    .where('person_id', '=', 'carol')
    .execute();
  await write('ben', thread, 'reply', 'Anybody?');
  expect((await told('carol')).at(-1)).toBe('private-notes-reopened');
  expect((await told('asha')).at(-1)).toBe('private-note-added');
});
