import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { openDatabase, openPool } from '../../../platform/database/database.ts';
import { getRound } from '../../programme/index.ts';
import { readProgrammeNow, recordReminder } from '../../rounds/index.ts';
import { recordRoundStep } from '../../rounds/record-round-step.ts';
import type { RoundAction } from '../../rounds/round-rules.ts';
import { putIntoLetters } from '../put-into-letters.ts';
import { answered, holder, type LetterBox, letterBox, ROUND } from '../testing/told.ts';
import { writeNotices } from '../write-notices.ts';
import { writeReminders } from './write-reminders.ts';

let service: TestService;
let box: LetterBox;
beforeAll(async () => {
  service = await startTestService('facts');
  box = letterBox(service);
});
afterAll(() => service.close());

async function remind(moment: string, database = service.database): Promise<void> {
  const context = { ...box.context(moment), database };
  await writeReminders(context);
  await putIntoLetters(context);
}

it('reminds those whose organisation has not submitted once of each time, in the morning', async () => {
  const coordinator = await holder(service, 'coordinator', 'RP5');
  const contributor = await holder(service, 'contributor', 'RP5');
  await remind('2016-01-12T05:59:00Z');
  await remind('2016-01-12T06:00:00Z');
  await remind('2016-01-12T06:59:00Z');
  expect(box.written).toEqual([]);
  await remind('2016-01-12T07:00:00Z');
  await remind('2016-01-13T12:00:00Z');
  const [subject] = box.subjectsTo(coordinator);
  expect(subject).toMatch(/^Digital maturity self-assessment 2015\/16: Doncaster .* is due in 3 days$/);
  await remind('2016-01-14T12:00:00Z');
  await remind('2016-01-20T12:00:00Z');
  expect(box.subjectsTo(coordinator).map((each) => each.split(' is ')[1])).toEqual([
    'due in 3 days',
    'due tomorrow',
    'overdue',
  ]);
  expect(box.subjectsTo(contributor)).toEqual([]);
});

it('reminds of another deadline where it was extended', async () => {
  const executive = await holder(service, 'executive', 'RXE');
  await remind('2016-01-14T12:00:00Z');
  const rounds = service.context.pack.rounds.map((round) => ({ ...round, dueOn: '2016-01-18' }));
  const context = { ...box.context('2016-01-15T12:00:00Z'), pack: { ...service.context.pack, rounds } };
  await writeReminders(context);
  await putIntoLetters(context);
  expect(box.subjectsTo(executive).map((each) => each.split(' is ')[1])).toEqual(['due tomorrow', 'due in 3 days']);
});

it('reminds nobody where the deadline was met, nor when it is long past', async () => {
  const executive = await holder(service, 'executive', 'RL4');
  await answered(service, 'RL4', 'submitted');
  const other = await holder(service, 'executive', 'RYA');
  await remind('2016-01-14T12:00:00Z');
  await remind('2016-02-14T12:00:00Z');
  expect(box.subjectsTo(executive)).toEqual([]);
  expect(box.subjectsTo(other)).toHaveLength(1);
});

it('counts the days of a deadline where the programme is, not in Greenwich', async () => {
  const lead = await holder(service, 'lead', 'footprint:wol');
  await remind('2016-06-30T22:59:00Z');
  const due = ['Local Digital Roadmap 2016: Wolverhampton is due today'];
  expect(box.subjectsTo(lead)).toEqual(due);
  // Midnight of a summer night, at which it is overdue: which is said in the morning.
  await remind('2016-06-30T23:00:00Z');
  await remind('2016-07-01T05:59:59Z');
  expect(box.subjectsTo(lead)).toEqual(due);
  await remind('2016-07-01T06:00:00Z');
  expect(box.subjectsTo(lead)).toEqual([...due, 'Local Digital Roadmap 2016: Wolverhampton is overdue']);
});

it('tells nobody what waited for the morning who holds no role by then', async () => {
  const [gone, still] = await Promise.all(
    ['gone', 'still'].map((personId) => addPerson(service, [{ role: 'executive', scopeId: 'RFR' }], { personId })),
  );
  await remind('2016-01-14T06:30:00Z');
  await service.owner.updateTable('role_grant').set({ ended_at: new Date() }).where('person_id', '=', 'gone').execute();
  await remind('2016-01-14T07:00:00Z');
  expect(box.subjectsTo(gone?.email ?? '')).toEqual([]);
  expect(box.subjectsTo(still?.email ?? '')).toHaveLength(1);
  const kept = await service.database
    .selectFrom('notice')
    .select('notice_id')
    .where('person_id', '=', 'gone')
    .execute();
  expect(kept).toEqual([]);
});

it('says at midnight of the deadline that it is over, to those who are reminded then', async () => {
  const executive = await holder(service, 'executive', 'RJ1');
  await addPerson(service, [{ role: 'programme-manager' }], { personId: 'pia' });
  const rounds = service.context.pack.rounds.map((round) => ({ ...round, dueOn: '2016-06-30' }));
  const pack = { ...service.context.pack, rounds };
  const by = { personId: 'pia', name: 'Pia', role: '', onBehalfOf: 'The programme', at: new Date(0) };
  for (const moment of ['2016-06-30T22:59:59Z', '2016-06-30T23:00:00Z']) {
    await recordReminder(service.database, { id: ROUND }, ['RJ1'], by);
    await writeNotices({ ...box.context(moment), pack });
    await putIntoLetters(box.context(moment));
  }
  expect(box.subjectsTo(executive).map((each) => each.split(' is ')[1])).toEqual(['due today', 'overdue']);
});

it('reminds those who write a roadmap', async () => {
  const lead = await holder(service, 'lead', 'footprint:don');
  await remind('2016-06-29T12:00:00Z');
  expect(box.subjectsTo(lead)).toEqual(['Local Digital Roadmap 2016: Doncaster is due tomorrow']);
});

describe('a step of a round', () => {
  const at = new Date('2016-01-10T10:00:00Z');
  const by = { personId: 'pat', name: 'Pat', role: 'Programme manager', onBehalfOf: 'The programme', at };

  async function record(action: RoundAction): Promise<void> {
    const { database, context } = service;
    const pack = { ...(await readProgrammeNow(database, context.pack)), resultsPublic: 'on-a-day' as const };
    const round = getRound(pack, ROUND);
    const rounds = { database, pack, isRoundUsed: async () => true };
    expect(await recordRoundStep(rounds, { round, after: round.steps.length, action }, by)).toEqual({ kind: 'ok' });
  }

  async function tell(): Promise<void> {
    const { database, context } = service;
    const pack = await readProgrammeNow(database, context.pack);
    const noticing = { ...box.context('2016-01-10T10:00:01Z'), pack };
    await writeNotices(noticing);
    await putIntoLetters(noticing);
  }

  async function take(action: RoundAction): Promise<void> {
    await record(action);
    await tell();
  }

  it('is told to those who have not submitted and whose deadline it changes', async () => {
    await addPerson(service, [{ role: 'programme-manager' }], { personId: 'pat', name: 'Pat Manager' });
    const [north, south] = [await holder(service, 'executive', 'RP5'), await holder(service, 'executive', 'RJ1')];
    const flooded = { kind: 'region', id: 'region:Y54', name: 'North' } as const;
    const everybody = { kind: 'all', id: '', name: '' } as const;
    await take({ kind: 'extend', scope: flooded, dueOn: '2016-03-01', reason: 'Flooded' });
    expect(box.subjectsTo(south)).toEqual([]);
    expect(box.subjectsTo(north)).toEqual([expect.stringMatching(/: the deadline of Doncaster .* has changed$/)]);
    const [letter] = box.written.filter(({ to }) => to === north);
    expect(letter?.text).toMatch(/Pat Manager has changed the deadline.*It is 23:59 on 1 March 2016.*Flooded/s);
    await take({ kind: 'extend', scope: everybody, dueOn: '2016-02-01', reason: 'All' });
    expect([box.subjectsTo(north).length, box.subjectsTo(south).length]).toEqual([1, 1]);
    await take({ kind: 'close', reason: 'All are in' });
    await take({ kind: 'open', reason: 'One is missing' });
    expect(box.subjectsTo(north).slice(1)).toEqual([
      expect.stringContaining('closed before Doncaster'),
      expect.stringContaining('open for Doncaster'),
    ]);
  });

  it('is told with its own reason where another follows before anybody was told', async () => {
    const [north, south] = [await holder(service, 'executive', 'RP5'), await holder(service, 'executive', 'RJ1')];
    const only = (id: string) => ({ kind: 'organisation', id, name: id }) as const;
    await record({ kind: 'extend', scope: only('RP5'), dueOn: '2016-04-01', reason: 'The river rose' });
    await record({ kind: 'extend', scope: only('RJ1'), dueOn: '2016-05-01', reason: 'The network failed' });
    await tell();
    const lettersTo = (email: string) => box.written.filter(({ to }) => to === email).map(({ text }) => text);
    expect(lettersTo(north)).toEqual([expect.stringMatching(/^(?!.*network failed).*1 April 2016.*The river rose/s)]);
    expect(lettersTo(south)).toEqual([expect.stringMatching(/^(?!.*river rose).*1 May 2016.*The network failed/s)]);
  });

  it('is told to those who have signed where it sets the day of the results, while that day holds', async () => {
    const [signed, unsigned] = [await holder(service, 'executive', 'RJZ'), await holder(service, 'executive', 'RJ1')];
    await answered(service, 'RJZ', 'submitted');
    await record({ kind: 'set-results-day', resultsOn: '2016-05-03', reason: 'After the bank holiday' });
    await record({ kind: 'set-results-day', resultsOn: '2016-06-01', reason: 'The regions asked for more time' });
    await tell();
    expect(box.subjectsTo(unsigned)).toEqual([]);
    expect(box.subjectsTo(signed)).toEqual([
      'Digital maturity self-assessment 2015/16: results become public on 1 June 2016',
    ]);
    const [letter] = box.written.filter(({ to }) => to === signed);
    expect(letter?.text).toMatch(/Pat Manager has set the day.*1 June 2016.*more time.*provisional/s);
    expect(letter?.text).not.toContain('bank holiday');
  });
});

it('tells of a round that opens by itself, once, in the morning', async () => {
  const coordinator = await holder(service, 'coordinator', 'RXE');
  for (const moment of [
    '2015-10-31T12:00:00Z',
    '2015-11-01T06:30:00Z',
    '2015-11-01T12:00:00Z',
    '2015-11-02T12:00:00Z',
  ]) {
    await remind(moment);
  }
  expect(box.subjectsTo(coordinator)).toEqual([expect.stringContaining('2015/16: open for')]);
});

it('takes many times fewer statements than it writes letters', async () => {
  const people = 1000;
  await sql`
    with somebody as (
      insert into person (id, name, email, email_verified, job_title, is_persona)
      select 'many-' || number, 'Many', 'many-' || number || '@example.nhs.uk', true, '', false
      from generate_series(1, ${people}) as number returning id
    )
    insert into role_grant (person_id, role, scope_kind, scope_id)
    select somebody.id, 'coordinator', 'organisation', 'RXE' from somebody`.execute(service.database);
  let statements = 0;
  const database = openDatabase(openPool(service.url)).withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await remind('2016-01-05T12:00:00Z', database);
  await database.destroy();
  expect(box.written.filter(({ to }) => to.startsWith('many-'))).toHaveLength(people);
  expect(statements).toBeLessThan(people / 10);
});
