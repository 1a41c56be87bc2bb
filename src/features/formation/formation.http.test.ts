import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GrantToHold, signInAs } from '../../../test/builders/sign-in-as.ts';
import { expectNowhere } from '../../../test/database/nowhere.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { formAt } from './testing/proposed.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

const person = (name: string, ...grants: GrantToHold[]) => signInAs(service, grants, { name });
const executive = (scopeId: string, name: string) => person(name, { role: 'executive', scopeId });
const slug = 'coventry-and-warwickshire';

const onPage = async () => {
  const { page } = await formAt(service.context, slug);
  return { number: `${page.number}`, digest: page.digest ?? '' };
};
const revisionOf = async (page: 'area' | 'organisations' | 'people') =>
  `${(await formAt(service.context, slug)).written.saves[page]?.revision ?? 0}`;

describe('a footprint from proposal to change', () => {
  let lead: Visitor;
  let partner: Visitor;
  let reviewer: Visitor;
  beforeAll(async () => {
    lead = await executive('05A', 'Lee Lead');
    partner = await executive('05H', 'Pat Partner');
    reviewer = await person('Rae Reviewer', { role: 'reviewer', scopeId: 'region:Y55' });
  });

  it('is proposed by the executive of a CCG, for that CCG alone', async () => {
    const page = await lead.read(paths.proposeFootprint());
    expect(page.group('Lead commissioner').text).toBe(
      'The form begins with the areas in which it lies NHS Coventry and Rugby CCG (05A) Coventry and Warwickshire STP area, Midlands and East of England region',
    );
    const empty = readPage(await lead.submit(paths.proposeFootprint(), {}), 422);
    expect(empty.errors).toEqual([
      { message: 'Enter the name of the footprint', field: 'Name of the footprint' },
      { message: 'Select the lead commissioner', field: 'Lead commissioner' },
    ]);
    const name = 'Coventry and Warwickshire';
    expect((await lead.submit(paths.proposeFootprint(), { name, lead: '05H' })).statusCode).toBe(403);
    const taken = await lead.submit(paths.proposeFootprint(), { name: 'Sheffield', lead: '05A' });
    expect(readPage(taken, 422).field('Name of the footprint')).toMatchObject({
      value: 'Sheffield',
      error: 'A footprint or proposal of that name is there already',
    });
    const begun = await lead.submit(paths.proposeFootprint(), { name, lead: '05A' });
    expect(begun.headers.location).toBe(paths.formation(slug));
    const work = await lead.read(paths.workspace());
    expect(work.section('Waiting for you').task('Complete the footprint form of Coventry and Warwickshire')).toBe(
      'To do',
    );
    expect((await lead.get(paths.footprint(slug))).statusCode).toBe(404);
  });

  it('is written page by page, with organisations found by plain search', async () => {
    const address = paths.footprintFormOrganisations(slug);
    const found = await lead.get(paths.footprintFormOrganisations(slug, { find: 'warwickshire north' }));
    expect(
      readPage(found, 200)
        .table('Found by “warwickshire north”')
        .map(([, code]) => code),
    ).toEqual(['05H']);
    expect(readPage(found, 200).places).toContain(paths.footprintFormOrganisations(slug, { code: '05H' }));
    const put = async (code: string, capacity: string, revision?: string) =>
      lead.submit(
        paths.footprintFormOrganisations(slug, { code }),
        { code, capacity, revision: revision ?? (await revisionOf('organisations')) },
        address,
      );
    expect((await put('05H', 'partner')).statusCode).toBe(303);
    expect((await put('RKB', 'provider')).statusCode).toBe(303);
    const late = await put('RLT', 'provider', '1');
    expect(readPage(late, 409).headings[0]).toBe('Your change was not saved');
    expect(readPage(late, 409).text).toContain('Lee Lead changed the list while you were choosing');
    const without = await put('05A', 'none');
    expect(readPage(without, 422).errors).toEqual([
      {
        message: 'Make another commissioner the lead first: a footprint is never without one',
        field: 'What is NHS Coventry and Rugby CCG (05A) in the footprint?',
      },
    ]);
    expect((await lead.get(paths.footprintFormOrganisations(slug, { code: 'NOPE' }))).statusCode).toBe(422);
  });

  it('says what is missing before it is put to the commissioners', async () => {
    const blocked = await lead.submit(paths.formation(slug), {}, paths.putFootprintForm(slug)).catch(() => null);
    expect(blocked).toBeNull();
    const page = await lead.read(paths.putFootprintForm(slug));
    expect(page.section('To put right first').text).toContain('Name the senior responsible owner');
    expect(page.buttons.filter((button) => button.includes('CCGs'))).toEqual([]);
  });

  it('keeps what two people typed', async () => {
    const address = paths.footprintFormPeople(slug);
    const revision = await revisionOf('people');
    const wrong = await lead.submit(address, { revision, 'owner-name': 'Olu Owner', 'owner-email': 'nowhere' });
    const owner = readPage(wrong, 422).group('Senior responsible owner');
    expect(owner.field('E-mail address').error).toContain('enter an e-mail address like name@example.nhs.uk');
    expect(owner.field('Name').value).toBe('Olu Owner');
    const fields = { revision, 'owner-name': 'Olu Owner', 'owner-email': 'olu@example.nhs.uk' };
    expect((await lead.submit(address, fields)).statusCode).toBe(303);
    const manager = await person('Mo Manager', { role: 'programme-manager' });
    const second = await manager.submit(address, { revision, 'owner-name': 'Somebody Else' });
    const both = readPage(second, 409);
    expect(both.headings[0]).toBe('Lee Lead saved this page while you were writing');
    expect(both.table('Where the two differ')).toContainEqual([
      'Senior responsible owner',
      'Olu Owner',
      'Somebody Else',
    ]);
    expect(both.group('Senior responsible owner').field('Name').value).toBe('Somebody Else');
  });

  it('saves a page while it is typed, each time over the last, and nothing that is not right', async () => {
    const address = paths.footprintFormPeople(slug);
    const revision = await revisionOf('people');
    const fields = { 'owner-name': 'Olu Owner', 'owner-email': 'olu@example.nhs.uk' };
    const typed = await lead.type(address, { ...fields, revision, group: 'Digital gr' });
    expect(typed.json()).toMatchObject({
      words: expect.stringMatching(/^Saved at /),
      fields: { revision: expect.any(String) },
    });
    expect(
      (await lead.type(address, { ...fields, revision: typed.json().fields.revision, group: 'Digital group' }))
        .statusCode,
    ).toBe(200);
    expect((await lead.type(address, { ...fields, revision, group: 'Other' })).statusCode).toBe(409);
    expect(
      (await lead.type(address, { 'owner-name': 'Olu', 'owner-email': 'olu@', revision: await revisionOf('people') }))
        .statusCode,
    ).toBe(422);
    expect((await lead.read(address)).field('Governance group').value).toBe('Digital group');
    expect((await new Visitor(service.app).get(paths.footprint(slug))).statusCode).toBe(404);
  });

  it('is endorsed by each CCG for itself, then by the region', async () => {
    const sent = await lead.submit(paths.putFootprintForm(slug), await onPage());
    expect(sent.headers.location).toBe(paths.formation(slug));
    expect((await lead.get(paths.footprintFormArea(slug))).statusCode).toBe(409);
    const token = { _csrf: await lead.tokenOf(paths.contact()) };
    const late = await lead.post(paths.footprintFormPeople(slug), { ...token, 'owner-name': 'Olu Late' });
    expect(readPage(late, 409).section('What you typed').text).toContain('Owner name Olu Late');
    const waiting = (await partner.read(paths.workspace())).section('Waiting for you');
    expect(
      waiting.task('Endorse the footprint form of Coventry and Warwickshire for NHS Warwickshire North CCG'),
    ).not.toBe('');
    const own = paths.endorseFootprintForm(slug, '05H');
    expect((await partner.get(paths.endorseFootprintForm(slug, '05A'))).statusCode).toBe(403);
    const silent = await partner.submit(own, { ...(await onPage()), decision: 'decline' });
    expect(silent.statusCode).toBe(422);
    const other = await partner.submit(own, { ...(await onPage()), digest: '0'.repeat(64), decision: 'endorse' });
    expect(other.statusCode).toBe(409);
    expect((await partner.submit(own, { ...(await onPage()), decision: 'endorse' })).statusCode).toBe(303);
    expect((await reviewer.get(paths.decideFootprintForm(slug))).statusCode).toBe(409);
    const mine = paths.endorseFootprintForm(slug, '05A');
    expect((await lead.submit(mine, { ...(await onPage()), decision: 'endorse' })).statusCode).toBe(303);

    const forReviewer = (await reviewer.read(paths.workspace())).section('Waiting for you');
    expect(forReviewer.text).toContain('Decide on the footprint form');
    const page = await reviewer.read(paths.decideFootprintForm(slug));
    const owner = page.section('People and governance').fact('Senior responsible owner');
    expect(owner.text).toContain('olu@example.nhs.uk');
    expect(page.section('If the region endorses it').text).toContain('3 memberships begin');
    const decided = await reviewer.submit(paths.decideFootprintForm(slug), { ...(await onPage()), decision: 'accept' });
    expect(decided.statusCode).toBe(303);
    expect((await new Visitor(service.app).get(paths.footprint(slug))).statusCode).toBe(200);
  });

  it('is changed by its lead from then on, no longer by the executive who proposed it', async () => {
    expect((await lead.get(paths.openFootprintForm(slug))).statusCode).toBe(403);
    const keeper = await person('Kit Keeper', { role: 'lead', scopeId: 'footprint:cw' });
    expect((await keeper.submit(paths.openFootprintForm(slug), {})).statusCode).toBe(303);
    expect((await keeper.get(paths.openFootprintForm(slug))).statusCode).toBe(409);
    const area = paths.footprintFormArea(slug);
    const date = { 'starts-on': '1', 'starts-on-month': '10', 'starts-on-year': '2016' };
    const fields = { revision: '1', name: 'Coventry', reason: 'A trust leaves', ...date };
    expect((await keeper.submit(area, fields)).statusCode).toBe(303);
    const put = await keeper.read(paths.putFootprintForm(slug));
    expect(put.section('Worth a look').text).toContain('The name “Coventry” needs a succession event');
    const given = await keeper.submit(paths.returnFootprintForm(slug), {
      ...(await onPage()),
      action: 'withdraw',
      reason: 'Too early',
    });
    expect(given.statusCode).toBe(303);
    const overview = await keeper.read(paths.formation(slug));
    expect(overview.table('What has happened')[0]?.[0]).toContain('Too early');
    expect(overview.buttons).toContain('Ask for a change');
    const first = await keeper.read(paths.footprintForm(slug, 1));
    expect(
      first
        .section('Organisations')
        .table('Organisations that take part')
        .map(([, code]) => code),
    ).toEqual(['05A', '05H', 'RKB']);
    expect((await keeper.get(paths.footprintForm(slug, 9))).statusCode).toBe(404);
  });
});

describe('a form of a footprint that is called something else since', () => {
  it('is known by the name of its own day, with the name of today beside it', async () => {
    const keeper = await person('Kay Keeper', { role: 'lead', scopeId: 'footprint:cw' });
    expect((await keeper.submit(paths.openFootprintForm(slug), {})).statusCode).toBe(303);
    await service.owner
      .updateTable('area_record')
      .set({ name: 'Coventry and the county' })
      .where('area_id', '=', 'footprint:cw')
      .execute();
    const [row] = (await keeper.read(paths.formations())).table('Forms in hand');
    expect(row?.[0]).toBe('Coventry and Warwickshire Now called Coventry and the county');
    const waiting = (await keeper.read(paths.workspace())).section('Waiting for you');
    expect(waiting.task('Complete the request for change of Coventry and Warwickshire')).toBe('To do');
    expect((await keeper.read(paths.footprintForm(slug, 3))).title).toBe('Coventry and Warwickshire Form 3');
    expect((await keeper.read(paths.formation(slug))).title).toBe(
      'Footprint and governance form Coventry and the county',
    );
  });
});

describe('who may see it', () => {
  it('asks strangers to sign in, and refuses those with no part in it', async () => {
    const stranger = new Visitor(service.app);
    for (const page of [paths.formations(), paths.proposeFootprint(), paths.formation('sheffield')]) {
      expect((await stranger.get(page)).headers.location).toContain('/sign-in');
    }
    const elsewhere = await person('Lou Elsewhere', { role: 'lead', scopeId: 'footprint:glos' });
    expect((await elsewhere.get(paths.formation('sheffield'))).statusCode).toBe(403);
    expect((await elsewhere.get(paths.proposeFootprint())).statusCode).toBe(403);
    const list = await elsewhere.get(paths.formations());
    expect(readPage(list, 200).text).toContain('Gloucestershire');
    expectNowhere(list, 'Sheffield');
    expect((await elsewhere.get(paths.formation('nowhere'))).statusCode).toBe(404);
  });

  it('shows the national team every footprint, and lets it find a lead commissioner', async () => {
    const manager = await person('Mia Manager', { role: 'programme-manager' });
    const list = await manager.read(paths.formations());
    expect(list.text).toContain('Formed before this service; no form is held');
    const found = await manager.read(paths.proposeFootprint('walsall'));
    expect(found.text).toContain('NHS Walsall CCG (05Y)');
    const analyst = await person('Ann Analyst', { role: 'analyst' });
    expect((await analyst.get(paths.formation('sheffield'))).statusCode).toBe(200);
    expect((await analyst.get(paths.openFootprintForm('sheffield'))).statusCode).toBe(403);
  });
});
