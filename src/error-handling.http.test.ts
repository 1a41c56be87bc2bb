import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../test/database/test-service.ts';
import { Visitor } from '../test/database/visitor.ts';
import { paths } from './paths.ts';

describe('errors', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService('facts');
  });
  afterAll(() => service.app.close());

  it('answers a page that is not there with 404 and what to do', async () => {
    const response = await new Visitor(service.app).get('/no-such-page');
    expect(response.statusCode).toBe(404);
    expect(response.body).toContain('If you typed the address, check it is right.');
    expect(response.body).toContain('href="/search" role="button"');
  });

  it('knows who is signed in where nothing is, and where the address takes something else', async () => {
    const visitor = await signInAs(service, [{ role: 'analyst' }], { name: 'Ada Reader' });
    const [nowhere, elsewhere] = [await visitor.get('/no-such-page'), await visitor.get(paths.checkAudit())];
    expect([nowhere.statusCode, elsewhere.statusCode]).toEqual([404, 405]);
    for (const { body } of [nowhere, elsewhere]) {
      expect(body).toContain('Ada Reader');
      expect(body).toContain('Sign out');
    }
    expect(elsewhere.body).toContain('Go to the home page');
    expect(elsewhere.body).not.toContain('go to the home page');
  });

  it('answers a form that is too large with 413, and says how large it may be', async () => {
    const response = await new Visitor(service.app).post('/contact', { message: 'x'.repeat(1_100_000) });
    expect(response.statusCode).toBe(413);
    expect(response.body).toContain('larger than the service takes');
  });

  it('says when the database is gone, with a reference and without a trace, and that it is not ready', async () => {
    expect((await service.app.inject('/footprints')).statusCode).toBe(200);
    await service.database.destroy();
    const page = await service.app.inject('/organisations');
    expect(page.statusCode).toBe(500);
    expect(page.body).toContain('Sorry, there is a problem with the service');
    expect(page.body).toContain(`Reference: ${page.headers['x-request-id']}`);
    expect(page.body).not.toMatch(/\.ts:\d+|node_modules/);

    const answer = await service.app.inject('/api/v1/footprints');
    expect(answer.statusCode).toBe(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');

    expect((await service.app.inject('/healthz')).statusCode).toBe(200);
    expect((await service.app.inject('/readyz')).statusCode).toBe(503);
  });
});
