import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService, testSecret } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { buildApp } from '../../../compose.ts';
import { publicChangeChannel } from '../../../database/public-tables.ts';
import { paths } from '../../../paths.ts';
import { ChangeListener } from '../../../platform/database/change-listener.ts';
import { type Database, openDatabase, openPool } from '../../../platform/database/database.ts';
import { withoutLimits } from '../../../platform/database/limits.ts';
import { createLogger } from '../../../platform/logging.ts';
import { givenAnswers } from '../../scoring/answers/saved-answer.ts';
import { FEWEST_SIMILAR } from '../../sense-checks/index.ts';
import { insertAssessments } from '../insert-assessments.ts';
import { answerAll } from '../testing/pages.ts';
import { careSetting, completeForm, nextTrust, realInstrument, realPack, roundId } from '../testing/real-instrument.ts';

/* What an organisation's answers are held against is kept in memory, and others go on submitting: here, and in another process. */

let service: TestService;
let other: { readonly app: FastifyInstance; readonly database: Database; readonly changes: ChangeListener };

beforeAll(async () => {
  service = await startTestService('facts');
  const changes = new ChangeListener({ url: service.url, channel: publicChangeChannel, log: createLogger('silent') });
  const database = openDatabase(openPool(service.url, 2, withoutLimits, changes.attend));
  await changes.start();
  other = { app: await buildApp({ ...service.context, database }, testSecret, changes), database, changes };
});

afterAll(async () => {
  await other.app.close();
  await other.changes.stop();
  await other.database.destroy();
  await service.close();
});

/** Results of so many trusts that answered every question as low as can be. */
async function insertLowResults({ database }: Pick<TestService, 'database'>, count: number): Promise<void> {
  const instrument = await realInstrument();
  const at = new Date('2015-12-01T12:00:00Z');
  const assessments = Array.from({ length: count }, () => ({
    organisationId: nextTrust(),
    assessmentId: randomUUID(),
    careSetting,
    state: 'submitted' as const,
    answers: givenAnswers(completeForm(instrument, 0)),
    answeredAt: at,
    submittedAt: at,
  }));
  const batch = { roundId, instrument, assessments, origin: 'Test', at };
  await database.transaction().execute((transaction) => insertAssessments(transaction, batch));
}

/** A trust answers everything as high as can be, asks for a signature and gets it, all in one process. */
async function submitIn(process: Pick<TestService, 'app' | 'database'>): Promise<void> {
  const trust = nextTrust();
  const coordinator = await signInAs(process, [{ role: 'coordinator', scopeId: trust }]);
  await answerAll(coordinator, await realInstrument(), trust);
  await coordinator.submit(paths.assessmentRequest(trust, roundId), {});
  const executive = await signInAs(process, [{ role: 'executive', scopeId: trust }]);
  const toSign = await executive.read(paths.assessmentAuthorise(trust, roundId));
  const signed = await executive.submit(paths.assessmentAuthorise(trust, roundId), {
    declaration: 'accepted',
    digest: toSign.hidden('digest'),
  });
  expect(signed.headers.location).toBe(paths.organisationReport(trust, roundId));
}

/** How many results a page holds the answers against; null where there are too few. */
async function heldAgainst(visitor: Visitor, page: string): Promise<number | null> {
  const { text } = await visitor.read(page);
  const counts = [...text.matchAll(/the middle half of (\d+) results of providers of the same kind \(acute/g)].map(
    ([, count]) => Number(count),
  );
  expect(new Set(counts).size).toBeLessThan(2);
  return counts[0] ?? null;
}

test('answers are held against every result that was submitted, at once, whichever process took it', async () => {
  const trust = nextTrust();
  const cora = await signInAs(service, [{ role: 'coordinator', scopeId: trust }]);
  await answerAll(cora, await realInstrument(), trust);
  const checks = paths.assessmentSenseChecks(trust, roundId);
  const request = paths.assessmentRequest(trust, roundId);
  const both = async () => [await heldAgainst(cora, checks), await heldAgainst(cora, request)];
  const toCheck = async () => (await cora.read(paths.assessment(trust, roundId))).fact('Worth a second look').text;

  await insertLowResults(service, FEWEST_SIMILAR - 1);
  expect(await both()).toEqual([null, null]);
  const before = await toCheck();

  await submitIn(service);
  expect(await both()).toEqual([FEWEST_SIMILAR, FEWEST_SIMILAR]);
  const after = await toCheck();
  expect(after).not.toBe(before);

  await submitIn({ ...service, app: other.app });
  await service.changes.settled();
  expect(await both()).toEqual([FEWEST_SIMILAR + 1, FEWEST_SIMILAR + 1]);
  expect(await toCheck()).toBe(after);

  await cora.submit(request, {});
  const chief = await signInAs(service, [{ role: 'executive', scopeId: trust }]);
  await submitIn(service);
  // What was asked when the signature was asked for stands, and those who submit after it change nothing in it.
  expect(await heldAgainst(chief, paths.assessmentAuthorise(trust, roundId))).toBe(FEWEST_SIMILAR + 1);
});

test('nobody learns before its day how results of the round spread', async () => {
  const pack = { ...(await realPack()), resultsPublic: 'on-a-day' as const };
  const held = await startTestService('facts', { pack });
  try {
    const trust = nextTrust();
    const cora = await signInAs(held, [{ role: 'coordinator', scopeId: trust }]);
    await answerAll(cora, await realInstrument(), trust);
    await insertLowResults(held, FEWEST_SIMILAR);
    for (const page of [paths.assessmentSenseChecks(trust, roundId), paths.assessmentRequest(trust, roundId)]) {
      expect(await heldAgainst(cora, page)).toBeNull();
    }
    await cora.submit(paths.assessmentRequest(trust, roundId), {});
    const chief = await signInAs(held, [{ role: 'executive', scopeId: trust }]);
    expect(await heldAgainst(chief, paths.assessmentAuthorise(trust, roundId))).toBeNull();
  } finally {
    await held.close();
  }
});
