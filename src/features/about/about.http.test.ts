import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { openDatabase, openPool } from '../../platform/database/database.ts';
import { dataLists } from './views/data-page.tsx';

let service: TestService;
let visitor: Visitor;

beforeAll(async () => {
  service = await startTestService('facts');
  visitor = new Visitor(service.app);
});

afterAll(() => service.close());

describe('pages about the service', () => {
  test.each([
    ['/about', 'About this service', 'Local Digital Roadmaps, England 2015 to 2017'],
    ['/accessibility', 'Accessibility', 'have not tested the service'],
    ['/privacy', 'Privacy', 'ldr-csrf'],
    ['/status', 'Status', 'The service is working'],
    ['/data', 'Data', 'No roadmap has been published on this service yet'],
  ])('%s has its heading and says what it must', async (address, heading, words) => {
    const page = await visitor.get(address);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(`<h1>${heading}</h1>`);
    expect(page.body).toContain(words);
    expect(page.headers['set-cookie']).toBeUndefined();
  });

  test('every list offered can be had as it is offered', async () => {
    for (const { id, hasTable } of dataLists) {
      const json = await visitor.get(`/api/v1/${id}`);
      expect([id, json.statusCode]).toEqual([id, 200]);
      const table = await visitor.get(`/api/v1/${id}?format=csv`);
      expect([id, table.statusCode]).toEqual([id, hasTable ? 200 : 400]);
    }
  });

  test('the status page counts what there is', async () => {
    const page = await visitor.get('/status');
    expect(page.body).toMatch(/Organisations<\/dt><dd[^>]*>\d{3}</);
    expect(page.body).toMatch(/Submitted assessments<\/dt><dd[^>]*>0</);
  });
});

test('without its database the status page still answers, and says so', async () => {
  const database = openDatabase(openPool('postgres://127.0.0.1:1/nowhere'));
  const broken = await startTestService('facts', { database });
  const page = await new Visitor(broken.app).get('/status');
  expect(page.statusCode).toBe(503);
  expect(page.body).toContain('the database cannot be reached');
  await broken.close();
  await database.destroy();
});
