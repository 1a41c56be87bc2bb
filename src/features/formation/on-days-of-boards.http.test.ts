import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { programmeFolder } from '../../project-folder.ts';
import { keepRegister } from '../../register-listeners.ts';
import { readProgrammePack } from '../programme/index.ts';
import { formAt, someone } from './testing/proposed.ts';
import { saveFormPage } from './writing/save-form-page.ts';

/* A footprint of a day on which boards commission. The organisations are real; what they do here is made up. */

const today = '2026-11-28';
let now = new Date(`${today}T09:00:00Z`);
const slug = 'wolverhampton-and-around';
const board = 'QUA';

let service: TestService;
let manager: Visitor;

beforeAll(async () => {
  const pack = { ...(await readProgrammePack(programmeFolder)), positionOn: today };
  service = await startTestService('facts', { pack, register: keepRegister(pack), clock: () => now });
  manager = await signInAs(service, [{ role: 'programme-manager' }], { name: 'Mo Manager' });
});
afterAll(() => service.close());

const onPage = async () => {
  const { page } = await formAt(service.context, slug);
  return { number: `${page.number}`, digest: page.digest ?? '' };
};
const revisionOf = async (page: 'area' | 'organisations' | 'people') =>
  `${(await formAt(service.context, slug)).written.saves[page]?.revision ?? 0}`;

describe('a footprint on the days of boards', () => {
  it('leads to where a file is brought in when no commissioner is found', async () => {
    const page = await manager.read(paths.proposeFootprint('atlantis'));
    expect(page.text).toContain('No commissioner matches “atlantis”');
    expect(page.link('bring in another')).toBe(paths.newImport());
  });

  it('is proposed by a board', async () => {
    const found = await manager.read(paths.proposeFootprint('black country'));
    expect(found.group('Lead commissioner').text).toContain(
      `NHS Black Country Integrated Care Board (${board}) Black Country ICB area, Midlands region`,
    );
    const name = 'Wolverhampton and around';
    const begun = await manager.submit(paths.proposeFootprint('black country'), { name, lead: board });
    expect(begun.headers.location).toBe(paths.formation(slug));
  });

  it('lies in the area of its board and in the region of that, asked for by their kinds', async () => {
    const { written } = await formAt(service.context, slug);
    const { stps, regions } = written.content.area;
    expect([stps, regions].map((areas) => areas.map(({ code, name }) => `${code} ${name}`))).toEqual([
      ['QUA Black Country'],
      ['Y60 Midlands'],
    ]);
    const page = await manager.read(paths.footprintFormArea(slug));
    expect(page.group('In which ICB areas does it lie?').text).toContain('Each has an integrated care board (ICB)');
    const form = await manager.read(paths.footprintForm(slug, 1));
    expect(form.section('The footprint').fact('ICB area').text).toBe('Black Country (QUA)');
    const ofBoard = await manager.read(paths.organisation(board));
    expect([ofBoard.fact('ICB area').text, ofBoard.fact('Region').text]).toEqual(['Black Country', 'Midlands']);
    const listed = await manager.read(paths.organisations({ q: board, stp: board }));
    expect(listed.table('Organisations with code, type, region and footprint').map(([, code]) => code)).toEqual([
      board,
    ]);
  });

  it('is told when its form is to hold on a day that does not have the areas that were chosen', async () => {
    const fields = { name: 'Wolverhampton and around', regions: 'region:Y60', stps: 'icb:QUA' };
    const save = async (startsOn: string) =>
      manager.submit(paths.footprintFormArea(slug), {
        ...fields,
        'starts-on': startsOn,
        revision: await revisionOf('area'),
      });
    expect((await save('30 6 2016')).statusCode).toBe(303);
    const page = await manager.read(paths.footprintFormArea(slug));
    expect(page.text).toContain(
      'Midlands and Black Country were chosen for another day, and are not there on 30 June 2016',
    );
    expect(page.group('In which STP areas does it lie?').text).toContain('The Black Country');
    const put = await manager.read(paths.putFootprintForm(slug));
    expect(put.section('To put right first').text).toContain(
      'Black Country (QUA) is not there on 30 June 2016. Choose from the areas of that day',
    );
    const { context } = service;
    const { page: on, written } = await formAt(context, slug);
    const area = { ...written.content.area, startsOn: today };
    const again = { ...on, revision: Number(await revisionOf('area')), page: 'area', content: area } as const;
    expect((await saveFormPage(context, again, someone())).kind).toBe('saved');
  });

  it('takes in trusts and councils, and is put, endorsed and decided on', async () => {
    const address = paths.footprintFormOrganisations(slug);
    for (const [code, capacity] of [
      ['RL4', 'provider'],
      ['412', 'council'],
    ] as const) {
      const fields = { code, capacity, revision: await revisionOf('organisations') };
      const put = await manager.submit(paths.footprintFormOrganisations(slug, { code }), fields, address);
      expect([code, put.statusCode]).toEqual([code, 303]);
    }
    const owner = { 'owner-name': 'Olu Owner', 'owner-email': 'olu@example.nhs.uk', group: 'Digital group' };
    const people = { ...owner, revision: await revisionOf('people') };
    expect((await manager.submit(paths.footprintFormPeople(slug), people)).statusCode).toBe(303);
    const put = await manager.read(paths.putFootprintForm(slug));
    expect(put.headings).not.toContain('To put right first');
    expect(put.link('Invite the executive of NHS Black Country Integrated Care Board')).toBe(
      paths.invitePerson({ role: 'executive', place: board }),
    );
    expect((await manager.submit(paths.putFootprintForm(slug), await onPage())).statusCode).toBe(303);
    const executive = await signInAs(service, [{ role: 'executive', scopeId: board }], { name: 'Bo Board' });
    const endorse = paths.endorseFootprintForm(slug, board);
    const { digest } = await onPage();
    const number = digest.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ');
    expect((await executive.read(endorse)).fact('Check number').text).toMatch(
      new RegExp(`^${number} The whole digest:`),
    );
    expect((await executive.submit(endorse, { ...(await onPage()), decision: 'endorse' })).statusCode).toBe(303);
    const reviewer = await signInAs(service, [{ role: 'reviewer', scopeId: 'region:Y60' }], { name: 'Rae Reviewer' });
    expect((await reviewer.read(paths.workspace())).text).toContain('Decide on the footprint form');
    const decided = await reviewer.submit(paths.decideFootprintForm(slug), { ...(await onPage()), decision: 'accept' });
    expect(decided.statusCode).toBe(303);
    const page = await manager.read(paths.footprint(slug));
    expect(page.section('Facts').fact('Lead').text).toBe('NHS Black Country Integrated Care Board');
    expect(page.text).not.toMatch(/CCG with a figure/);
  });

  it('has a roadmap opened in a round of planning of that year', async () => {
    const plan = { label: 'Digital roadmap 2026/27', 'baseline-round': 'dmsa-2015', 'opens-on': '28 11 2026' };
    expect((await manager.submit(paths.newPlanningRound(), { ...plan, 'due-on': '31 3 2027' })).statusCode).toBe(303);
    now = new Date(now.getTime() + 60_000);
    const { found } = { found: await formAt(service.context, slug) };
    const lead = await signInAs(service, [{ role: 'lead', scopeId: found.formation?.footprintId ?? '' }]);
    const before = await lead.read(paths.roadmap(slug));
    expect(before.text).toContain('Digital roadmap 2026/27');
    const begun = await lead.submit(paths.roadmap(slug), {});
    expect(begun.headers.location).toBe(paths.roadmap(slug));
    expect((await lead.read(paths.roadmap(slug))).text).toContain('Version 1');
  });
});
