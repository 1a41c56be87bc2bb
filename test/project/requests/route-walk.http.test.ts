import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedIllustration } from '../../../src/features/illustration/testing/shipped-illustration.ts';
import { paths } from '../../../src/paths.ts';
import { signInAs } from '../../builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../database/test-service.ts';
import { Visitor } from '../../database/visitor.ts';
import { findPlace } from './find-place.ts';
import { allRoutes, nationalRoutes, placeRoutes, publicRoutes, signedInRoutes } from './route-addresses.ts';
import type { Place } from './walked-address.ts';

interface Route {
  readonly method: string;
  readonly url: string;
}

type Places = Readonly<Record<'wolverhampton' | 'gloucestershire' | 'doncaster' | 'south-east-london', Place>>;

/** Where somebody has their role, and a place their role does not reach. */
interface Reach {
  readonly home: keyof Places;
  readonly elsewhere: keyof Places;
}

const inWolverhampton: Reach = { home: 'wolverhampton', elsewhere: 'doncaster' };
const reachOf: Readonly<Record<string, Reach>> = {
  'persona-reviewer': { home: 'wolverhampton', elsewhere: 'south-east-london' },
  'persona-reviewer-london': { home: 'south-east-london', elsewhere: 'doncaster' },
  'persona-editor-gloucestershire': { home: 'gloucestershire', elsewhere: 'wolverhampton' },
};

/** The roles held for the nation, and the routes where each may also post. They may read of every place, or of none. */
const national: Readonly<Record<string, { readonly readsPlaces: boolean; readonly posts: RegExp }>> = {
  'persona-analyst': {
    readsPlaces: true,
    posts:
      /^\/workspace\/(assessments\/.*\/(queries|moderation|challenges\/:question\/answer)|exemplars|messages|programme\/instruments)/,
  },
  'persona-programme-manager': {
    readsPlaces: true,
    posts:
      /^\/workspace\/(assessments\/.*\/(queries|moderation|reopening|challenges\/:question\/answer)|audit|exemplars|messages|footprints|programme|roadmaps\/:slug\/publish)/,
  },
  'persona-administrator': { readsPlaces: false, posts: /^\/workspace\/(audit|messages|programme|security)/ },
};

const workingRoutes = { ...signedInRoutes, ...nationalRoutes, ...placeRoutes };

/** Texts that no address of the service leads to. */
const oddities = ['%00', '..%2F..%2Fetc', '99999999999999999999'];

let service: TestService;
let places: Places;
const routes: Route[] = [];

beforeAll(async () => {
  const collect = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ method, url }) => {
      routes.push(...[method].flat().map((each) => ({ method: each, url })));
    });
  // Fastify tells this channel of every new application, before it has any routes.
  subscribe('fastify.initialization', collect);
  service = await startTestService('demo');
  unsubscribe('fastify.initialization', collect);
  await service.app.ready();
  places = await findPlaces();
});

afterAll(() => service.close());

async function findPlaces(): Promise<Places> {
  const wolverhampton = await findPlace(service.database);
  return {
    wolverhampton,
    gloucestershire: { ...wolverhampton, slug: 'gloucestershire', code: 'RTE' },
    doncaster: { ...wolverhampton, slug: 'doncaster', code: 'RP5' },
    'south-east-london': { ...wolverhampton, slug: 'south-east-london', code: 'RJZ' },
  };
}

/** Signing out comes last: it would end the walk of whoever does it. */
function walk(which: Readonly<Record<string, unknown>>, method: 'any' | 'GET' | 'POST' = 'any'): Route[] {
  return routes
    .filter((route) => route.url in which && route.method !== 'HEAD')
    .filter((route) => method === 'any' || route.method === method)
    .toSorted((one, other) => Number(one.url === paths.signOut()) - Number(other.url === paths.signOut()));
}

function addressOf(url: string, place: Place): string {
  return allRoutes[url]?.(place) ?? url;
}

let addresses = 0;

/** Attempts are limited by address, so everyone comes from their own. */
function someone(): Visitor {
  addresses += 1;
  return new Visitor(service.app, `10.9.0.${addresses}`);
}

async function persona(personId: string): Promise<Visitor> {
  const visitor = someone();
  await visitor.become(personId);
  return visitor;
}

/** Takes the route with everything a browser would send but typed fields. Answers the status. */
async function taker(visitor: Visitor) {
  const token = await visitor.tokenOf(paths.contact());
  return async ({ method }: Route, address: string): Promise<number> => {
    const response = await (method === 'POST' ? visitor.post(address, { _csrf: token }) : visitor.get(address));
    return response.statusCode;
  };
}

/** Takes the routes one after another; answers those whose status is not as it should be, in words. */
async function surprises(
  visitor: Visitor,
  through: readonly Route[],
  place: Place,
  isRight: (status: number, route: Route) => boolean,
): Promise<string[]> {
  const take = await taker(visitor);
  const found: string[] = [];
  for (const route of through) {
    const address = addressOf(route.url, place);
    const status = await take(route, address);
    if (!isRight(status, route)) {
      found.push(`${route.method} ${address} answered ${status}`);
    }
  }
  return found;
}

const isRefusal = (status: number) => status === 403 || status === 404;
const isNoFault = (status: number) => status < 500;

it('knows an address for every route', () => {
  const urls = new Set(routes.map(({ url }) => url));
  const unknown = [...urls].filter((url) => !(url in allRoutes));
  expect(
    unknown,
    'Add these routes to test/project/requests/route-addresses.ts, to the list of those they are for',
  ).toEqual([]);
  const gone = Object.keys(allRoutes).filter((url) => !urls.has(url));
  expect(gone, 'These routes are no more: take them out of test/project/requests/route-addresses.ts').toEqual([]);
  const misplaced = Object.keys(publicRoutes).filter((url) => url.startsWith('/workspace'));
  expect(misplaced, 'Nothing under /workspace is public').toEqual([]);
});

it('refuses every form without the token of its page', async () => {
  const signedIn = [await persona('persona-programme-manager'), await persona('persona-lead')];
  for (const visitor of [someone(), ...signedIn]) {
    for (const { url } of walk(allRoutes, 'POST')) {
      const address = addressOf(url, places.wolverhampton);
      // A form with a file asks who sends it before it reads a byte, the token among them.
      const refusals = signedIn.includes(visitor) ? [403] : [401, 403];
      expect(refusals, `POST ${address}`).toContain((await visitor.post(address, {})).statusCode);
    }
  }
});

describe('signed out', () => {
  it('reads what is public', async () => {
    const isAnswer = (status: number) => (status >= 200 && status < 400) || status === 404;
    for (const place of [places.doncaster, places.wolverhampton]) {
      expect(await surprises(someone(), walk(publicRoutes, 'GET'), place, isAnswer)).toEqual([]);
    }
  });

  it('is asked to sign in for everything else', async () => {
    const take = await taker(someone());
    for (const route of walk(workingRoutes)) {
      const address = addressOf(route.url, places.doncaster);
      const status = await take(route, address);
      expect(route.method === 'GET' ? [303] : [401, 403], `${route.method} ${address}`).toContain(status);
    }
    const { headers } = await someone().get(paths.roadmap('doncaster'));
    expect(headers.location).toBe(paths.signIn(paths.roadmap('doncaster')));
  });
});

it('a stranger without a role is refused everything that is not for all who are signed in', async () => {
  const stranger = await signInAs(service, []);
  const others = walk({ ...nationalRoutes, ...placeRoutes });
  expect(await surprises(stranger, others, places.doncaster, isRefusal)).toEqual([]);
  expect(await surprises(stranger, walk(signedInRoutes), places.doncaster, isNoFault)).toEqual([]);
});

/** The first persona of each role: what a role does not reach is the same for all who hold it. */
const oneOfEachRole = [
  ...Map.groupBy((await shippedIllustration()).people, ({ grants }) =>
    [...new Set(grants.map(({ role }) => role))].join(),
  ).values(),
].flatMap(([first]) => (first === undefined ? [] : [first.personId]));

it.each(oneOfEachRole)('%s is refused where the role does not reach', async (personId) => {
  const { elsewhere } = reachOf[personId] ?? inWolverhampton;
  const role = national[personId];
  const mayTake = ({ method, url }: Route) =>
    method === 'POST' || url in nationalRoutes ? role?.posts.test(url) : role?.readsPlaces;
  const refused = walk({ ...nationalRoutes, ...placeRoutes }).filter((route) => mayTake(route) !== true);
  expect(await surprises(await persona(personId), refused, places[elsewhere], isRefusal)).toEqual([]);
});

/** Not those whose role somebody else has who is at home in the places of this walk. */
const atHome = ['persona-ccg-executive', ...Object.keys(reachOf)];
const walkers = [...new Set([...oneOfEachRole, ...atHome])];

it.each(walkers)('%s never meets a fault', async (personId) => {
  const { home } = reachOf[personId] ?? inWolverhampton;
  // The crawl has every person look at each page that they are led to. Here one looks at all of them, and everybody sends each step from
  // nowhere. What is for the nation refuses whoever has no role there, wherever they are at home, and the walk before this one has seen it.
  const own = national[personId] === undefined ? { ...signedInRoutes, ...placeRoutes } : workingRoutes;
  const through = personId === 'persona-lead' ? walk(allRoutes) : walk(own, 'POST');
  expect(await surprises(await persona(personId), through, places[home], isNoFault)).toEqual([]);
});

it.each([
  ['persona-executive', 'wolverhampton'],
  ['persona-editor-gloucestershire', 'gloucestershire'],
] as const)('%s meets no fault at addresses that lead nowhere', async (personId, at) => {
  const take = await taker(await persona(personId));
  const faults: string[] = [];
  for (const [turn, route] of walk(workingRoutes).entries()) {
    for (const address of oddAddresses(route.url, places[at], turn)) {
      const status = await take(route, address);
      if (!isNoFault(status)) {
        faults.push(`${route.method} ${address} answered ${status}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

/** The addresses of a route with each of its parameters replaced by an odd text; each text comes to a third of all of them. */
function oddAddresses(url: string, place: Place, turn: number): string[] {
  const segments = addressOf(url, place).split('/');
  return url
    .split('/')
    .flatMap((part, index) =>
      part.startsWith(':') ? [segments.with(index, oddities[(turn + index) % oddities.length] ?? '').join('/')] : [],
    );
}
