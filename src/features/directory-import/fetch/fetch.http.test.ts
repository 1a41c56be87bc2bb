import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { parseConfig } from '../../../platform/config.ts';
import { beginFetchWhenDue } from './begin-fetch.ts';
import { ordInterface, type RegistryServer, sendJson, startRegistryServer } from './testing/registry-server.ts';
import { type FetchJob, workOnFetch } from './work-on-fetch.ts';

let registry: RegistryServer;
let service: TestService;
let manager: Visitor;
let now = new Date('2026-11-02T09:00:00Z');

beforeAll(async () => {
  registry = await startRegistryServer(ordInterface([{ code: 'RZ9', name: 'INVENTED NHS TRUST' }]));
  const config = parseConfig({
    DEMO: '0',
    LOG_LEVEL: 'silent',
    DIRECTORY_URL: `${registry.origin}/ORD/2-0-0/organisations?PrimaryRoleId=RO197`,
    DIRECTORY_KIND: 'ord',
    DIRECTORY_PRIVATE: '1',
  });
  service = await startTestService('facts', { config, clock: () => now });
  manager = await signInAs(service, [{ role: 'programme-manager' }]);
});
afterAll(async () => {
  await service.close();
  await registry.close();
});

const patience = { timeout: 30_000, interval: 100 };
const section = async () => (await manager.read(paths.imports())).section('Fetched from the registry');
const page = async () => (await section()).text;
const lastAsked = () => registry.asked.findLast((asked) => asked.includes('?'));

/** Asks by the button, and waits for what the page says of it then. */
async function fetchNow(words: string): Promise<void> {
  now = new Date(now.getTime() + 60_000);
  await manager.submit(paths.imports(), {}, paths.fetchImports());
  await vi.waitFor(async () => expect(await page()).toContain(words), patience);
}

const knows = async (code: string) => (await manager.get(paths.organisation(code))).statusCode === 200;

it('asks by itself, shows the difference, and changes nothing before somebody confirms it', async () => {
  await vi.waitFor(
    async () => expect(await page()).toContain('1 organisation; the file: Waiting for a decision'),
    patience,
  );
  expect(lastAsked()).toBe('/ORD/2-0-0/organisations?PrimaryRoleId=RO197&Limit=1000');
  const address = (await section()).link('see it');
  const file = await manager.read(address);
  expect(file.text).toContain('2 November 2026, fetched from the registry');
  expect(file.text).toContain('Invented NHS Trust');
  expect(await knows('RZ9')).toBe(false);

  // The page has no button now; somebody may have had it open before.
  await manager.submit(paths.newImport(), {}, paths.fetchImports());
  const told = await manager.read(paths.imports());
  expect(told.told).toBe('Nothing was fetched: the file that was fetched before waits for a decision.');
  expect(told.headings).toContain('Important');
  expect(told.headings).not.toContain('Success');
  expect(await page()).toContain('Nothing more is fetched until somebody decides');

  await manager.submit(address, { decision: 'confirm' }, `${address}/decide`);
  await vi.waitFor(async () => expect(await page()).toContain('the file: Brought in'), patience);
  expect(await knows('RZ9')).toBe(true);
});

it('asks only what has changed since then, and says when nothing has', async () => {
  registry.answer = ordInterface([]);
  await fetchNow('nothing has changed there');
  expect(lastAsked()).toContain('LastChangeDate=2026-11-02');
});

it('says the same against the directory twice, and it waits for a decision once', async () => {
  const { database } = service.context;
  const { code, name } = await sql<{ code: string; name: string }>`
    select record.code, record.name from succession_in_force as link
    join organisation_record as record
      on record.organisation_id = link.predecessor_id and upper(record.valid) = link.effective_on
    where link.subject = 'organisation' and record.type_id = 'acute-trust' order by record.code limit 1`
    .execute(database)
    .then(({ rows: [row] }) => row ?? raise());
  const closed = { code, name: name.toUpperCase() };
  const waiting = async () =>
    (await manager.read(paths.contradictions())).text.match(/To be decided: \d+/)?.[0] ?? 'none';
  expect(await waiting()).toBe('none');
  for (const others of [[], [{ code: 'RZ7', name: 'ONE MORE INVENTED NHS TRUST' }]]) {
    registry.answer = ordInterface([closed, ...others]);
    await fetchNow(
      `${others.length + 1} organisation${others.length === 0 ? '' : 's'}; the file: Waiting for a decision`,
    );
    const address = (await section()).link('see it');
    await manager.submit(address, { decision: 'confirm' }, `${address}/decide`);
    await vi.waitFor(async () => expect(await page()).toContain('the file: Brought in'), patience);
    expect(await waiting()).toBe('To be decided: 1');
  }
});

it('is asked no sooner than configured, once for all processes', async () => {
  const before = await countFetches();
  const queue = async () => ({ add: async () => undefined, stop: async () => undefined });
  const { config, database, newId } = service.context;
  const look = () => beginFetchWhenDue({ database, newId, clock: () => now }, queue, config.registry ?? raise());
  now = new Date('2026-11-03T09:00:00Z');
  await look();
  expect(await countFetches()).toBe(before);
  now = new Date('2026-11-03T09:04:00Z');
  await Promise.all([look(), look()]);
  expect(await countFetches()).toBe(before + 1);
  // Its job was never added here: what is forgotten so ends, and is asked again.
  now = new Date('2026-11-04T12:00:00Z');
  await look();
  expect(await countFetches()).toBe(before + 2);
  now = new Date('2026-11-04T15:00:00Z');
  await look();
  expect(await page()).toContain('failed, because the service ended several times meanwhile');
});

it('says what went wrong, on its page and to those who run the service', async () => {
  registry.answer = (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello');
  await fetchNow('answers with text/html, not with JSON');
  expect((await manager.read(paths.status())).text).toContain('answers with text/html, not with JSON');
  registry.answer = (_request, response) => sendJson(response, { Organisation: { Name: 'NAMELESS' } });
  await fetchNow('1 organisation; the file: Refused');
});

it('asks again for an answer that was refused, and sends nobody to mend it', async () => {
  const before = await countRefused();
  await fetchNow('1 organisation; the file: Refused');
  await vi.waitFor(async () => expect(await countRefused()).toBe(before + 1), patience);
  const { import_upload_id: refused } = await service.database
    .selectFrom('import_upload')
    .select('import_upload_id')
    .where('state', '=', 'refused')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { text } = await manager.read(paths.importUpload(refused));
  expect(text).toContain('The answer of the registry was refused');
  expect(text).not.toContain('send the file again');
});

it('ends as failed when something unexpected happens on the last try', async () => {
  const { config, database, newId } = service.context;
  const configured = config.registry ?? raise();
  let job: FetchJob | null = null;
  const add = async (_: unknown, added: FetchJob) => {
    job = added;
  };
  now = new Date('2026-11-08T09:00:00Z');
  const queue = async () => ({ add, stop: async () => undefined });
  await beginFetchWhenDue({ database, newId, clock: () => now }, queue, configured);
  registry.answer = ordInterface([{ code: 'RZ8', name: 'ANOTHER INVENTED NHS TRUST' }]);
  const work = { started: () => Promise.reject(new Error('there is no queue')) };
  const signal = new AbortController().signal;
  await workOnFetch(service.context, work, configured, { data: job ?? raise(), isLast: true, signal });
  expect(await page()).toContain('failed, because something went wrong on our side');
});

async function countRefused(): Promise<number> {
  const rows = await service.database
    .selectFrom('import_upload')
    .select('import_upload_id')
    .where('state', '=', 'refused')
    .execute();
  return rows.length;
}

async function countFetches(): Promise<number> {
  const { count } = await service.database
    .selectFrom('directory_fetch')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function raise(): never {
  throw new Error('no registry is configured');
}
