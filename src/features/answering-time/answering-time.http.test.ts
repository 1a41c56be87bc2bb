import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import type { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { systemClock } from '../../platform/clock.ts';
import { sectionOf } from '../assessment/testing/pages.ts';
import { nextTrust, roundId } from '../assessment/testing/real-instrument.ts';

let service: TestService;
let now = systemClock();

beforeAll(async () => {
  service = await startTestService('facts', { clock: () => now });
});
afterAll(() => service.close());

const asked = { round: roundId };
const ofQuestions = 'Minutes a question of “6. Records, assessments and plans” took';

/** A first answer, and so many minutes later a second. */
async function answerIn(minutes: number): Promise<void> {
  const trust = nextTrust();
  const visitor = await signInAs(service, [{ role: 'contributor', scopeId: trust }]);
  for (const questionId of ['RA1', 'RA2']) {
    const fields = { [`comment-${questionId}`]: 'As asked', [`revision-${questionId}`]: '0' };
    const sent = await visitor.submit(sectionOf(trust, 'records'), fields);
    expect(sent.statusCode).toBe(303);
    now = new Date(now.getTime() + minutes * 60_000);
  }
}

async function rowOf(analyst: Visitor, start: string): Promise<string[] | undefined> {
  const rows = (await analyst.read(paths.answeringTime(asked)))
    .details('6. Records, assessments and plans')
    .table(ofQuestions);
  return rows.find(([text]) => text?.startsWith(start));
}

it('shows analysts how long a question took once five organisations have answered it, and of nobody how long they took', async () => {
  const analyst = await signInAs(service, [{ role: 'analyst' }]);
  for (const minutes of [1, 2, 3, 8]) {
    await answerIn(minutes);
  }
  const [, second] = (await analyst.read(paths.answeringTime(asked)))
    .details('6. Records, assessments and plans')
    .table(ofQuestions);
  expect(second?.slice(1)).toEqual(['Fewer than 5', 'Not shown', 'Not shown']);
  await answerIn(4);
  expect((await rowOf(analyst, second?.[0] ?? ''))?.slice(1)).toEqual(['5', '3.0', '2.0 to 4.0']);
  const lines = (await analyst.get(paths.answeringTimeFile(asked))).body.split('\r\n');
  const lineOf = (question: string) => lines.find((line) => line.startsWith(`records,${question},`));
  expect(lineOf('RA2')).toMatch(/,5,3,2,4$/);
  expect(lineOf('RA1')).toMatch(/,,,,$/);
  const page = await analyst.read(paths.answeringTime(asked));
  expect(
    page
      .table('Minutes a section took')
      .find(([name]) => name?.startsWith('6.'))
      ?.slice(1),
  ).toEqual(['5', '3.0', '2.0 to 4.0']);
});

it('is for nobody who judges those that answer, nor for those themselves', async () => {
  const trust = nextTrust();
  for (const role of ['coordinator', 'executive', 'contributor'] as const) {
    const visitor = await signInAs(service, [{ role, scopeId: trust }]);
    expect((await visitor.get(paths.answeringTime(asked))).statusCode).toBe(403);
    expect((await visitor.get(paths.answeringTimeFile(asked))).statusCode).toBe(403);
  }
});

it('says that there is no such round', async () => {
  const analyst = await signInAs(service, [{ role: 'analyst' }]);
  expect((await analyst.get(paths.answeringTime({ round: 'none' }))).statusCode).toBe(404);
});
