import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp } from '../../../src/compose.ts';
import type { AppContext } from '../../../src/context.ts';
import { publicChangeChannel } from '../../../src/database/public-tables.ts';
import { actedWorld, type Steps } from '../../../src/features/publication/testing/acted-world.ts';
import { formSteps } from '../../../src/features/publication/testing/form-steps.ts';
import { otherSteps } from '../../../src/features/publication/testing/other-steps.ts';
import { registerSteps } from '../../../src/features/publication/testing/register-steps.ts';
import { roadmapSteps } from '../../../src/features/publication/testing/roadmap-steps.ts';
import { successionSteps } from '../../../src/features/publication/testing/succession-steps.ts';
import { aPerson, wolverhampton, writtenDraft } from '../../../src/features/roadmap/testing/wolverhampton.ts';
import { paths } from '../../../src/paths.ts';
import { ChangeListener, unheardChanges } from '../../../src/platform/database/change-listener.ts';
import { type Database, openDatabase, openPool } from '../../../src/platform/database/database.ts';
import { withoutLimits } from '../../../src/platform/database/limits.ts';
import { createLogger } from '../../../src/platform/logging.ts';
import { keepRegister } from '../../../src/register-listeners.ts';
import { startTestService, type TestService, testSecret } from '../../database/test-service.ts';
import { publicRoutes } from '../requests/route-addresses.ts';
import { routesForEverybody } from './routes-for-everybody.ts';

/* Two processes on one database: whatever one of them changes, a page from memory is the page that would be made now. */

interface Process {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly changes: ChangeListener;
}

let service: TestService;
let processes: readonly Process[];
/** Makes every page anew. */
let fresh: FastifyInstance;
let addresses: readonly string[];
let steps: Steps;
let goOn: () => void;
/** The process that acts now. */
let writer: Process;

beforeAll(async () => {
  service = await startTestService('facts');
  const pack = { ...service.context.pack, positionOn: '2019-03-31' };
  const clock = () => new Date('2019-04-01T12:00:00Z');
  const shared: AppContext = { ...service.context, pack, clock, register: keepRegister(pack) };
  processes = [await startProcess(shared), await startProcess(shared)];
  writer = processes[0] as Process;
  const alone = await routesForEverybody(() => buildApp(shared, testSecret, unheardChanges));
  fresh = alone.app;
  // Whoever acts does so on the database of the process whose turn it is.
  const context = Object.defineProperty({ ...shared }, 'database', { get: () => writer.database, enumerable: true });
  steps = await allSteps(context);
  addresses = addressesOf(alone.routes);
}, 60_000);

afterAll(async () => {
  await fresh.close();
  for (const { app, changes, database } of processes) {
    await app.close();
    await changes.stop();
    await database.destroy();
  }
  await service.close();
});

async function startProcess(context: AppContext): Promise<Process> {
  const changes = new ChangeListener({ url: service.url, channel: publicChangeChannel, log: createLogger('silent') });
  const database = openDatabase(openPool(service.url, 5, withoutLimits, changes.attend));
  await changes.start();
  return { app: await buildApp({ ...context, database }, testSecret, changes), database, changes };
}

async function allSteps(context: AppContext): Promise<Steps> {
  const place = await wolverhampton({ context });
  await writtenDraft(place);
  const world = actedWorld(context, place);
  goOn = () => world.goOn();
  const decider = async (name: string) => {
    const { personId, ...person } = await aPerson({ context }, name);
    return { ...person, personId: personId ?? '' };
  };
  const two = [await decider('One'), await decider('Another')] as const;
  const trusts = await sql<{ id: string }>`
    select organisation_id as id from organisation_record where type_id = 'acute-trust' and organisation_id <> ${place.trustId}
    order by organisation_id limit 6`.execute(context.database);
  const providers = trusts.rows.map(({ id }) => id);
  return {
    ...roadmapSteps(world),
    ...registerSteps(world),
    ...formSteps(world),
    ...successionSteps(world, two),
    ...otherSteps(world, providers, two[0]),
  };
}

/** Every address for everybody, and some of them of another day or for a choice. */
function addressesOf(routes: ReadonlySet<string>): string[] {
  const unknownId = '00000000-0000-4000-8000-000000000000';
  const place = {
    slug: 'wolverhampton',
    code: 'RKB',
    exemplarId: unknownId,
    deploymentId: unknownId,
    riskId: unknownId,
  };
  const plain = Object.entries(publicRoutes).flatMap(([route, addressOf]) =>
    routes.has(route) ? [addressOf(place)] : [],
  );
  const dated = [
    '/',
    '/footprints',
    '/footprints/wolverhampton',
    '/organisations/RKB',
    '/insights',
    '/api/v1/memberships',
  ];
  return [
    ...plain,
    ...dated.map((address) => `${address}?as-at=2016-07-15`),
    '/footprints?stage=published',
    '/organisations?q=coventry&status=closed',
    '/search?q=coventry',
    '/api/v1/organisations/RL4',
  ];
}

/** The same on every machine. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function read(app: FastifyInstance, url: string) {
  const { statusCode, headers, body } = await app.inject({ url });
  // A page that something went wrong with tells the number of its request, which has one sign more from one request on.
  const { 'x-request-id': id, date, connection, ratelimit, 'content-length': length, ...lasting } = headers;
  return { url, statusCode, headers: Object.entries(lasting).toSorted(), body: body.replaceAll(String(id), 'id') };
}

/** Does one thing after another in either process, and gives the addresses at which a page was not as it should be. */
async function wrongAfter(order: readonly string[], seed: number): Promise<string[]> {
  const below = numbersFrom(seed);
  const wrong: string[] = [];
  for (const name of order) {
    const asked = Array.from({ length: 3 }, () => addresses[below(addresses.length)] ?? '/');
    await Promise.all(processes.flatMap(({ app }) => asked.map((url) => app.inject({ url }))));
    writer = processes[below(2)] ?? writer;
    goOn();
    await steps[name]?.();
    for (const url of asked) {
      const own = await read(writer.app, url);
      const expected = await read(fresh, url);
      await Promise.all(processes.map(({ changes }) => changes.settled()));
      const others = await Promise.all(processes.map(({ app }) => read(app, url)));
      if ([own, ...others].some((page) => JSON.stringify(page) !== JSON.stringify(expected))) {
        wrong.push(`${url} after ${name}`);
      }
    }
  }
  return wrong;
}

const toPublication = [
  'freezes',
  'is endorsed by all',
  'is submitted',
  'is taken into review',
  'is cleared',
  'is published',
];

it('every page is the one that would be made now, at once where it was changed and as soon as it is heard elsewhere', async () => {
  const below = numbersFrom(20_261_128);
  const names = Object.keys(steps);
  const amongOthers = toPublication.flatMap((name) => [name, names[below(names.length)] ?? name]);
  const atRandom = Array.from({ length: 10 }, () => names[below(names.length)] ?? '');
  expect(await wrongAfter([...toPublication, ...names, ...atRandom, ...amongOthers], 1)).toEqual([]);
  expect((await fresh.inject(paths.publishedRoadmap('wolverhampton'))).statusCode).toBe(200);
});

it('and would not be if a table kept its changes to itself', { timeout: 60_000 }, async () => {
  await sql`alter table exemplar disable trigger public_change`.execute(service.owner);
  addresses = ['/exemplars'];
  const wrong = await wrongAfter(['is an exemplar no more', 'is made an exemplar', 'is an exemplar no more'], 1);
  expect(wrong).not.toEqual([]);
});
