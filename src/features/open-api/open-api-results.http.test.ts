import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectNowhere } from '../../../test/database/nowhere.ts';
import { readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { insertAssessments } from '../assessment/index.ts';
import { getRound, instrumentOfRound, questionsFor, scaleOf } from '../programme/index.ts';
import { operations } from './operations.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
  await addAssessments(service);
});
afterAll(() => service.close());

const get = (url: string) => service.app.inject(`/api/v1${url}`);

/** Five submissions, all but one question answered, and one assessment that is still being written. */
async function addAssessments({ context, database }: TestService): Promise<void> {
  const round = getRound(context.pack, 'dmsa-2015');
  const instrument = instrumentOfRound(context.pack, round.id);
  const at = new Date('2016-01-14T16:20:00Z');
  const write = (organisationId: string, careSetting: string, isSubmitted = true) => ({
    organisationId,
    assessmentId: randomUUID(),
    careSetting,
    state: isSubmitted ? ('submitted' as const) : ('in-progress' as const),
    submittedAt: isSubmitted ? at : null,
    answeredAt: at,
    answers: questionsFor(instrument, careSetting)
      .slice(1)
      .flatMap((question) => {
        const option = scaleOf(instrument, question).options.at(-1);
        return option === undefined
          ? []
          : [
              {
                questionId: question.id,
                value: { kind: 'option' as const, optionId: option.id },
                comment: 'Not for all',
              },
            ];
      }),
  });
  const assessments = [
    write('RL4', 'acute'),
    write('RJ1', 'acute'),
    write('RP5', 'acute'),
    write('RV3', 'mental-health'),
    write('RX6', 'ambulance'),
    write('RGT', 'acute', false),
  ];
  await database
    .transaction()
    .execute((trx) => insertAssessments(trx, { roundId: round.id, instrument, assessments, origin: 'a test', at }));
}

interface Result {
  readonly organisation: { readonly code: string };
  readonly careSetting: { readonly id: string };
}

const codesOf = (page: { readonly items: readonly Result[] }) =>
  page.items.map(({ organisation }) => organisation.code);

describe('results', () => {
  it('are those submitted, each met once by walking', async () => {
    const first = (await get('/results?limit=2')).json();
    const second = (await get(`/results?limit=2&cursor=${first.next}`)).json();
    const third = (await get(`/results?limit=2&cursor=${second.next}`)).json();
    expect([first.total, third.next]).toEqual([5, null]);
    expect([first, second, third].flatMap(codesOf).sort()).toEqual(['RJ1', 'RL4', 'RP5', 'RV3', 'RX6']);
  });

  it('say that they are made up, each and all together', async () => {
    const page = (await get('/results?limit=1')).json();
    expect(page.illustrative).toBe(true);
    expect(page.items[0]).toMatchObject({ illustrative: true, standing: 'illustrative' });
    expect((await get('/results?organisation=RGT')).json()).toMatchObject({ items: [], illustrative: false });
  });

  it('carry method, what stands behind each score and what is missing, and no answers', async () => {
    const response = await get('/results?organisation=RL4');
    const [result] = response.json().items;
    expect(result.method.id).toBe('mean-of-sections');
    expect(result.overall).toMatchObject({ score: 100, missing: 1 });
    expect(result.overall.answered + result.overall.missing).toBe(result.overall.applicable);
    expect(result.themes).toHaveLength(3);
    expect(result.sections[0]).toMatchObject({ missing: 1 });
    expectNowhere(response, 'Not for all');
  });

  it('are filtered by organisation, care setting and round', async () => {
    expect(codesOf((await get('/results?careSetting=mental-health')).json())).toEqual(['RV3']);
    expect(codesOf((await get('/results?organisation=RJ1&round=dmsa-2015')).json())).toEqual(['RJ1']);
    expect((await get('/results?organisation=RJ1&careSetting=ambulance')).json().total).toBe(0);
    expect((await get('/results?round=ldr-2016')).statusCode).toBe(422);
  });

  it('are a table with a row for each score', async () => {
    const response = await get('/results?format=csv');
    expect(response.headers['content-disposition']).toBe('attachment; filename="results.csv"');
    const rows = parse(response.body, { columns: true, record_delimiter: '\r\n' }) as Record<string, string>[];
    expect(rows.filter(({ level }) => level === 'overall')).toHaveLength(5);
    expect(new Set(rows.map(({ illustrative }) => illustrative))).toEqual(new Set(['true']));
    const [page = ''] = new Set(rows.map(({ questionnaire = '' }) => questionnaire));
    expect(readPage(await service.app.inject(page), 200).headings).toContain('How it is scored');
  });

  it('have the shape they are described with', async () => {
    const operation = operations.find(({ id }) => id === 'listResults');
    const body = (await get('/results')).json();
    expect(operation?.answer.parse(body)).toEqual(body);
  });
});
