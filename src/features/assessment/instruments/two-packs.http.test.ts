import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService, testSecret } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { buildApp } from '../../../compose.ts';
import { paths } from '../../../paths.ts';
import { readProgrammePack } from '../../programme/index.ts';
import { changedPacks, type PackChange, readiness, secondVersion, theQuestion } from '../testing/changed-pack.ts';
import { sectionOf } from '../testing/pages.ts';
import { nextTrust } from '../testing/real-instrument.ts';
import { keepInstruments } from './keep-instruments.ts';

/* Over an upgrade two processes work on one database, each with its own pack. */

const section = 'strategic-alignment';
const changed = 'Our board has a strategy.';
const answers = (optionId: string) => ({ 'answer-SA1': optionId, 'revision-SA1': '0' });

let packs: Awaited<ReturnType<typeof changedPacks>>;
let service: TestService;
const open: FastifyInstance[] = [];

beforeAll(async () => {
  packs = await changedPacks();
  service = await startTestService('facts');
});
afterAll(async () => {
  await Promise.all(open.map((app) => app.close()));
  await service.close();
  await packs.close();
});

/** A process that starts on the same database with a pack in which something is otherwise. */
async function startBeside(...changes: readonly PackChange[]): Promise<FastifyInstance> {
  const pack = await readProgrammePack(await packs.make(...changes));
  const kept = await keepInstruments(service.owner, pack, new Date());
  const app = await buildApp({ ...service.context, pack: kept }, testSecret, service.changes);
  open.push(app);
  return app;
}

const answering = (app: FastifyInstance, trust: string): Promise<Visitor> =>
  signInAs({ ...service, app }, [{ role: 'contributor', scopeId: trust }]);

test('an assessment is begun with the text that is kept, and read with it by both', async () => {
  const later = await startBeside([readiness, theQuestion, changed]);
  const trust = nextTrust();
  const [before, after] = [await answering(service.app, trust), await answering(later, trust)];

  const refused = await before.submit(sectionOf(trust, section), answers('mostly-agree'));
  expect(readPage(refused, 409).errors[0]?.message).toContain('The questions are being changed just now');
  expect(await service.database.selectFrom('assessment').selectAll().execute()).toEqual([]);

  expect((await after.submit(sectionOf(trust, section), answers('mostly-agree'))).statusCode).toBe(303);
  expect((await after.read(sectionOf(trust, section))).text).toContain(changed);
  const there = await before.read(sectionOf(trust, section));
  expect(there.text).toContain(changed);
  expect(there.text).not.toContain(theQuestion);
  // Whoever begins after that is asked the same in both.
  const other = nextTrust();
  const next = await answering(service.app, other);
  expect((await next.read(sectionOf(other, section))).text).toContain(changed);
  expect((await next.submit(sectionOf(other, section), answers('neither'))).statusCode).toBe(303);
});

test('a round goes on asking the version that was answered in it first', async () => {
  const later = await startBeside([readiness, theQuestion, changed], secondVersion);
  const trust = nextTrust();
  const visitor = await answering(later, trust);
  expect((await visitor.submit(sectionOf(trust, section), answers('neither'))).statusCode).toBe(303);
  const found = await service.database.selectFrom('assessment').select(['instrument_version']).distinct().execute();
  expect(found).toEqual([{ instrument_version: '1' }]);
  expect((await visitor.get(paths.workspace())).statusCode).toBe(200);
});
