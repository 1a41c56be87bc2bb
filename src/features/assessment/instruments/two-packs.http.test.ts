import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { readPage } from '../../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { readiness, secondVersion, theQuestion } from '../testing/changed-pack.ts';
import { sectionOf } from '../testing/pages.ts';
import { nextTrust } from '../testing/real-instrument.ts';
import { processesBeside } from '../testing/start-beside.ts';

/* Over an upgrade two processes work on one database, each with its own pack. */

const section = 'strategic-alignment';
const changed = 'Our board has a strategy.';
const answers = (optionId: string) => ({ 'answer-SA1': optionId, 'revision-SA1': '0' });

let service: TestService;
let beside: Awaited<ReturnType<typeof processesBeside>>;

beforeAll(async () => {
  service = await startTestService('facts');
  beside = await processesBeside(service);
});
afterAll(async () => {
  await beside.close();
  await service.close();
});

const answering = (app: FastifyInstance, trust: string): Promise<Visitor> =>
  signInAs({ ...service, app }, [{ role: 'contributor', scopeId: trust }]);

/** Two people read the text that is kept now and say that it may be asked. */
async function activate(app: FastifyInstance): Promise<void> {
  const page = paths.instrument('dmsa-2015', '1');
  const proposer = await signInAs({ ...service, app }, [{ role: 'programme-manager' }]);
  const confirmer = await signInAs({ ...service, app }, [{ role: 'administrator' }]);
  const digest = (await proposer.read(page)).fact('Digest').text.replaceAll(' ', '');
  expect((await proposer.submit(page, { digest }, paths.proposeInstrument('dmsa-2015', '1'))).statusCode).toBe(303);
  const activation = (await confirmer.read(page)).section('Confirm that it may be asked').hidden('activation');
  const confirmed = await confirmer.submit(page, { digest, activation }, paths.confirmInstrument('dmsa-2015', '1'));
  expect(confirmed.statusCode).toBe(303);
}

test('an assessment is begun with the text that is kept once that is active, and read with it by both', async () => {
  const later = await beside.start([readiness, theQuestion, changed]);
  const trust = nextTrust();
  const [before, after] = [await answering(service.app, trust), await answering(later, trust)];
  for (const visitor of [before, after]) {
    const refused = await visitor.submit(paths.account(), answers('mostly-agree'), sectionOf(trust, section));
    expect(readPage(refused, 409).errors[0]?.message).toContain('The round is not open');
  }
  expect(await service.database.selectFrom('assessment').selectAll().execute()).toEqual([]);

  await activate(later);
  const asked = await before.read(sectionOf(trust, section));
  expect(asked.text).toContain(changed);
  expect(asked.text).not.toContain(theQuestion);
  expect((await before.submit(sectionOf(trust, section), answers('mostly-agree'))).statusCode).toBe(303);
  expect((await after.read(sectionOf(trust, section))).text).toContain(changed);
});

test('a round goes on asking the version that was answered in it first', async () => {
  const later = await beside.start([readiness, theQuestion, changed], secondVersion);
  const trust = nextTrust();
  const visitor = await answering(later, trust);
  expect((await visitor.submit(sectionOf(trust, section), answers('neither'))).statusCode).toBe(303);
  const found = await service.database.selectFrom('assessment').select(['instrument_version']).distinct().execute();
  expect(found).toEqual([{ instrument_version: '1' }]);
  expect((await visitor.get(paths.workspace())).statusCode).toBe(200);
});
