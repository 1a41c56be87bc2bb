import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
  await sql`update organisation_record set status = 'dormant' where code in ('RL4', '8JC79')`.execute(service.database);
});
afterAll(() => service.close());

it.each([
  ['its page', paths.organisation('RL4')],
  ['a search', paths.search('royal wolverhampton')],
  ['the list', paths.organisations({ q: 'royal wolverhampton' })],
  ['its footprint', paths.footprint('wolverhampton')],
  ['its STP area', paths.area('stp', 'E54000016')],
  ['what changed in its footprint', paths.footprintChanges('wolverhampton', { from: '2015-01-01', to: '2016-06-30' })],
  ['what changed', paths.changes({ from: '2015-01-01', to: '2016-06-30', type: 'childrens-trust' })],
])('%s says that a source calls an organisation dormant', async (_where, address) => {
  expect(readPage(await service.app.inject({ url: address }), 200).text).toContain('Called dormant');
});

it('the API says so, of one and in the list', async () => {
  const one = await service.app.inject({ url: paths.apiOrganisation('RL4') });
  expect(one.json()).toMatchObject({ status: 'dormant' });
  const list = await service.app.inject({ url: `${paths.apiOrganisations()}?search=royal%20wolverhampton&format=csv` });
  expect(list.body).toMatch(/^RL4,.*,dormant,/m);
  const memberships = await service.app.inject({ url: paths.apiMembershipsOfOrganisation('RL4') });
  expect(memberships.json()).toMatchObject({ items: [{ organisationStatus: 'dormant' }] });
  const changes = await service.app.inject({
    url: paths.apiChanges({ from: '2015-01-01', to: '2016-06-30', type: 'childrens-trust' }),
  });
  expect(changes.json()).toMatchObject({ items: [{ code: '8JC79', status: 'dormant' }] });
});
