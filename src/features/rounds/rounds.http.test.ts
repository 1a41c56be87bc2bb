import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, signInAs } from '../../../test/builders/sign-in-as.ts';
import { PageReader, readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { buildApp } from '../../compose.ts';
import { paths } from '../../paths.ts';
import { systemClock } from '../../platform/clock.ts';
import { today } from '../../platform/days.ts';
import { insertPlannedRound, insertRoundStep, insertWithdrawnRound } from './round-repository.ts';

const assessment = 'dmsa-2017';
const planning = 'ldr-2016';

let service: TestService;
let manager: Visitor;
let coordinator: Visitor;
let lead: Visitor;
let trustId: string;

beforeAll(async () => {
  service = await startTestService('demo', { clock: systemClock });
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
  for (const address of earlierPages) {
    earlier.set(address, await readPublic(address));
  }
});
afterAll(() => service.close());

/** What pages of earlier days say, before anything was done about a round. */
const earlier = new Map<string, string>();

const earlierPages = ['2015-12-01', '2016-05-01', '2016-07-15'].flatMap((day) =>
  ['/', '/insights', '/footprints', '/footprints/doncaster', '/organisations/RL4'].map(
    (path) => `${path}?as-at=${day}`,
  ),
);

async function readPublic(address: string): Promise<string> {
  const { body, statusCode } = await service.app.inject(address);
  expect(statusCode).toBe(200);
  return new PageReader(body).text;
}

async function stateToPrograms(app: Pick<TestService['app'], 'inject'> = service.app): Promise<string | undefined> {
  const rounds: { readonly id: string; readonly state: string }[] = (
    await app.inject(paths.apiItem('programmes'))
  ).json().items[0].rounds;
  return rounds.find(({ id }) => id === assessment)?.state;
}

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
    expect((await coordinator.read(paths.assessment('RL4', assessment))).text).toContain('23:59 on 15 December 2017');
    const done = await extend(assessment, { scope: 'organisation', organisation: 'rl4', 'due-on': '31 March 2099' });
    expect(done.statusCode).toBe(303);

    expect((await coordinator.read(paths.assessment('RL4', assessment))).text).toContain('23:59 on 31 March 2099');
    expect((await coordinator.read(paths.workspace())).text).toContain('23:59 on 31 March 2099');
    const coverage = await manager.read(paths.coverage({ footprint: 'wolverhampton' }));
    expect(coverage.text).toContain('Extended to 31 March 2099');
    expect(coverage.text).toContain('due at 23:59 on 15 December 2017');
    const round = await manager.read(paths.round(assessment));
    expect(round.text).toMatch(/Royal Wolverhampton.*31 March 2099.*Flooded/);
    expect(round.text).toContain('Pat Manager');
  });

  it('for a region reaches an organisation that lies in it, and the file says so', async () => {
    expect((await extend(assessment, { scope: 'region', region: 'Y54', 'due-on': '1 4 2099' })).statusCode).toBe(303);
    const { body } = await manager.get(paths.coverageFile({ region: 'Y54' }));
    expect((await coordinator.read(paths.workspace())).text).not.toContain('1 April 2099');
    // One that is answering: of what is submitted My work says no deadline, and of what one that has ended did not begin nothing.
    const [line = ''] = body.split('\r\n').filter((each) => /^R.*,2099-04-01,,[^,]*,[1-9]/.test(each));
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
    expect((await manager.read(paths.roadmap('gloucestershire'))).text).toContain('23:59 on 22 December 2017');
  });

  it('is told what is wrong with it, and keeps what was typed', async () => {
    const nowhere = await extend(assessment, { scope: 'organisation', organisation: 'XX9', 'due-on': '1 May 2099' });
    const unknown = readPage(nowhere, 422);
    expect(unknown.section('There is a problem').text).toContain('“XX9” is not known');
    expect(unknown.fields.map((label) => unknown.field(label).value)).toContain('1 May 2099');
    const past = await extend(assessment, { scope: 'all', 'due-on': '1 May 2020' });
    expect(readPage(past, 422).section('There is a problem').text).toContain('must be today or later');
    const empty = await extend(assessment, { 'due-on': 'soon', reason: '' });
    expect(readPage(empty, 422).errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('Choose for whom'),
      expect.stringContaining('must be a real day'),
      expect.stringContaining('Give a reason'),
    ]);
    const nameless = await extend(assessment, { scope: 'region', region: 'London', 'due-on': '1 May 2099' });
    expect(readPage(nameless, 422).section('There is a problem').text).toContain('Choose the region');
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

  it('is left out, with a word, once everybody has as much time', async () => {
    const page = await manager.read(paths.round(assessment));
    expect(page.table('Extensions in force').map(([whom]) => whom)).toEqual(['Everybody']);
    expect(page.text).toMatch(/Left out: 2 extensions to no later day than [12] June 2099, which everybody has/);
    const rounds = await manager.read(paths.rounds());
    const [row] = rounds.table('Rounds of the programme').filter(([name = '']) => name.endsWith('2017'));
    expect(row?.at(-1)).toBe('Everybody');
  });
});

describe('a round that is closed', () => {
  it('takes no answer, keeps what was typed, and is told on every page until it is opened again', async () => {
    expect((await coordinator.submit(section(), answer('neither', '0'))).statusCode).toBe(303);
    const token = await coordinator.tokenOf(section());
    // Nobody answers in that of before any more, which would be worked in otherwise.
    await take(paths.closeRound('dmsa-2015'), { after: '0', reason: 'Long over' });
    await take(paths.closeRound(assessment), { after: await stepsTaken(assessment), reason: 'All are in' });

    const late = await coordinator.post(section(), { ...answer('mostly-agree', '1'), _csrf: token });
    expect(readPage(late, 409).section('There is a problem').text).toContain('The round is not open');
    expect((await coordinator.read(section())).text).toContain('This round is closed');
    expect((await coordinator.read(paths.assessment('RL4', assessment))).text).toContain('This round is closed');
    expect((await coordinator.read(paths.workspace())).text).toContain('This round is not open');
    expect((await manager.read(paths.coverage())).text).toContain('The round is closed.');
    expect((await manager.read(paths.about())).text).toMatch(/self-assessment 2017 ?Closed/);
    // In whatever place the deadline is named: nobody has days left.
    for (const address of [paths.about(), paths.rounds(), paths.round(assessment), paths.coverage()]) {
      expect((await manager.read(address)).text).not.toMatch(/June 2099, UK time/);
    }
    expect(await stateToPrograms()).toBe('closed');

    await take(paths.openRound(assessment), { after: await stepsTaken(assessment), reason: 'One is missing' });
    expect((await coordinator.submit(section(), answer('mostly-agree', '1'))).statusCode).toBe(303);
  });

  it('lets no roadmap begin, and no first version be submitted', async () => {
    const begun = paths.roadmap('wolverhampton');
    await take(paths.closeRound(planning), { after: await stepsTaken(planning), reason: 'All are in' });
    expect((await manager.read(paths.round(planning))).text).toContain('What was submitted goes on');
    expect((await lead.read(begun)).text).toContain('Nobody has begun it here. A roadmap has');
    expect((await lead.post(begun, { _csrf: await lead.tokenOf(paths.account()) })).statusCode).toBe(409);
    const waiting = await manager.read(paths.roadmap('newcastle-gateshead'));
    expect(waiting.text).toContain('The round is not open, so no first version is taken');

    await take(paths.openRound(planning), { after: await stepsTaken(planning), reason: 'One is missing' });
    expect((await lead.submit(begun, {})).statusCode).toBe(303);
  });

  it('is heard of by another process', async () => {
    const other = await buildApp(service.context, 'another-secret-for-tests-only-012345', service.changes);
    const state = () => stateToPrograms(other);
    expect(await state()).toBe('open');
    await take(paths.closeRound(assessment), { after: await stepsTaken(assessment), reason: 'Over' });
    await service.changes.settled();
    expect(await state()).toBe('closed');
    await other.close();
  });

  it('says before it is closed or opened what follows, and for how many', async () => {
    const open = await manager.read(paths.closeRound(planning));
    expect(open.text).toMatch(
      /What follows \d+ footprints have not begun, and cannot any more\. 3 footprints are writing a first version/,
    );
    expect(open.text).toContain('1 footprint has a first version with the members');
    const closed = await manager.read(paths.openRound(assessment));
    expect(closed.text).toMatch(/\d+ providers that have begun can go on answering\./);
    expect(closed.text).toMatch(/1\d\d providers have submitted: nothing changes there\./);
    const wrong = await take(paths.openRound(assessment), { after: '0', reason: '' });
    expect(readPage(wrong, 422).text).toContain('can go on answering');
  });

  it('shows no form for a step that would be refused, but says why', async () => {
    const refusals = [
      [paths.closeRound(assessment), 'This round cannot be closed', 'The round is closed already'],
      [paths.extendRound(assessment), 'The deadline cannot be extended', 'The round is closed. Open it again first'],
      [paths.openRound(planning), 'This round cannot be opened', 'The round is open already'],
      [paths.withdrawRound(planning), 'This round cannot be withdrawn', 'This round stands in the programme pack'],
    ] as const;
    for (const [address, heading, reason] of refusals) {
      const page = await manager.read(address);
      expect([page.text.includes(heading), page.text.includes(reason)]).toEqual([true, true]);
      expect(page.fields).toEqual([]);
    }
  });

  it('is on the audit trail with its reason, and for the programme office alone', async () => {
    const events = await service.database
      .selectFrom('audit_event')
      .select(['action', 'on_behalf_of'])
      .where('chain', '=', `round:${planning}`)
      .orderBy('sequence')
      .execute();
    expect(events.map(({ action }) => action)).toEqual(['round.extend', 'round.extend', 'round.close', 'round.open']);
    expect((await lead.get(paths.rounds())).statusCode).toBe(403);
    expect((await lead.post(paths.closeRound(planning), { reason: 'Mine', after: '3' })).statusCode).toBe(403);
    expect((await manager.get(paths.round('none'))).statusCode).toBe(404);
  });
});

describe('a page of an earlier day', () => {
  const day = () => today(service.context.clock);

  it('shows no step that was taken since, and no round that was planned since', async () => {
    expect(earlier.get('/?as-at=2016-05-01')).toContain('Footprints write their roadmaps until 23:59 on 30 June 2016');
    expect(earlier.get('/?as-at=2015-12-01')).toContain('Providers assess themselves until 23:59 on 15 January 2016');
    await take(paths.openRound(assessment), { after: await stepsTaken(assessment), reason: 'One is missing' });
    for (const roundId of [assessment, planning]) {
      expect((await extend(roundId, { scope: 'all', 'due-on': '1 7 2099' })).statusCode).toBe(303);
    }
    const plan = { label: 'Assessment of today', instrument: assessment, 'opens-on': day(), 'due-on': '1 8 2099' };
    expect((await take(paths.newRound(), plan)).statusCode).toBe(303);

    for (const address of earlierPages) {
      expect([address, await readPublic(address)]).toEqual([address, earlier.get(address)]);
    }
    const now = await readPublic(`/?as-at=${day()}`);
    expect(now).toContain('Assessment of today is under way');
    expect(now).toContain('Footprints write their roadmaps until 23:59 on 1 July 2099');
  });

  it('shows a round as it was said then, until it was put right or withdrawn', async () => {
    await addPerson(service, [], { personId: 'of-then' });
    const by = { personId: 'of-then', at: new Date('2016-02-01T12:00:00Z') };
    const days = { opensOn: '2016-02-02', dueOn: '2016-03-31' };
    const plan = { label: 'Of February', ...days, instrument: assessment, baselineRound: null };
    await insertPlannedRound(service.database, { id: 'of-february', ...plan }, by);
    const action = { ...plan, kind: 'correct', label: 'Of March', dueOn: '2016-04-30', reason: 'A slip' } as const;
    const later = { ...by, at: new Date('2016-02-10T12:00:00Z') };
    await insertRoundStep(service.database, { roundId: 'of-february', number: 1, action, ...later });
    const gone = { roundId: 'of-february', reason: 'Not wanted' };
    await insertWithdrawnRound(service.database, gone, { ...by, at: new Date('2016-02-20T12:00:00Z') });
    await service.changes.settled();

    expect(await readPublic('/?as-at=2016-01-31')).not.toContain('Of ');
    expect(await readPublic('/?as-at=2016-02-09')).toMatch(/Of February is under way.*until 23:59 on 31 March 2016/);
    expect(await readPublic('/?as-at=2016-02-10')).toMatch(/Of March is under way.*until 23:59 on 30 April 2016/);
    expect(await readPublic('/?as-at=2016-02-20')).not.toMatch(/Of (February|March)/);
    expect((await manager.read(paths.rounds())).text).not.toMatch(/Of (February|March)/);
  });
});
