import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';

let service: TestService;
let manager: Visitor;
let reviewer: Visitor;

beforeAll(async () => {
  service = await startTestService('demo');
  manager = await signInAs(service, [{ role: 'programme-manager' }]);
  reviewer = await signInAs(service, [{ role: 'reviewer', scopeId: 'region:Y54' }]);
});
afterAll(() => service.close());

async function linesOf(visitor: Visitor, query: Record<string, string> = {}): Promise<string[]> {
  const { body, statusCode } = await visitor.get(paths.coverageFile(query));
  expect(statusCode).toBe(200);
  return body.trim().split('\r\n').slice(1);
}

describe('the coverage of a round', () => {
  it('has every provider that is asked, and says what each waits for', async () => {
    const page = await manager.read(paths.coverage());
    expect(page.text).toMatch(/Digital maturity self-assessment 2017: due at 23:59 on/);
    const lines = await linesOf(manager);
    expect(page.text).toContain(`${lines.length} providers asked`);
    const wolverhampton = lines.find((line) => line.startsWith('RL4,')) ?? '';
    expect(wolverhampton).toContain('Nothing recorded here,2017-12-15,,,,');
    expect(lines.some((line) => line.includes(',Submitted,'))).toBe(true);
    const submitted = await manager.read(paths.coverage({ wait: 'submitted' }));
    expect(submitted.text).toContain('Nothing is left to do');
    expect(submitted.text).not.toContain('Sign: ');
    expect(page.text).not.toContain(': Nobody');
    const nobody = await manager.read(paths.coverage({ wait: 'nobody-to-sign' }));
    expect(nobody.text).toContain('Nobody to answer: invite a coordinator Nobody to sign: invite an executive');
    const reviewed = await reviewer.read(paths.coverage({ wait: 'nobody-to-sign' }));
    expect(reviewed.text).toContain('Nobody to answer Nobody to sign');
  });

  it('follows what is answered and who holds a role', async () => {
    const trust = await service.database
      .selectFrom('organisation')
      .select('organisation_id')
      .where('code', '=', 'RL4')
      .executeTakeFirstOrThrow();
    const coordinator = await signInAs(service, [{ role: 'coordinator', scopeId: trust.organisation_id }], {
      name: 'Cora',
    });
    await coordinator.submit(paths.assessmentSection('RL4', 'dmsa-2017', 'leadership'), {
      'answer-LD1': 'neither',
      'revision-LD1': '0',
    });
    const [line = ''] = (await linesOf(manager, { wait: 'being-answered' })).filter((each) => each.startsWith('RL4,'));
    expect(line).toMatch(/Being answered,2017-12-15,,,1,\d+,/);
    expect(line).toContain('Cora');
    await service.owner
      .updateTable('role_grant')
      .set({ ended_at: new Date() })
      .where('role', '=', 'executive')
      .execute();
    expect((await linesOf(manager, { wait: 'nobody-to-sign' })).some((each) => each.startsWith('RL4,'))).toBe(true);
  });

  it('is narrowed by place, and a reviewer sees their region alone', async () => {
    const all = await linesOf(manager);
    const inRegion = await linesOf(manager, { region: 'Y54' });
    expect(inRegion.length).toBeLessThan(all.length);
    expect(await linesOf(reviewer)).toEqual(inRegion);
    expect(await linesOf(reviewer, { region: 'Y55' })).toEqual([]);
    expect((await linesOf(manager, { footprint: 'wolverhampton' })).map((line) => line.slice(0, 3))).toContain('RL4');
  });

  it('is for reviewers and the national team, and for rounds that there are', async () => {
    const lead = new Visitor(service.app);
    await lead.become('persona-lead');
    expect((await lead.get(paths.coverage())).statusCode).toBe(403);
    expect((await lead.get(paths.coverageFile())).statusCode).toBe(403);
    expect((await manager.get(paths.coverage({ round: 'none' }))).statusCode).toBe(404);
    expect((await manager.get(paths.coverage({ page: '999', wait: 'x', region: '\0' }))).statusCode).toBe(200);
  });

  it('is shown on the map, whose hexagons lead to the list of each area', async () => {
    const { body } = await manager.get(paths.coverage());
    const [, href = '', counted = ''] = /<a href="([^"]*area=E54[^"]*)"[^>]*><title>[^<]*: (\d+) of/.exec(body) ?? [];
    const within = await linesOf(manager, {
      area: new URL(href.replaceAll('&amp;', '&'), 'http://x').searchParams.get('area') ?? '',
    });
    expect(within.length).toBeGreaterThan(0);
    expect(within.filter((line) => line.includes(',Submitted,'))).toHaveLength(Number(counted));
    const plans = await manager.read(paths.planCoverage());
    expect(plans.details('Show on a map how many footprints have submitted').text).toMatch(
      /Each hexagon is one STP area, shaded by the share of the footprints in it/,
    );
  });

  it('is searched by name and by code', async () => {
    expect(await linesOf(manager, { find: 'rl4' })).toHaveLength(1);
    expect((await linesOf(manager, { find: 'royal wolverhampton' }))[0]).toContain('RL4,');
    expect((await manager.read(paths.coverage({ find: 'no such trust' }))).text).toContain('No provider matches');
  });
});

describe('the coverage of roadmaps', () => {
  async function plansOf(visitor: Visitor, query: Record<string, string> = {}): Promise<string[]> {
    const { body, statusCode } = await visitor.get(paths.planCoverageFile(query));
    expect(statusCode).toBe(200);
    return body.trim().split('\r\n').slice(1);
  }
  const lineOf = async (name: string) => (await plansOf(manager, { find: name }))[0] ?? '';

  it('has every footprint that is asked, and says for whom each waits', async () => {
    const page = await manager.read(paths.planCoverage());
    const lines = await plansOf(manager);
    expect(page.text).toContain('Local Digital Roadmap 2016: due at 23:59 on 22 December 2017');
    expect(page.places).toContain(paths.invitePerson({ role: 'lead', place: 'barnsley' }));
    expect(page.places).toContain(paths.agreement('newcastle-gateshead'));
    expect(page.text).toContain(`${lines.length} footprints asked`);
    expect(await lineOf('newcastle')).toMatch(/,Waiting for endorsements,[^,]+|Nobody to endorse it,[^,]+/);
    expect(await lineOf('wolverhampton')).toMatch(/^Wolverhampton,[^,]+,,Nothing recorded here,[^,]+,2017-12-22,,,/);
  });

  it('follows what is begun and who holds a role', async () => {
    const footprint = await service.database
      .selectFrom('area_record')
      .select('area_id')
      .where('slug', '=', 'wolverhampton')
      .executeTakeFirstOrThrow();
    const lead = await signInAs(service, [{ role: 'lead', scopeId: footprint.area_id }], { name: 'Leda' });
    expect(await lineOf('wolverhampton')).toMatch(/,,Nothing recorded here,[^,]*Leda/);
    await lead.submit(paths.roadmap('wolverhampton'), {});
    expect(await lineOf('wolverhampton')).toMatch(/,Draft,Being written,[^,]*Leda/);
  });

  it('is narrowed by place and by what is waited for, and a reviewer sees their region alone', async () => {
    const inRegion = await plansOf(manager, { region: 'Y54' });
    expect(inRegion.length).toBeLessThan((await plansOf(manager)).length);
    expect(await plansOf(reviewer)).toEqual(inRegion);
    const written = await plansOf(manager, { wait: 'being-written' });
    expect(written.every((line) => line.includes(',Being written,'))).toBe(true);
    const lead = new Visitor(service.app);
    await lead.become('persona-lead');
    expect((await lead.get(paths.planCoverage())).statusCode).toBe(403);
    expect((await lead.get(paths.planCoverageFile())).statusCode).toBe(403);
  });
});

describe('who is asked', () => {
  it('is counted alike on the list of a round that nobody works in any more, and before it is closed or withdrawn', async () => {
    const day = today(service.context.clock);
    const plan = { label: 'Plan 2090', 'baseline-round': 'dmsa-2015', 'opens-on': day, 'due-on': '1 6 2090' };
    await manager.submit(paths.newPlanningRound(), plan);
    for (const [round, page] of [
      ['ldr-2016', paths.closeRound('ldr-2016')],
      ['plan-2090', paths.withdrawRound('plan-2090')],
    ] as const) {
      const [, asked] = /(\d+) footprints asked/.exec((await manager.read(paths.planCoverage({ round }))).text) ?? [];
      const follows = (await manager.read(page)).section('What follows').text;
      const counts = [...follows.matchAll(/(\d+) footprints? (?!can )/g)].map(([, count]) => Number(count));
      expect([round, counts.reduce((sum, count) => sum + count, 0)]).toEqual([round, Number(asked)]);
    }
  });
});

describe('reminding without a mail server', () => {
  it('leads administrators to where it is set up, and tells others who sets it up', async () => {
    const both = await signInAs(service, [{ role: 'programme-manager' }, { role: 'administrator' }]);
    const page = (await both.read(paths.remind())).section('Remind providers');
    expect(page.text).toContain('No mail server is set up');
    expect(page.link('Set up a mail server')).toBe(paths.serviceSettings());
    const alone = (await manager.read(paths.remind())).section('Remind providers');
    expect(alone.text).toContain('An administrator sets it up');
    expect(alone.places).not.toContain(paths.serviceSettings());
  });

  it('lists whom to ring or write to by hand, on the page and as a file', async () => {
    await signInAs(service, [{ role: 'coordinator', scopeId: 'RL4' }], { name: 'Dora Coordinator' });
    const page = await manager.read(paths.remind({ find: 'RL4' }));
    const rows = page.table('Whom to ring or write to');
    const row = rows.find(([, , person = '']) => person.includes('Dora Coordinator')) ?? [];
    expect(row[0]).toContain('(RL4)');
    expect(row[3]).toContain('@');
    const { body } = await manager.get(page.link('The list as CSV'));
    const dora = body.split('\r\n').find((line) => line.includes('Dora Coordinator'));
    expect(dora?.split(',')).toEqual(expect.arrayContaining(['Dora Coordinator', 'Assessment coordinator', row[3]]));
  });
});

describe('a round that is closed', () => {
  it('waits for nobody, and asks for nobody to be invited', async () => {
    await manager.submit(paths.closeRound('dmsa-2017'), { after: '0', reason: 'Over' });
    const page = await manager.read(paths.coverage({ round: 'dmsa-2017', find: 'wolverhampton' }));
    expect(page.text).toContain('Nobody: the round is closed');
    expect(page.links.join()).not.toContain('invite a');
  });
});
