import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../test/builders/sign-in-as.ts';
import { addPersona, earlierDatabase, emptyDatabase } from '../test/database/earlier-database.ts';
import { readPage } from '../test/database/page-reader.ts';
import { startTestService, type TestDatabase, type TestService } from '../test/database/test-service.ts';
import { Visitor } from '../test/database/visitor.ts';
import { agree } from './compose.ts';
import { onDay } from './features/directory/index.ts';
import { type ProgrammePack, readProgrammePack } from './features/programme/index.ts';
import { paths } from './paths.ts';
import { systemClock } from './platform/clock.ts';
import { parseConfig } from './platform/config.ts';
import { dayOf, today } from './platform/days.ts';
import { programmeFolder } from './project-folder.ts';
import { keepRegister } from './register-listeners.ts';
import { storyTime } from './story-time.ts';
import { exampleDays } from './views/forms/example-days.ts';

let pack: ProgrammePack;
beforeAll(async () => {
  pack = await readProgrammePack(programmeFolder);
});

describe('the clock of a database', () => {
  const settle = async ({ url, ownerUrl }: TestDatabase, DEMO: '0' | '1') => {
    const started = await agree({ url, ownerUrl }, parseConfig({ DEMO }), { pack, isModeBinding: true });
    return started.clockStart;
  };

  it('begins in a new demonstration on the day of its programme, and is the same at every start', async () => {
    const store = await emptyDatabase();
    const started = await Promise.all([settle(store, '1'), settle(store, '1')]);
    const again = await settle(store, '1');
    expect(started).toEqual([again, again]);
    expect(again?.standsAt).toEqual(new Date('2017-11-30T09:00:00Z'));
    const { clock, pack: shown, story } = storyTime(pack, { isDemonstration: true, clockStart: again });
    expect([dayOf(clock()), shown.positionOn, story]).toEqual(['2017-11-30', '2017-11-30', 'England']);
    await store.close();
  });

  it('is the real one with real data, where the directory is that of today', async () => {
    const store = await emptyDatabase();
    const clockStart = await settle(store, '0');
    expect(clockStart).toBeNull();
    const { clock, pack: shown, story } = storyTime(pack, { isDemonstration: false, clockStart });
    expect([shown.positionOn, shown.factsOn, story]).toEqual([today(clock), pack.positionOn, null]);
    expect(keepRegister(shown).positionOn).toBe(today(systemClock));
    await store.close();
  });

  it('is the real one in a demonstration whose programme names no day, and so is its directory', async () => {
    const store = await emptyDatabase();
    const present = { ...pack, demonstration: null };
    const { url, ownerUrl } = store;
    const { clockStart } = await agree({ url, ownerUrl }, parseConfig({ DEMO: '1' }), {
      pack: present,
      isModeBinding: true,
    });
    const { clock, pack: shown, story } = storyTime(present, { isDemonstration: true, clockStart });
    expect([clock, shown.positionOn, story]).toEqual([systemClock, today(systemClock), null]);
    await store.close();
  });

  it('is the real one in a demonstration of an earlier version, which goes on as it was', async () => {
    const store = await demonstrationOfEarlier();
    const clockStart = await settle(store, '1');
    expect(clockStart).toBeNull();
    expect(storyTime(pack, { isDemonstration: true, clockStart })).toMatchObject({ pack, story: null });
    await store.close();
  });

  async function demonstrationOfEarlier(): Promise<TestDatabase> {
    const store = await earlierDatabase();
    await addPersona(store);
    return store;
  }
});

describe('a real service', () => {
  let service: TestService;
  beforeAll(async () => {
    // The last day of which the facts that come with the service know anything.
    const clock = () => new Date('2026-07-08T09:00:00Z');
    service = await startTestService('facts', { pack: { ...pack, positionOn: today(clock) }, clock });
  });
  afterAll(() => service.close());

  it('shows the areas, footprints and providers of today', async () => {
    const home = await new Visitor(service.app).read(paths.home());
    expect(home.text).toContain('one of the 36 areas of England with an integrated care board (ICB)');
    expect(home.text).not.toContain('STP');
    const list = await new Visitor(service.app).read(paths.footprints());
    expect(list.text).toContain('Doncaster');
    expect(list.text).toContain('South Yorkshire');
    expect(list.text).not.toMatch(/STP area|Region Not recorded/);
  });

  it('says which day it shows only where the reader chose one', async () => {
    const visitor = new Visitor(service.app);
    expect((await visitor.read(paths.organisation('RP5'))).text).not.toContain('You are looking at');
    const earlier = await visitor.read(onDay(paths.organisation('RP5'), '2016-06-30'));
    expect(earlier.aside('Day shown').text).toMatch(
      /^You are looking at England on 30 June 2016 ?, a day that you chose\. Go back to 8 July 2026$/,
    );
  });

  it('writes its own day as an example where one is asked for that is none', async () => {
    const { errors } = readPage(await new Visitor(service.app).get(onDay(paths.home(), 'soon')), 200);
    expect(errors).toEqual([{ field: 'Day', message: expect.stringContaining('Write it as in 2026-07-08') }]);
  });

  it('says of a round that is over and was never run here that nothing is recorded', async () => {
    const visitor = new Visitor(service.app);
    expect((await visitor.read(paths.home())).text).not.toContain('assessed');
    expect((await visitor.read(paths.insights())).text).toContain(': nothing is recorded here');
  });

  it('lists those providers in its coverage, each where it lies today or lay then', async () => {
    const manager = await signInAs(service, [{ role: 'programme-manager' }]);
    const round = 'dmsa-2015';
    expect((await manager.read(paths.coverage({ round }))).text).toContain('238 providers asked');
    const lines = (await manager.get(paths.coverageFile({ round }))).body.split('\r\n');
    const lineOf = (code: string) => lines.find((line) => line.startsWith(`${code},`));
    expect(lineOf('RL4')).toMatch(/^RL4,[^,]+,Midlands,Wolverhampton,/);
    expect(lineOf('RLU')).toMatch(/^RLU,[^,]+,Midlands and East of England,/);
    expect(lineOf('R0A')).toBeUndefined();
    const { body } = await manager.get(paths.coverage({ round }));
    const regions = choicesOf(body, 'region');
    expect(regions.slice(0, 4)).toEqual(['Every region', 'East of England', 'London', 'Midlands']);
    expect(regions.at(-1)).toMatch(/ \(of an earlier day\)$/);
    const reviewer = await signInAs(service, [{ role: 'reviewer', scopeId: 'region:Y60' }]);
    const own = (await reviewer.get(paths.coverageFile({ round }))).body;
    expect(own).toContain('\r\nRL4,');
    expect(own).not.toContain('\r\nRLU,');
  });

  it('calls no round of 2016 open, and asks in one that opens today the providers of today', async () => {
    const manager = await signInAs(service, [{ role: 'programme-manager' }]);
    const stateOf = async () =>
      (await manager.read(paths.rounds())).table('Rounds of the programme').map(([, state]) => state);
    expect(await stateOf()).toEqual(['Deadline passed', 'Deadline passed', 'Deadline passed']);
    const plan = { label: 'Check of today', instrument: 'dmsa-2015', 'opens-on': '8 7 2026', 'due-on': '30 9 2026' };
    expect((await manager.submit(paths.newRound(), plan)).statusCode).toBe(303);
    const lines = (await manager.get(paths.coverageFile({ round: 'check-of-today' }))).body.split('\r\n');
    const isAsked = (code: string) => lines.some((line) => line.startsWith(`${code},`));
    // A trust of 2017, the two of 2016 that became it, and one that ended with March 2026.
    expect(['R0A', 'RW3', 'RM2', 'RYV'].map(isAsked)).toEqual([true, false, false, false]);
    const coordinator = await signInAs(service, [{ role: 'coordinator', scopeId: 'R0A' }]);
    expect((await coordinator.read(paths.workspace())).links.join()).toContain(
      'assessment of Manchester University NHS Foundation Trust for “Check of today”',
    );
    const former = await signInAs(service, [{ role: 'coordinator', scopeId: 'RW3' }]);
    expect((await former.read(paths.workspace())).links.join()).not.toContain('Check of today');
    const [list, section] = [
      paths.assessment('RW3', 'check-of-today'),
      paths.assessmentSection('RW3', 'check-of-today', 'leadership'),
    ];
    for (const address of [list, section]) {
      const refused = readPage(await former.get(address), 404);
      expect(refused.text).toContain('“Check of today” asks the providers that there are on 8 July 2026');
      expect(refused.links).toContain('Go to My work');
    }
    expect((await former.get(paths.assessment('RW3', 'dmsa-2015'))).statusCode).toBe(200);
  });
});

/** What a list of choices offers, in order. */
function choicesOf(body: string, name: string): string[] {
  const [, inside = ''] = new RegExp(`<select[^>]*name="${name}"[^>]*>(.*?)</select>`, 's').exec(body) ?? [];
  return [...inside.matchAll(/<option[^>]*>(.*?)<\/option>/g)].map(([, words = '']) => words);
}

describe('a demonstration of the past', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService('demo');
  });
  afterAll(() => service.close());

  it('says on every page where it stands, and shows the directory of that day', async () => {
    for (const address of [paths.home(), paths.signIn(), '/nowhere']) {
      expect((await service.app.inject(address)).body).toMatch(/<strong>England on 30 November 2017<\/strong>/);
    }
    expect((await new Visitor(service.app).read(paths.data())).text).toContain('show the position on 30 November 2017');
  });

  it.each([
    paths.home(),
    paths.findArea('doncaster'),
    paths.search('doncaster'),
    paths.footprints({ region: 'Y54' }),
    paths.footprint('doncaster'),
    paths.footprintChanges('doncaster', { from: '2016-01-01', to: '2016-06-30' }),
    paths.compareFootprints('doncaster', 'sheffield'),
    paths.organisations({ type: 'ccg' }),
    paths.organisation('RP5'),
    paths.area('region', 'Y54'),
    paths.changes({ from: '2016-01-01', to: '2016-06-30' }),
    paths.officialResults(),
  ])('names the day of %s where that is one the reader chose, and leads back', async (address) => {
    const page = await new Visitor(service.app).read(onDay(address, '2016-06-30'));
    expect(page.text).toMatch(
      /You are looking at England on 30 June 2016 ?, a day that you chose\. Go back to 30 November 2017/,
    );
    expect(page.link('Go back to 30 November 2017')).toBe(address);
    const usual = await new Visitor(service.app).read(onDay(address, '2017-11-30'));
    expect(usual.text).toMatch(/You are looking at England on 30 November 2017 ?\. /);
  });

  it('counts waiting and what lies ahead from there', async () => {
    const manager = new Visitor(service.app);
    await manager.become('persona-programme-manager');
    expect((await manager.read(paths.reviews())).text).toMatch(/Submitted 21 November 2017 8 days/);
    expect((await manager.read(paths.home())).text).toContain('31 December 2017 in 31 days');
  });

  it('calls the places of roles as they were called', async () => {
    const officer = new Visitor(service.app);
    await officer.become('persona-executive-endorsing');
    const administrator = new Visitor(service.app);
    await administrator.become('persona-administrator');
    for (const [visitor, address] of [
      [officer, paths.workspace()],
      [administrator, paths.people({ find: 'Nadia' })],
    ] as const) {
      const { text } = await visitor.read(address);
      expect(text).toContain('NHS Newcastle Gateshead CCG');
      expect(text).not.toContain('North Cumbria ICB');
    }
  });

  it('names examples of days around its own, and around the real one where dates are real', async () => {
    const manager = new Visitor(service.app);
    await manager.become('persona-programme-manager');
    const plan = (await manager.read(paths.newRound())).text;
    for (const example of ['self-assessment 2017/18.', 'Such as 1 December 2017', 'such as 31 March 2018.']) {
      expect(plan).toContain(example);
    }
    expect((await manager.read(paths.extendRound('ldr-2016'))).text).toContain('such as 31 January 2018');
    expect((await manager.read(paths.newImport())).text).toContain('Such as 31 October 2017: the day');
    const { end } = exampleDays(today(systemClock));
    expect((await manager.read(paths.invitePerson())).text).toContain(`Such as ${end}. Leave it empty`);
  });

  it('says where dates are real ones', async () => {
    const administrator = new Visitor(service.app);
    await administrator.become('persona-administrator');
    expect((await administrator.read(paths.people())).text).toContain('Dates on this page are real ones');
    expect((await administrator.read(paths.audit())).text).toContain('have their real dates');
    expect((await administrator.read(paths.workspace())).text).not.toContain('real ones');
  });

  it('dates what a visitor does there, and keeps them signed in by the real time', async () => {
    const coordinator = new Visitor(service.app);
    await coordinator.become('persona-coordinator');
    const section = paths.assessmentSection('RL4', 'dmsa-2017', 'leadership');
    const sent = await coordinator.submit(section, { 'answer-LD1': 'neither', 'revision-LD1': '0' });
    expect(sent.statusCode).toBe(303);
    const { at } = await service.database
      .selectFrom('audit_event')
      .select('at')
      .where('person_id', '=', 'persona-coordinator')
      .where('action', '=', 'assessment.answer')
      .orderBy('at', 'desc')
      .executeTakeFirstOrThrow();
    expect(dayOf(at)).toBe('2017-11-30');
    expect((await coordinator.get(paths.workspace())).statusCode).toBe(200);
    const { expires_at: until } = await service.database
      .selectFrom('session')
      .select('expires_at')
      .where('person_id', '=', 'persona-coordinator')
      .executeTakeFirstOrThrow();
    expect(until.getTime()).toBeGreaterThan(Date.now());
  });
});
