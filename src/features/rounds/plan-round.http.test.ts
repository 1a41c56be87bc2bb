import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { systemClock } from '../../platform/clock.ts';
import { today } from '../../platform/days.ts';

const assessment = 'dmsa-2015';

let service: TestService;
let manager: Visitor;
let coordinator: Visitor;

beforeAll(async () => {
  service = await startTestService('demo', { clock: systemClock });
  const trust = await service.database
    .selectFrom('organisation')
    .select('organisation_id')
    .where('code', '=', 'RL4')
    .executeTakeFirstOrThrow();
  manager = await signInAs(service, [{ role: 'programme-manager' }], { name: 'Pat Manager' });
  coordinator = await signInAs(service, [{ role: 'coordinator', scopeId: trust.organisation_id }]);
});
afterAll(() => service.close());

const answer = (optionId: string, revision: string) => ({ 'answer-LD1': optionId, 'revision-LD1': revision });

const take = (address: string, fields: Record<string, string>) => manager.submit(address, fields);

describe('a round that is planned on screen', () => {
  const label = 'Digital maturity self-assessment 2098/99';
  const id = 'digital-maturity-self-assessment-2098-99';
  const planned = { label, instrument: assessment, 'opens-on': '1 December 2098', 'due-on': '31 March 2099' };
  const later = { label: `${label} again`, instrument: assessment };

  it('is told everything that is wrong with it at once', async () => {
    const wrong = await take(paths.newRound(), { label: '…', 'opens-on': '1 5 2020', 'due-on': 'June' });
    const page = readPage(wrong, 422);
    expect(page.errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('The name must have a letter from a to z or a number'),
      expect.stringContaining('Choose the questions'),
      'The deadline must have a day and a year',
      'The first day must be today or later',
    ]);
    expect(page.field('First day').value).toBe('1 5 2020');
    expect(page.text).toContain('It asks one of the sets of questions in the programme pack');
    expect(page.group('Questions').text).toMatch(/self-assessment 2015\/16 Digital maturity self-assessment 2017/);
  });

  it('is there for everybody, takes nothing before its day, and is opened early', async () => {
    expect((await take(paths.newRound(), planned)).headers.location).toBe(paths.round(id));
    expect((await manager.read(paths.about())).text).toMatch(/2098\/99 ?Planned ?1 December 2098/);
    const page = paths.assessmentSection('RL4', id, 'leadership');
    const token = await coordinator.tokenOf(paths.account());
    const early = await coordinator.post(page, { ...answer('neither', '0'), _csrf: token });
    expect(early.statusCode).toBe(409);
    expect((await coordinator.read(paths.assessment('RL4', id))).text).toContain('This round opens on 1 December 2098');
    expect((await coordinator.read(paths.workspace())).text).not.toContain('2098/99');

    await take(paths.openRound(id), { after: '0', reason: 'We are ready' });
    expect((await coordinator.submit(page, answer('neither', '0'))).statusCode).toBe(303);
    const work = (await coordinator.read(paths.workspace())).text;
    expect(work).toMatch(/The Royal Wolverhampton NHS Trust for “[^”]*2098\/99”/);
    expect(work).not.toMatch(/The Royal Wolverhampton NHS Trust for “[^”]*2017”/);
    const insights = (await manager.read(paths.insights())).text;
    expect(insights).toMatch(/Insights Digital maturity self-assessment 2017: \d+ of/);
    expect(insights).toMatch(/2098\/99” is under way, until 23:59 on 31 March 2099.* once its deadline has passed/);
    expect((await manager.read(paths.home())).text).toMatch(/2098\/99 is under way. Providers assess themselves until/);
    expect((await linesOfRound(id)).find((line) => line.startsWith('RL4,'))).toContain('2099-03-31');
  });

  it('has a name of its own', async () => {
    const again = await take(paths.newRound(), { ...planned, label: label.toUpperCase() });
    expect(readPage(again, 422).field('Name').error).toContain('There is a round whose name');
  });

  it('is either opened or withdrawn by two people at once', async () => {
    for (const year of ['2090', '2091', '2092']) {
      const days = { 'opens-on': `1 1 ${year}`, 'due-on': `2 1 ${year}` };
      const made = await take(paths.newRound(), { label: `Of ${year}`, instrument: assessment, ...days });
      const roundId = String(made.headers.location).split('/').at(-1) ?? '';
      const _csrf = await manager.tokenOf(paths.openRound(roundId));
      const both = await Promise.all(
        [paths.openRound(roundId), paths.withdrawRound(roundId)].map((address) =>
          manager.post(address, { after: '0', reason: 'Both at once', _csrf }),
        ),
      );
      const [done, refused] = both.map(({ statusCode }) => statusCode).toSorted();
      // Where the withdrawal came first and was heard of, there is no such round any more.
      expect([done, [404, 409].includes(refused ?? 0)]).toEqual([303, true]);
    }
  });

  it('is withdrawn until somebody has begun in it, also where it was opened by mistake', async () => {
    const made = await take(paths.newRound(), { ...later, 'opens-on': '1 1 2098', 'due-on': '2 1 2098' });
    const address = String(made.headers.location);
    const roundId = address.slice(address.lastIndexOf('/') + 1);
    const withdrawn = await take(paths.withdrawRound(roundId), { after: '0', reason: 'The wrong year' });
    expect(withdrawn.headers.location).toBe(paths.rounds());
    expect((await manager.read(paths.rounds())).table('Rounds of the programme').join()).not.toContain('again');
    expect((await manager.get(address)).statusCode).toBe(404);
    for (const used of [id, assessment]) {
      const refused = { after: used === id ? '1' : '0', reason: 'The wrong year' };
      expect((await manager.submit(paths.newRound(), refused, paths.withdrawRound(used))).statusCode).toBe(409);
    }
    const again = await take(paths.newRound(), { ...later, 'opens-on': '1 1 2097', 'due-on': '2 1 2097' });
    expect(again.headers.location).toBe(`${address}-2`);
  });

  it('of today is put right until somebody has begun to work in it', async () => {
    const day = today(service.context.clock);
    const days = { 'opens-on': day, 'due-on': '1 2 2096' };
    const made = await take(paths.newRound(), { label: 'Of 2069', instrument: assessment, ...days });
    const address = String(made.headers.location);
    const [roundId = ''] = address.split('/').slice(-1);
    expect((await manager.read(address)).text).toContain('Correct the round');
    const plan = { label: 'Of 2096', instrument: assessment, ...days, reason: 'A slip' };
    const taken = await take(paths.correctRound(roundId), { ...plan, label, after: '0' });
    expect(readPage(taken, 422).text).toContain('There is a round whose name');
    expect((await take(paths.correctRound(roundId), { ...plan, after: '0' })).headers.location).toBe(address);
    const page = await manager.read(address);
    expect(page.text).toMatch(/Of 2096.*Corrected: “Of 2096”, from .* to 1 February 2096/);
    expect((await take(paths.correctRound(roundId), { ...plan, label: 'Late', after: '0' })).statusCode).toBe(409);

    const section = paths.assessmentSection('RL4', roundId, 'leadership');
    expect((await coordinator.submit(section, answer('neither', '0'))).statusCode).toBe(303);
    expect((await manager.read(address)).text).not.toContain('Correct the round');
    expect((await manager.read(paths.correctRound(roundId))).text).toContain('Somebody has begun to work in this');
    expect((await manager.read(paths.correctRound(assessment))).text).toContain('This round stands in the programme');
    const fields = { ...plan, label: 'Late', after: '1' };
    const late = await manager.submit(paths.closeRound(roundId), fields, paths.correctRound(roundId));
    expect(readPage(late, 409).text).toContain('Somebody has begun to work in this round');
  });

  it('hides nothing of the last one that is over, though roadmaps are begun that rest on it', async () => {
    const days = { 'opens-on': '1 5 2095', 'due-on': '1 6 2095' };
    await take(paths.newRound(), { label: 'Assessment 2095', instrument: assessment, ...days });
    const day = today(service.context.clock);
    const plan = { label: 'Plan 2095', 'baseline-round': 'assessment-2095', 'opens-on': day, 'due-on': '1 7 2095' };
    expect((await take(paths.newPlanningRound(), plan)).statusCode).toBe(303);
    expect((await manager.read(paths.insights())).text).toMatch(/self-assessment 2017: 1\d\d of 2\d\d providers have/);
    const home = (await manager.read(paths.home())).text;
    expect(home).toMatch(/1\d\d of 23\d providers assessed/);
    expect(home).toMatch(/Plan 2095 is under way.*baseline is “Assessment 2095”, which opens on 1 May 2095/);
  });

  it('long ago keeps its deadline or gets one to come', async () => {
    await addPerson(service, [], { personId: 'long-ago' });
    const days = { opens_on: '2020-01-01', due_on: '2020-02-01', planned_at: new Date(0), planned_by: 'long-ago' };
    const round = { round_id: 'of-2020', label: 'Of 2020', instrument_id: assessment, ...days };
    await service.database.insertInto('planned_round').values(round).execute();
    const plan = { label: 'Of 20', instrument: assessment, 'opens-on': '1 1 2020', reason: 'A slip', after: '0' };
    const past = await take(paths.correctRound('of-2020'), { ...plan, 'due-on': '1 3 2020' });
    expect(readPage(past, 422).text).toContain('The deadline must be today or later');
    expect((await take(paths.correctRound('of-2020'), { ...plan, 'due-on': '1 2 2020' })).statusCode).toBe(303);
  });
});

describe('a round beside others', () => {
  const plan = { label: 'Assessment 2094', instrument: assessment, 'opens-on': '1 5 2094', 'due-on': '1 6 2094' };
  const [first, second] = ['assessment-2094', 'plan-2094'];
  const told = async ({ headers }: { headers: { location?: string | undefined } }) =>
    (await manager.read(String(headers.location))).told;

  it('names its days once it is planned, corrected, opened or withdrawn', async () => {
    expect(await told(await take(paths.newRound(), plan))).toBe(
      'The round is planned. It opens by itself on 1 May 2094, and it is due by 1 June 2094',
    );
    const corrected = { ...plan, 'opens-on': '1 6 2094', reason: 'A slip', after: '0' };
    expect(await told(await take(paths.correctRound(first), corrected))).toBe(
      'The round is corrected. It opens by itself on 1 June 2094, and it is due on the same day',
    );
    const opened = await take(paths.openRound(first), { after: '1', reason: 'We are ready' });
    expect(await told(opened)).toMatch(/^“Assessment 2094” was opened today, \d+ \w+ \d{4}$/);
    const list = (await manager.read(paths.rounds())).table('Rounds of the programme');
    expect(list.find(([label]) => label === 'Assessment 2094')?.[2]).toMatch(/^1 June 2094, but opened by hand on \d/);
  });

  it('is not corrected where nothing was changed', async () => {
    const same = { ...plan, 'opens-on': '1 6 2094', reason: 'A slip', after: '2' };
    const page = readPage(await take(paths.correctRound(first), same), 422);
    expect(page.errors).toEqual([{ field: 'Name', message: 'You have changed nothing: the round is as it was' }]);
    expect((await manager.read(paths.round(first))).table('What was done about this round, newest first')).toHaveLength(
      2,
    );
  });

  it('is not extended past a plan that takes its baseline from it, but for one place', async () => {
    const days = { 'opens-on': '1 5 2094', 'due-on': '1 7 2094' };
    await take(paths.newPlanningRound(), { label: 'Plan 2094', 'baseline-round': first, ...days });
    expect((await manager.read(paths.extendRound(first))).text).toContain(
      '“Plan 2094” takes its baseline from this round and is due by 1 July 2094.',
    );
    const pages = await Promise.all([first, second].map((id) => manager.read(paths.round(id))));
    expect(pages[0]?.fact('Baseline of').text).toMatch(/^Plan 2094 ?, due by 1 July 2094$/);
    expect(pages[1]?.fact('Baseline').link('Assessment 2094')).toBe(paths.round(first));
    const extend = (roundId: string, after: string, fields: Record<string, string>) =>
      take(paths.extendRound(roundId), { after, reason: 'Flooded', scope: 'all', ...fields });
    const refused = readPage(await extend(first, '2', { 'due-on': '2 7 2094' }), 422);
    expect(refused.field('New deadline').error).toContain('must not be after that of a planning round');
    const one = await extend(first, '2', { scope: 'organisation', organisation: 'RL4', 'due-on': '2 7 2094' });
    expect(await told(one)).toMatch(/is now 2 July 2094\. “Plan 2094”, which .* is due before that, by 1 July 2094$/);

    expect((await extend(second, '0', { 'due-on': '1 9 2094' })).statusCode).toBe(303);
    expect(await told(await extend(first, '3', { 'due-on': '1 8 2094' }))).toBe(
      'The deadline for everybody is now 1 August 2094',
    );
    const shorter = readPage(await extend(second, '1', { 'due-on': '31 7 2094' }), 422);
    expect(shorter.field('New deadline').error).toContain('must not be before that of the round that the baseline');
  });

  it('says before it is withdrawn who is shown the reason', async () => {
    const { text } = await manager.read(paths.withdrawRound(second));
    expect(text).toContain('It is kept on the audit trail, and shown to those who read that');
  });
});

async function linesOfRound(round: string): Promise<string[]> {
  return (await manager.get(paths.coverageFile({ round }))).body.split('\r\n');
}

it('a step about a place names it as it was called on the day of the step', async () => {
  const { rows } = await sql<{ id: string; name: string; day: string }>`
    select record.organisation_id as id, record.name, (upper(record.valid) - 1)::text as day
    from organisation_record as record join organisation_latest(record.organisation_id) as latest on latest.name <> record.name
    where upper(record.valid) > '2016-01-01' order by 1, 3 limit 1`.execute(service.database);
  const [renamed] = rows;
  expect(renamed).toBeDefined();
  const step = {
    round_id: 'dmsa-2015',
    kind: 'extend',
    scope_kind: 'organisation',
    scope_id: renamed?.id ?? '',
    due_on: '2099-01-01',
  };
  const { personId } = await service.database
    .selectFrom('person')
    .select('id as personId')
    .where('name', '=', 'Pat Manager')
    .executeTakeFirstOrThrow();
  const by = { reason: 'Long ago', made_at: new Date(`${renamed?.day}T12:00:00Z`), made_by: personId };
  await service.database
    .insertInto('round_step')
    .values({ ...step, ...by, number: 1 })
    .execute();
  await service.changes.settled();
  expect((await manager.read(paths.round('dmsa-2015'))).text).toContain(
    `Deadline for ${renamed?.name}: 1 January 2099`,
  );
});
