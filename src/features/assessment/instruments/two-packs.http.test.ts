import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPage } from '../../../../test/database/page-reader.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { confirmVersion, proposeVersion } from '../testing/activation-steps.ts';
import { readiness, secondVersion, theQuestion } from '../testing/changed-pack.ts';
import { sectionOf } from '../testing/pages.ts';
import { nextTrust } from '../testing/real-instrument.ts';
import { type ServiceWithOthers, startWithOthersBeside } from '../testing/start-beside.ts';

/* Over an upgrade two processes work on one database, each with its own pack. */

const section = 'strategic-alignment';
const changed = 'Our board has a strategy.';
const answers = (optionId: string) => ({ 'answer-SA1': optionId, 'revision-SA1': '0' });

let beside: ServiceWithOthers;

beforeAll(async () => {
  beside = await startWithOthersBeside();
});
afterAll(() => beside.close());

const answering = (app: FastifyInstance, trust: string): Promise<Visitor> =>
  beside.signIn(app, [{ role: 'contributor', scopeId: trust }]);

/** Two people read the text that is kept now and say that it may be asked. */
async function activate(app: FastifyInstance): Promise<void> {
  const [proposer, confirmer] = [
    await beside.signIn(app, [{ role: 'programme-manager' }]),
    await beside.signIn(app, [{ role: 'administrator' }]),
  ];
  expect((await proposeVersion(proposer, 'dmsa-2015', '1')).statusCode).toBe(303);
  expect((await confirmVersion(confirmer, 'dmsa-2015', '1')).statusCode).toBe(303);
}

test('an assessment is begun with the text that is kept once that is active, and read with it by both', async () => {
  const later = await beside.start([readiness, theQuestion, changed]);
  const trust = nextTrust();
  const [before, after] = [await answering(beside.service.app, trust), await answering(later, trust)];
  for (const visitor of [before, after]) {
    const refused = await visitor.submit(paths.account(), answers('mostly-agree'), sectionOf(trust, section));
    expect(readPage(refused, 409).errors[0]?.message).toContain('The round is not open');
  }
  expect(await beside.service.database.selectFrom('assessment').selectAll().execute()).toEqual([]);

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
  const found = await beside.service.database
    .selectFrom('assessment')
    .select(['instrument_version'])
    .distinct()
    .execute();
  expect(found).toEqual([{ instrument_version: '1' }]);
  expect((await visitor.get(paths.workspace())).statusCode).toBe(200);
});
