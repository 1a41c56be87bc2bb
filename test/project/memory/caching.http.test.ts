import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '../../../src/paths.ts';
import { startTestService, type TestService } from '../../database/test-service.ts';
import { Visitor } from '../../database/visitor.ts';
import { findPlace } from '../requests/find-place.ts';
import { allRoutes } from '../requests/route-addresses.ts';
import type { Place } from '../requests/walked-address.ts';

let service: TestService;
let place: Place;
beforeAll(async () => {
  service = await startTestService('demo');
  place = await findPlace(service.database);
});
afterAll(() => service.close());

const addresses = Object.entries(allRoutes).filter(([route]) => route !== '/assets/*');

describe('nothing of a person is kept by a browser or a proxy', () => {
  it.each(['persona-executive', 'persona-programme-manager', 'persona-administrator'])(
    '%s, on every route',
    async (personId) => {
      const visitor = new Visitor(service.app);
      await visitor.become(personId);
      const kept: string[] = [];
      for (const [route, addressOf] of addresses) {
        const { headers } = await visitor.get(addressOf(place));
        if (headers['cache-control'] !== 'private, no-store' || !variesAsItShould(route, headers.vary)) {
          kept.push(`${route}: ${headers['cache-control']}, vary ${headers.vary}`);
        }
      }
      expect(kept).toEqual([]);
    },
  );

  it('nor any page with a form, a cookie or a way to sign in, of whoever is not signed in', async () => {
    const kept: string[] = [];
    for (const [route, addressOf] of addresses) {
      const { headers, body, statusCode } = await new Visitor(service.app).get(addressOf(place));
      const isPersonal = body.includes('name="_csrf"') || headers['set-cookie'] !== undefined || statusCode === 303;
      if (isPersonal && headers['cache-control'] !== 'private, no-store') {
        kept.push(`${route}: ${headers['cache-control']}`);
      }
      if (!variesAsItShould(route, headers.vary)) {
        kept.push(`${route}: vary ${headers.vary}`);
      }
    }
    expect(kept).toEqual([]);
  });

  it('nor a form whose token was made with a cookie of before', async () => {
    const visitor = new Visitor(service.app);
    await visitor.get(paths.contact());
    const again = await visitor.get(paths.contact());
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.headers['cache-control']).toBe('private, no-store');
  });

  it('nor what a form answers', async () => {
    const visitor = new Visitor(service.app);
    await visitor.become('persona-executive');
    const [refused, done] = [await visitor.post(paths.contact(), {}), await visitor.submit(paths.signOut(), {})];
    expect([refused.statusCode, done.statusCode]).toEqual([403, 303]);
    for (const { headers } of [refused, done]) {
      expect(headers['cache-control']).toBe('private, no-store');
    }
  });
});

it('leaves what is public, and the files of pages, to be kept', async () => {
  const home = await new Visitor(service.app).get(paths.home());
  expect(home.headers['cache-control']).toBeUndefined();
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(home.body)?.[1] ?? '';
  const asset = await new Visitor(service.app).get(script);
  expect(asset.headers['cache-control']).toContain('immutable');
  expect(variesByCookie(asset.headers.vary)).toBe(false);
  const version = await new Visitor(service.app).get(paths.apiItem('programmes'));
  expect(version.headers['cache-control']).toContain('public');
});

it('goes on saying that answers are packed in different ways', async () => {
  const { headers } = await service.app.inject({ url: paths.home(), headers: { 'accept-encoding': 'gzip' } });
  expect(headers['content-encoding']).toBe('gzip');
  expect(String(headers.vary).toLowerCase().split(/, */).toSorted()).toEqual(['accept-encoding', 'cookie']);
});

/** The API answers everybody alike. */
function variesAsItShould(route: string, vary: unknown): boolean {
  return variesByCookie(vary) !== route.startsWith(paths.api());
}

function variesByCookie(vary: unknown): boolean {
  return String(vary).toLowerCase().split(/, */).includes('cookie');
}
