import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';

const reason =
  'Every ward gives medicines from one digital chart; doses missed fell by a third, and the second year cost less than the first.';
const good = { organisation: 'RL4', group: 'medicines', title: 'One chart on every ward', reason };

let service: TestService;
let analyst: Visitor;

beforeAll(async () => {
  service = await startTestService('facts');
  analyst = await signInAs(service, [{ role: 'analyst' }]);
});

afterAll(() => service.close());

describe('exemplars', () => {
  test('the public list says what will be here while there are none', async () => {
    const page = await new Visitor(service.app).read('/exemplars');
    expect(page.section('Exemplars').text).toContain('No exemplar has been designated yet');
  });

  test('only national roles manage them', async () => {
    const coordinator = await signInAs(service, [{ role: 'coordinator', scopeId: 'org-RL4' }]);
    for (const address of ['/workspace/exemplars', '/workspace/exemplars/new']) {
      expect((await new Visitor(service.app).get(address)).headers.location).toContain('/sign-in');
      expect((await coordinator.get(address)).statusCode).toBe(403);
      expect((await analyst.get(address)).statusCode).toBe(200);
    }
  });

  test('a wrong form comes back with messages and what was typed', async () => {
    const page = await analyst.submit('/workspace/exemplars/new', {
      ...good,
      organisation: 'NHS',
      reason: 'It <b>works</b>',
    });
    const read = readPage(page, 422);
    expect(read.errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('Several organisations match'),
      expect.stringContaining('there are 2'),
    ]);
    expect(read.field('Reason').value).toBe('It <b>works</b>');
    expect(page.body).toMatch(/checked=""[^>]*value="medicines"/);
  });

  test('an empty form names every field once', async () => {
    const page = await analyst.submit('/workspace/exemplars/new', {});
    expect(readPage(page, 422).errors).toHaveLength(4);
  });

  test('what cannot be stored is not', async () => {
    const fields = { ...good, group: "'; drop" };
    const unseen = await analyst.submit('/workspace/exemplars/new', { ...fields, organisation: 'no\0where%' });
    expect(readPage(unseen, 422).field('Organisation').value).toBe('nowhere%');
    const unknown = await analyst.submit('/workspace/exemplars/new', { ...fields, organisation: 'nowhere%' });
    expect(readPage(unknown, 422).field('Organisation').error).toContain('No organisation has that name or code');
  });

  test('a designated exemplar is public at once, and found by words, group and setting', async () => {
    const response = await analyst.submit('/workspace/exemplars/new', good);
    expect(response.statusCode).toBe(303);
    const address = response.headers.location ?? '';
    const visitor = new Visitor(service.app);
    const page = await visitor.read(address);
    expect(page.title).toContain('One chart on every ward');
    expect(page.section('Facts').fact('Organisation').text).toBe('The Royal Wolverhampton NHS Trust (RL4)');
    expect(page.places.filter((place) => place.includes('/withdraw'))).toEqual([]);
    const found = async (query: string) => (await visitor.read(`/exemplars?${query}`)).places.includes(address);
    expect(await found('q=CHART+wolverhampton')).toBe(true);
    // An organisation is found as everywhere: by its code and places too, and by the beginnings of its words.
    expect(await found('q=rl4+WV10+wolver')).toBe(true);
    expect(await found('q=olverhampton')).toBe(false);
    expect(await found('q=chart+elsewhere')).toBe(false);
    expect(await found('q=%25')).toBe(false);
    expect(await found('q=100%25')).toBe(false);
    expect(await found('group=medicines&care-setting=acute')).toBe(true);
    expect(await found('group=records')).toBe(false);
    expect(await found('care-setting=ambulance')).toBe(false);
    expect(await found('group=nonsense&q=')).toBe(true);
  });

  test('a second in the same group is refused beside the field', async () => {
    const page = await analyst.submit('/workspace/exemplars/new', { ...good, title: 'Another chart' });
    expect(readPage(page, 422).errors).toEqual([
      {
        field: 'Capability group',
        message: expect.stringContaining('is an exemplar in medicines management and optimisation already'),
      },
    ]);
    const other = await analyst.submit('/workspace/exemplars/new', { ...good, group: 'records', title: 'One record' });
    expect(other.statusCode).toBe(303);
  });

  test('withdrawing needs a reason, keeps the page and frees the group', async () => {
    const list = await analyst.get('/workspace/exemplars');
    const address = /\/workspace\/exemplars\/[0-9a-f-]+\/withdraw/.exec(list.body)?.[0] ?? '';
    const refused = await analyst.submit(address, { reason: 'No.' });
    expect(refused.statusCode).toBe(422);
    const done = await analyst.submit(address, { reason: `Withdrawn since ${reason}` });
    expect(done.statusCode).toBe(303);
    const id = address.split('/')[3] ?? '';
    const page = await new Visitor(service.app).read(`/exemplars/${id}`);
    expect(page.section('Withdrawn').text).toContain('The national team withdrew this exemplar');
    expect((await new Visitor(service.app).read('/exemplars')).places.join()).not.toContain(id);
    expect((await analyst.get(address)).statusCode).toBe(409);
  });

  test.each(['nonsense', '00000000-0000-0000-0000-000000000000', '%00', "' or 1=1"])(
    'there is no exemplar %j',
    async (id) => {
      const page = await new Visitor(service.app).get(`/exemplars/${encodeURIComponent(id)}`);
      expect(page.statusCode).toBe(404);
    },
  );

  test('every change is in the audit trail', async () => {
    const events = await service.database
      .selectFrom('audit_event')
      .select(['audit_event.action', 'audit_event.on_behalf_of'])
      .where('audit_event.chain', 'like', 'exemplar:%')
      .orderBy('audit_event.at')
      .execute();
    expect(events.map((event) => event.action)).toEqual([
      'exemplar.designate',
      'exemplar.designate',
      'exemplar.withdraw',
    ]);
    expect(events[0]?.on_behalf_of).toBe('National analyst, national team');
  });
});
