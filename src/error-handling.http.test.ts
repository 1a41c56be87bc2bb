import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../test/builders/sign-in-as.ts';
import { PageReader, readPage } from '../test/database/page-reader.ts';
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
    const page = readPage(response, 404).section('Page not found');
    expect(page.text).toContain('If you typed the address, check it is right.');
    expect(page.buttons).toEqual(['Search the service']);
    expect(page.link('Search the service')).toBe('/search');
  });

  it('knows who is signed in where nothing is, and where the address takes something else', async () => {
    const visitor = await signInAs(service, [{ role: 'analyst' }], { name: 'Ada Reader' });
    const [nowhere, elsewhere] = [await visitor.get('/no-such-page'), await visitor.get(paths.checkAudit())];
    expect([nowhere.statusCode, elsewhere.statusCode]).toEqual([404, 405]);
    for (const { body } of [nowhere, elsewhere]) {
      const { links } = new PageReader(body);
      expect(links).toContain('Ada Reader National analyst, national team');
      expect(links).toContain('Sign out');
    }
    const { links } = readPage(elsewhere, 405).section('This page cannot be used that way');
    expect(links).toContain('Go to the home page');
    expect(links).not.toContain('go to the home page');
  });

  it('answers a form that is too large with 413, and says how large it may be', async () => {
    const response = await new Visitor(service.app).post('/contact', { message: 'x'.repeat(1_100_000) });
    expect(readPage(response, 413).section('That is too large').text).toContain('larger than the service takes');
  });

  it('says when the database is gone, with a reference and without a trace, and that it is not ready', async () => {
    expect((await service.app.inject('/footprints')).statusCode).toBe(200);
    await service.database.destroy();
    const page = await service.app.inject('/organisations');
    expect(readPage(page, 500).section('Sorry, there is a problem with the service').text).toContain(
      `Reference: ${page.headers['x-request-id']}`,
    );
    expect(page.body).not.toMatch(/\.ts:\d+|node_modules/);

    const answer = await service.app.inject('/api/v1/footprints');
    expect(answer.statusCode).toBe(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');

    expect((await service.app.inject('/healthz')).statusCode).toBe(200);
    expect((await service.app.inject('/readyz')).statusCode).toBe(503);
  });
});
