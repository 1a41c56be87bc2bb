import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { buildApp } from '../../compose.ts';
import { paths } from '../../paths.ts';

const assessment = 'dmsa-2015';
const planning = 'ldr-2016';

let service: TestService;
let manager: Visitor;
let coordinator: Visitor;
let lead: Visitor;
let trustId: string;

beforeAll(async () => {
  service = await startTestService('demo');
  const trust = await service.database
    .selectFrom('organisation')
    .select('organisation_id')
    .where('code', '=', 'RL4')
    .executeTakeFirstOrThrow();
  trustId = trust.organisation_id;
  manager = await signInAs(service, [{ role: 'programme-manager' }], { name: 'Pat Manager' });
  coordinator = await signInAs(service, [{ role: 'coordinator', scopeId: trustId }]);
  const footprint = await service.database
    .selectFrom('area_record')
    .select('area_id')
    .where('slug', '=', 'wolverhampton')
    .executeTakeFirstOrThrow();
  lead = await signInAs(service, [{ role: 'lead', scopeId: footprint.area_id }]);
});
afterAll(() => service.close());

const section = () => paths.assessmentSection('RL4', assessment, 'leadership');
const answer = (optionId: string, revision: string) => ({ 'answer-LD1': optionId, 'revision-LD1': revision });

async function take(address: string, fields: Record<string, string>) {
  return manager.submit(address, fields);
}

async function stepsTaken(roundId: string): Promise<string> {
  const { count } = await service.database
    .selectFrom('round_step')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow();
  return String(count);
}

async function extend(roundId: string, fields: Record<string, string>) {
  return take(paths.extendRound(roundId), { after: await stepsTaken(roundId), reason: 'Flooded', ...fields });
}

describe('an extension', () => {
  it('is shown to those it is for, on every page that names the deadline, and to nobody else', async () => {
    expect((await coordinator.read(paths.assessment('RL4', assessment))).text).toContain('23:59 on 15 January 2016');
    const done = await extend(assessment, { scope: 'organisation', organisation: 'rl4', 'due-on': '31 March 2099' });
    expect(done.statusCode).toBe(303);

    expect((await coordinator.read(paths.assessment('RL4', assessment))).text).toContain('23:59 on 31 March 2099');
    expect((await coordinator.read(paths.workspace())).text).toContain('23:59 on 31 March 2099');
    const coverage = await manager.read(paths.coverage({ footprint: 'wolverhampton' }));
    expect(coverage.text).toContain('Extended to 31 March 2099');
    expect(coverage.text).toContain('due at 23:59 on 15 January 2016');
    const round = await manager.read(paths.round(assessment));
    expect(round.text).toMatch(/Royal Wolverhampton.*31 March 2099.*Flooded/);
    expect(round.text).toContain('Pat Manager');
  });

  it('for a region reaches an organisation that lies in it, and the file says so', async () => {
    expect((await extend(assessment, { scope: 'region', region: 'Y54', 'due-on': '1 4 2099' })).statusCode).toBe(303);
    const { body } = await manager.get(paths.coverageFile({ region: 'Y54' }));
    expect(body).toContain(',2099-04-01,');
    expect((await coordinator.read(paths.workspace())).text).not.toContain('1 April 2099');
    const [line = ''] = body.split('\r\n').filter((each) => each.includes(',2099-04-01,') && each.startsWith('R'));
    const code = line.slice(0, line.indexOf(','));
    const { organisation_id: id } = await service.database
      .selectFrom('organisation_record')
      .select('organisation_id')
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
    const other = await signInAs(service, [{ role: 'coordinator', scopeId: id }]);
    expect((await other.read(paths.workspace())).text).toContain('23:59 on 1 April 2099');
    expect((await other.read(paths.assessment(code, assessment))).text).toContain('23:59 on 1 April 2099');
  });

  it('for a footprint moves the deadline of its roadmap alone', async () => {
    const fields = { scope: 'footprint', footprint: 'wolverhampton', 'due-on': '2099-05-01' };
    expect((await extend(planning, fields)).statusCode).toBe(303);
    expect((await lead.read(paths.roadmap('wolverhampton'))).text).toContain('23:59 on 1 May 2099');
    expect((await lead.read(paths.workspace())).text).toContain('23:59 on 1 May 2099');
    expect((await manager.read(paths.roadmap('doncaster'))).text).toContain('23:59 on 30 June 2016');
  });

  it('is told what is wrong with it, and keeps what was typed', async () => {
    const nowhere = await extend(assessment, { scope: 'organisation', organisation: 'XX9', 'due-on': '1 May 2099' });
    expect(nowhere.statusCode).toBe(422);
    expect(nowhere.body).toContain('“XX9” is not known');
    expect(nowhere.body).toContain('value="1 May 2099"');
    const past = await extend(assessment, { scope: 'all', 'due-on': '1 May 2020' });
    expect(past.statusCode).toBe(422);
    expect(past.body).toContain('must be today or later');
    const empty = await extend(assessment, { 'due-on': 'soon', reason: '' });
    expect(empty.body).toContain('Choose for whom');
    expect(empty.body).toContain('must be a real day');
    expect(empty.body).toContain('Give a reason');
    const nameless = await extend(assessment, { scope: 'region', region: 'London', 'due-on': '1 May 2099' });
    expect(nameless.body).toContain('Choose the region');
  });

  it('is for a region that is chosen by its name', async () => {
    const page = (await manager.get(paths.extendRound(planning))).body;
    expect(page).toMatch(
      /<select[^>]*name="region".*<option value="Y54">North of England<.*name="footprint".*>Doncaster</s,
    );
  });

  it('is refused when somebody else was there first', async () => {
    const after = await stepsTaken(assessment);
    const fields = { after, scope: 'all', reason: 'Both at once' };
    const both = await Promise.all(
      ['1 June 2099', '2 June 2099'].map((day) => take(paths.extendRound(assessment), { ...fields, 'due-on': day })),
    );
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409]);
  });
});

describe('a round that is closed', () => {
  it('takes no answer, keeps what was typed, and is told on every page until it is opened again', async () => {
    expect((await coordinator.submit(section(), answer('neither', '0'))).statusCode).toBe(303);
    const token = await coordinator.tokenOf(section());
    await take(paths.closeRound(assessment), { after: await stepsTaken(assessment), reason: 'All are in' });

    const late = await coordinator.post(section(), { ...answer('mostly-agree', '1'), _csrf: token });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('The round is not open');
    expect((await coordinator.read(section())).text).toContain('This round is closed');
    expect((await coordinator.read(paths.assessment('RL4', assessment))).text).toContain('This round is closed');
    expect((await coordinator.read(paths.workspace())).text).toContain('This round is not open');
    expect((await manager.read(paths.coverage())).text).toContain('The round is closed.');
    expect((await manager.read(paths.about())).text).toMatch(/2015\/16.*Closed/);
    expect((await manager.get(paths.apiItem('programmes'))).json().items[0].rounds[0].state).toBe('closed');

    await take(paths.openRound(assessment), { after: await stepsTaken(assessment), reason: 'One is missing' });
    expect((await coordinator.submit(section(), answer('mostly-agree', '1'))).statusCode).toBe(303);
  });

  it('lets no roadmap begin, and no first version be submitted', async () => {
    const begun = paths.roadmap('wolverhampton');
    await take(paths.closeRound(planning), { after: await stepsTaken(planning), reason: 'All are in' });
    expect((await lead.read(begun)).text).toContain('Nobody has begun it here. A roadmap has');
    expect((await lead.post(begun, { _csrf: await lead.tokenOf(paths.account()) })).statusCode).toBe(409);
    const waiting = await manager.read(paths.roadmap('newcastle-gateshead'));
    expect(waiting.text).toContain('The round is not open, so no first version is taken');

    await take(paths.openRound(planning), { after: await stepsTaken(planning), reason: 'One is missing' });
    expect((await lead.submit(begun, {})).statusCode).toBe(303);
  });

  it('is heard of by another process', async () => {
    const other = await buildApp(service.context, 'another-secret-for-tests-only-012345', service.changes);
    const state = async () => (await other.inject(paths.apiItem('programmes'))).json().items[0].rounds[0].state;
    expect(await state()).toBe('open');
    await take(paths.closeRound(assessment), { after: await stepsTaken(assessment), reason: 'Over' });
    await service.changes.settled();
    expect(await state()).toBe('closed');
    await other.close();
  });

  it('is on the audit trail with its reason, and for the programme office alone', async () => {
    const events = await service.database
      .selectFrom('audit_event')
      .select(['action', 'on_behalf_of'])
      .where('chain', '=', `round:${planning}`)
      .orderBy('sequence')
      .execute();
    expect(events.map(({ action }) => action)).toEqual(['round.extend', 'round.close', 'round.open']);
    expect((await lead.get(paths.rounds())).statusCode).toBe(403);
    expect((await lead.post(paths.closeRound(planning), { reason: 'Mine', after: '3' })).statusCode).toBe(403);
    expect((await manager.get(paths.round('none'))).statusCode).toBe(404);
  });
});

describe('a round that is planned on screen', () => {
  const label = 'Digital maturity self-assessment 2098/99';
  const id = 'digital-maturity-self-assessment-2098-99';
  const planned = { label, instrument: assessment, 'opens-on': '1 December 2098', 'due-on': '31 March 2099' };
  const later = { label: `${label} again`, instrument: assessment };

  it('is told everything that is wrong with it at once', async () => {
    const wrong = await take(paths.newRound(), { label: '…', 'opens-on': '1 5 2020', 'due-on': 'June' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('The name must have a letter from a to z or a number');
    expect(wrong.body).toContain('Choose the questions');
    expect(wrong.body).toContain('The first day must be today or later');
    expect(wrong.body).toContain('The deadline must have a day and a year');
    expect(wrong.body).toContain('value="1 5 2020"');
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
    expect(work).toContain('2098/99 of The Royal Wolverhampton NHS Trust');
    expect(work).not.toContain('2015/16 of The Royal Wolverhampton NHS Trust');
    const insights = (await manager.read(paths.insights())).text;
    expect(insights).toMatch(/Insights Digital maturity self-assessment 2015\/16: \d+ of/);
    expect(insights).toMatch(/2098\/99 is under way, until 23:59 on 31 March 2099.* once its deadline has passed/);
    expect((await manager.read(paths.home())).text).toMatch(/2098\/99 is under way. Providers assess themselves until/);
    expect((await linesOfRound(id)).find((line) => line.startsWith('RL4,'))).toContain('2099-03-31');
  });

  it('has a name of its own', async () => {
    const again = await take(paths.newRound(), { ...planned, label: label.toUpperCase() });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('There is a round whose name');
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
    expect((await manager.read(paths.rounds())).text).not.toContain('again');
    expect((await manager.get(address)).statusCode).toBe(404);
    expect((await take(paths.withdrawRound(id), { after: '1', reason: 'The wrong year' })).statusCode).toBe(409);
    expect((await take(paths.withdrawRound(assessment), { after: '0', reason: 'No' })).statusCode).toBe(409);
    const again = await take(paths.newRound(), { ...later, 'opens-on': '1 1 2097', 'due-on': '2 1 2097' });
    expect(again.headers.location).toBe(`${address}-2`);
  });

  it('of today is put right until somebody has begun to work in it', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const days = { 'opens-on': today, 'due-on': '1 2 2096' };
    const made = await take(paths.newRound(), { label: 'Of 2069', instrument: assessment, ...days });
    const address = String(made.headers.location);
    const [roundId = ''] = address.split('/').slice(-1);
    expect((await manager.read(address)).text).toContain('Correct the round');
    const plan = { label: 'Of 2096', instrument: assessment, ...days, reason: 'A slip' };
    const taken = await take(paths.correctRound(roundId), { ...plan, label, after: '0' });
    expect([taken.statusCode, taken.body.includes('There is a round whose name')]).toEqual([422, true]);
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
    expect([late.statusCode, late.body.includes('Somebody has begun to work in this round')]).toEqual([409, true]);
  });

  it('long ago keeps its deadline or gets one to come', async () => {
    await addPerson(service, [], { personId: 'long-ago' });
    const days = { opens_on: '2020-01-01', due_on: '2020-02-01', planned_at: new Date(0), planned_by: 'long-ago' };
    const round = { round_id: 'of-2020', label: 'Of 2020', instrument_id: assessment, ...days };
    await service.database.insertInto('planned_round').values(round).execute();
    const plan = { label: 'Of 20', instrument: assessment, 'opens-on': '1 1 2020', reason: 'A slip', after: '0' };
    const past = await take(paths.correctRound('of-2020'), { ...plan, 'due-on': '1 3 2020' });
    expect([past.statusCode, past.body.includes('The deadline must be today or later')]).toEqual([422, true]);
    expect((await take(paths.correctRound('of-2020'), { ...plan, 'due-on': '1 2 2020' })).statusCode).toBe(303);
  });
});

async function linesOfRound(round: string): Promise<string[]> {
  return (await manager.get(paths.coverageFile({ round }))).body.split('\r\n');
}
