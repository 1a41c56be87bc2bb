import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addPerson } from '../../../test/builders/sign-in-as.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { newId } from '../../platform/ids.ts';
import { listGivenAnswers } from '../assessment/answering/answer-repository.ts';
import { type Answer, insertAssessments } from '../assessment/index.ts';
import { listSubmittedKeys } from '../assessment/scoring/score-repository.ts';
import { type Instrument, questionsFor, scaleOf } from '../programme/index.ts';

const heading = 'What has changed since the round before';
const caption = 'Medians on common questions, Digital maturity self-assessment 2015/16 and Assessment of 2017';
const submittedAt = new Date('2017-10-20T12:00:00Z');
const providerCount = 12;

let service: TestService;
let visitor: Visitor;

beforeAll(async () => {
  service = await startTestService('demo');
  visitor = new Visitor(service.app);
});
afterAll(() => service.close());

/** What was answered before to what is comparable; of everything else the middle. `raised`: of the strategy the highest. */
function answersIn(instrument: Instrument, careSetting: string, given: readonly Answer[], raised: boolean): Answer[] {
  const before = new Map(given.map((answer) => [answer.questionId, answer.value]));
  return questionsFor(instrument, careSetting).map((question) => {
    const { options } = scaleOf(instrument, question);
    const kept = question.lineage?.isComparable === true ? before.get(question.lineage.from[0] ?? '') : undefined;
    const optionId = (raised && question.id.startsWith('SA') ? options.at(-1) : options[2])?.id ?? '';
    const value =
      kept !== undefined && !(raised && question.id.startsWith('SA')) ? kept : { kind: 'option' as const, optionId };
    return { questionId: question.id, value, comment: '' };
  });
}

async function submitAgain(): Promise<void> {
  const { database, owner, context } = service;
  await addPerson(service, [], { personId: 'planner' });
  const days = { opens_on: '2017-09-01', due_on: '2017-10-31', planned_at: new Date(0), planned_by: 'planner' };
  const round = { round_id: 'of-2017', label: 'Assessment of 2017', instrument_id: 'dmsa-2017', ...days };
  await database.insertInto('planned_round').values(round).execute();
  const instrument = context.pack.instruments.find(({ id }) => id === 'dmsa-2017');
  if (instrument === undefined) {
    throw new Error('The pack has it');
  }
  const keys = (await listSubmittedKeys(database, 'dmsa-2015', null)).slice(0, providerCount);
  const given = await listGivenAnswers(database, keys);
  await owner.transaction().execute((transaction) =>
    insertAssessments(transaction, {
      roundId: 'of-2017',
      instrument,
      origin: 'Tests',
      at: submittedAt,
      assessments: keys.map(({ organisationId, assessmentId, careSetting }, index) => ({
        organisationId,
        assessmentId: newId(),
        careSetting,
        state: 'submitted',
        answers: answersIn(instrument, careSetting, given.get(assessmentId) ?? [], index < 7),
        answeredAt: submittedAt,
        submittedAt,
      })),
    }),
  );
  await service.changes.settled();
}

test('with one round there is nothing to compare', async () => {
  expect((await visitor.read('/insights')).headings).not.toContain(heading);
});

describe('with two rounds', () => {
  beforeAll(submitAgain);

  test('providers are compared with themselves on what both asked', async () => {
    const part = (await visitor.read('/insights')).section(heading);
    expect(part.text).toMatch(
      /^12 providers submitted in Digital maturity self-assessment 2015\/16 and in Assessment of 2017\. Each is compared with itself on the \d+ to \d+ questions/,
    );
    const rows = new Map(part.table(caption).map(([name = '', ...cells]) => [name, cells]));
    expect(rows.size).toBe(1 + 3 + 13);
    const [then, now, moved = ''] = rows.get('Strategic alignment') ?? [];
    const [, up, same] = /^(\d+) up, 0 down, (\d+) as before$/.exec(moved) ?? [];
    expect(Number(up)).toBeGreaterThan(0);
    expect(Number(up) + Number(same)).toBe(12);
    expect(Number(now)).toBeGreaterThan(Number(then));
    // Nothing else was answered otherwise, however many new questions there are.
    const [recordsThen, recordsNow, unmoved] = rows.get('Records, assessments and plans') ?? [];
    expect([recordsNow, unmoved]).toEqual([recordsThen, '0 up, 0 down, 12 as before']);
  });

  test('a page of a day before the second round shows the first alone', async () => {
    const page = await visitor.read('/insights?as-at=2017-03-01');
    expect(page.headings).not.toContain(heading);
  });
});
