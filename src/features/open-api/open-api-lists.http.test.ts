import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { problemAnswer } from './api-problem.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

const get = (url: string) => service.app.inject(`/api/v1${url}`);

async function walk(list: string): Promise<Record<string, unknown>[]> {
  const met: Record<string, unknown>[] = [];
  let cursor = '';
  let total = 0;
  do {
    const page = (await get(`${list}&cursor=${cursor}`)).json();
    met.push(...page.items);
    total = page.total;
    cursor = page.next ?? '';
  } while (cursor !== '');
  expect(met).toHaveLength(total);
  return met;
}

describe('lists', () => {
  it.each([
    ['/areas?limit=7', (item: Record<string, unknown>) => `${item.kind} ${item.code}`],
    ['/footprints?limit=4', (item: Record<string, unknown>) => item.slug],
    ['/organisations?limit=93', (item: Record<string, unknown>) => item.code],
    ['/organisations?limit=10&type=ccg&region=Y54&search=north', (item: Record<string, unknown>) => item.code],
    [
      '/memberships?limit=9',
      (item: Record<string, unknown>) => JSON.stringify([item.footprint, item.organisation, item.role]),
    ],
    ['/programmes?limit=1', (item: Record<string, unknown>) => item.id],
    ['/instruments?limit=1', (item: Record<string, unknown>) => item.id],
  ])('%s: walking through meets each item exactly once, in the order of the whole list', async (list, idOf) => {
    const met = (await walk(list)).map(idOf);
    expect(met.length).toBeGreaterThan(0);
    expect(new Set(met).size).toBe(met.length);
    const whole = (await get(list.replace(/limit=\d+/, 'limit=500'))).json();
    expect(met.slice(0, 500)).toEqual(whole.items.map(idOf));
  });

  it('gives 100 items unless told otherwise, and the address of the next page', async () => {
    const response = await get('/organisations?type=council');
    const page = response.json();
    expect(page.items).toHaveLength(100);
    expect(page).toMatchObject({ total: 152, illustrative: false, asAt: '2016-06-30' });
    const [, next = ''] = /^<([^>]+)>; rel="next"$/.exec(String(response.headers.link)) ?? [];
    const rest = (await service.app.inject(next)).json();
    expect(rest.items).toHaveLength(52);
    expect(rest.next).toBeNull();
  });

  it('goes on where it was when a row is added before that', async () => {
    const first = (await get('/areas?kind=footprint&limit=5')).json();
    await sql`insert into area (area_id) values ('footprint:aaa')`.execute(service.database);
    await sql`insert into area_record (area_id, kind, code, name, slug, valid, source_id, standing)
      select 'footprint:aaa', 'footprint', 'aaa', 'Aaa', 'aaa', '[2016-01-01,)', source_id, 'inferred' from source limit 1`.execute(
      service.database,
    );
    const second = (await get(`/areas?kind=footprint&limit=5&cursor=${first.next}`)).json();
    await sql`delete from area_record where area_id = 'footprint:aaa'`.execute(service.database);
    await sql`delete from area where area_id = 'footprint:aaa'`.execute(service.database);
    const names = [...first.items, ...second.items].map(({ name }) => name);
    expect(names).toEqual(
      (await get('/areas?kind=footprint&limit=10')).json().items.map((item: { name: string }) => item.name),
    );
  });

  it('filters organisations by words, type and region together', async () => {
    const page = (await get('/organisations?search=WOLVERHAMPTON%20trust&type=acute-trust&region=Y55')).json();
    expect(page.items.map(({ code }: { code: string }) => code)).toEqual(['RL4']);
    expect(page.total).toBe(1);
  });

  it('finds nothing by punctuation alone, rather than everything', async () => {
    expect((await get('/organisations?search=%25')).json()).toMatchObject({ items: [], total: 0, next: null });
  });

  it('filters memberships by footprint, organisation and role', async () => {
    const ofFootprint = (await get('/memberships?footprint=wolverhampton')).json();
    expect(ofFootprint.items.map((item: { organisation: { code: string } }) => item.organisation.code)).toEqual([
      '06A',
      'RL4',
    ]);
    const both = (await get('/memberships?footprint=wolverhampton&organisation=RL4&role=lead')).json();
    expect(both.total).toBe(0);
  });

  it('filters areas by kind', async () => {
    const page = (await get('/areas?kind=region')).json();
    expect(page.items.map(({ code }: { code: string }) => code).sort()).toEqual(['Y54', 'Y55', 'Y56', 'Y57']);
  });
});

describe('as-at', () => {
  it('answers for the day asked', async () => {
    expect((await get('/areas?kind=stp&as-at=2016-03-14')).json()).toMatchObject({ total: 0, asAt: '2016-03-14' });
    expect((await get('/areas?kind=stp&as-at=2016-03-15')).json().total).toBe(44);
    expect((await get('/footprints/wolverhampton?as-at=2016-06-29')).statusCode).toBe(404);
    expect((await get('/memberships?as-at=1999-01-01')).json().total).toBe(0);
  });

  it('shows an end as the first day after', async () => {
    await sql`insert into membership (area_id, organisation_id, role, valid, source_id, standing)
      select 'footprint:wol', '06A', 'support', '[2016-07-01,2016-08-01)', source_id, 'stated' from source limit 1`.execute(
      service.database,
    );
    const last = (await get('/memberships?footprint=wolverhampton&role=support&as-at=2016-07-31')).json();
    expect(last.items).toMatchObject([{ validFrom: '2016-07-01', validTo: '2016-08-01' }]);
    expect((await get('/memberships?footprint=wolverhampton&role=support&as-at=2016-08-01')).json().total).toBe(0);
  });
});

describe('one thing', () => {
  it('is told with what belongs to it', async () => {
    const footprint = (await get('/footprints/wolverhampton')).json();
    expect(footprint).toMatchObject({ name: 'Wolverhampton', standing: 'stated', source: { id: 'ldr-wol' } });
    expect(footprint.memberships).toHaveLength(2);
    const organisation = (await get('/organisations/06A')).json();
    expect(organisation).toMatchObject({ registeredPatients: { value: 269_145 }, memberships: [{ role: 'lead' }] });
    expect((await get('/areas/stp/E54000016')).json().name).toBe('The Black Country');
  });

  it('is found whatever its links say', async () => {
    const { links } = (await get('/organisations/06A')).json();
    const addresses = Object.values<string>(links).filter((address) => address.startsWith('/api/'));
    for (const address of addresses) {
      expect((await service.app.inject(address)).statusCode, address).toBe(200);
    }
  });

  it.each([
    '/footprints/atlantis',
    '/organisations/NOPE',
    '/areas/stp/E1',
    '/areas/planet/earth',
    '/instruments/none',
    '/instruments/dmsa-2015/none',
    '/roadmaps/atlantis',
    '/roadmaps/wolverhampton',
    '/organisations/%00',
    `/organisations/${'x'.repeat(150)}`,
    '/nothing/here',
  ])('%s that is not there is answered with a problem', async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBe(404);
    expect(response.headers).toMatchObject({
      'content-type': expect.stringContaining('application/problem+json'),
      'access-control-allow-origin': '*',
    });
    expect(problemAnswer.parse(response.json())).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('wrong parameters', () => {
  it.each([
    ['/organisations?limit=0', 400, ['limit']],
    ['/organisations?limit=501&as-at=tomorrow', 400, ['as-at', 'limit']],
    ['/organisations?page=2', 400, ['page']],
    ['/organisations?search=%00', 400, ['search']],
    ['/memberships?role=boss', 400, ['role']],
    ['/areas?format=csv', 400, ['format']],
    ['/footprints?cursor=xyz', 400, ['cursor']],
    ['/footprints/wolverhampton?limit=3', 400, ['limit']],
    ['/programmes?as-at=2016-06-30', 400, ['as-at']],
    ['/organisations?type=circus&region=Y99', 422, ['type', 'region']],
    ['/areas?kind=planet', 422, ['kind']],
    ['/memberships?footprint=atlantis&organisation=NOPE', 422, ['footprint', 'organisation']],
    ['/results?round=first&careSetting=home&organisation=NOPE', 422, ['round', 'careSetting', 'organisation']],
  ])('%s is refused with %i, naming %j', async (url, status, parameters) => {
    const response = await get(url);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    const problem = problemAnswer.parse(response.json());
    expect(problem).toEqual(response.json());
    expect(problem.errors?.map(({ parameter }) => parameter)).toEqual(parameters);
  });

  it('refuses a cursor of the same list with other filters', async () => {
    const { next } = (await get('/organisations?limit=1')).json();
    expect((await get(`/organisations?limit=1&cursor=${next}`)).statusCode).toBe(200);
    expect((await get(`/organisations?limit=1&cursor=${next}&as-at=2016-06-30`)).statusCode).toBe(200);
    expect((await get(`/organisations?limit=1&type=ccg&cursor=${next}`)).statusCode).toBe(400);
    expect((await get(`/organisations?limit=1&as-at=2016-07-01&cursor=${next}`)).statusCode).toBe(400);
  });
});
