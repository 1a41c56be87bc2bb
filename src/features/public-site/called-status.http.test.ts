import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { paths } from '../../paths.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('facts');
  await sql`update organisation_record set status = 'dormant' where organisation_id = 'RL4'`.execute(service.database);
});
afterAll(() => service.close());

it.each([
  ['its page', paths.organisation('RL4')],
  ['a search', paths.search('royal wolverhampton')],
  ['the list', paths.organisations({ q: 'royal wolverhampton' })],
  ['its footprint', paths.footprint('wolverhampton')],
  ['its STP area', paths.area('stp', 'E54000016')],
])('%s says that a source calls an organisation dormant', async (_where, address) => {
  const { body, statusCode } = await service.app.inject({ url: address });
  expect(statusCode).toBe(200);
  expect(body).toContain('Called dormant');
});

it('the API says so, of one and in the list', async () => {
  const one = await service.app.inject({ url: paths.apiOrganisation('RL4') });
  expect(one.json()).toMatchObject({ status: 'dormant' });
  const list = await service.app.inject({ url: `${paths.apiOrganisations()}?search=royal%20wolverhampton&format=csv` });
  expect(list.body).toMatch(/^RL4,.*,dormant,/m);
});
