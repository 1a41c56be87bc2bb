import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { newId } from '../../platform/ids.ts';
import { insertAssessments } from '../assessment/index.ts';
import { listOrganisationsOfTypes } from '../directory/index.ts';
import { type Instrument, instrumentOfRound, questionsFor, scaleOf } from '../programme/index.ts';
import type { Answer } from '../scoring/index.ts';

const heading = 'What has changed since the round before';
const labels = 'Digital maturity self-assessment 2015/16 and Digital maturity self-assessment 2017';
const caption = `Medians on common questions, ${labels}`;
const providerCount = 12;

let service: TestService;
let visitor: Visitor;

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

async function submit(
  roundId: string,
  submittedAt: Date,
  answersOf: (instrument: Instrument, index: number) => Answer[],
): Promise<void> {
  const { context, database, owner } = service;
  const instrument = instrumentOfRound(context.pack, roundId);
  const trusts = (await listOrganisationsOfTypes(database, ['acute-trust'], '2016-06-30')).slice(0, providerCount);
  const assessments = trusts.map(({ organisationId }, index) => ({
    organisationId,
    assessmentId: newId(),
    careSetting: 'acute',
    state: 'submitted' as const,
    answers: answersOf(instrument, index),
    answeredAt: submittedAt,
    submittedAt,
  }));
  const batch = { roundId, instrument, assessments, origin: 'Tests', at: submittedAt };
  await owner.transaction().execute((transaction) => insertAssessments(transaction, batch));
  await service.changes.settled();
}

describe('with two rounds that are over', () => {
  beforeAll(async () => {
    service = await startTestService('facts');
    visitor = new Visitor(service.app);
    const first = (instrument: Instrument) => answersIn(instrument, 'acute', [], false);
    await submit('dmsa-2015', new Date('2016-01-10T12:00:00Z'), first);
    expect((await visitor.read('/insights')).headings).not.toContain(heading);
    const given = first(instrumentOfRound(service.context.pack, 'dmsa-2015'));
    await submit('dmsa-2017', new Date('2017-10-20T12:00:00Z'), (instrument, index) =>
      answersIn(instrument, 'acute', given, index < 7),
    );
  });
  afterAll(() => service.close());

  test('providers are compared with themselves on what both asked', async () => {
    const part = (await visitor.read('/insights')).section(heading);
    expect(part.text).toMatch(
      /^12 providers submitted in Digital maturity self-assessment 2015\/16 and in Digital maturity self-assessment 2017\. Each is compared with itself on the 93 questions/,
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

describe('with a second round that runs', () => {
  beforeAll(async () => {
    service = await startTestService('demo');
    visitor = new Visitor(service.app);
  });
  afterAll(() => service.close());

  test('those who have submitted so far are compared overall alone, and the results of the first still stand', async () => {
    const page = await visitor.read('/insights');
    const part = page.section(heading);
    expect(part.text).toMatch(
      /^Digital maturity self-assessment 2017 is under way\. So far 1\d\d of the 23\d providers asked have submitted in it and in .*Themes and sections come here once/,
    );
    const [overall = [], ...others] = part.table(caption);
    expect(others).toEqual([]);
    const [name, then, now, moved = ''] = overall;
    const [, up, down] = /^(\d+) up, (\d+) down, \d+ as before$/.exec(moved) ?? [];
    expect([name, Number(now) > Number(then), Number(up) > 100]).toEqual(['Overall', true, true]);
    expect(Number(down)).toBeGreaterThan(5);
    expect(page.section('Explore the scores').text).toContain('Digital maturity self-assessment 2015/16');
  });
});
