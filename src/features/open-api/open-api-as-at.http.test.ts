import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { operations } from './operations.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService('facts');
});
afterAll(() => service.close());

const get = (url: string) => service.app.inject(`/api/v1${url}`);
const onDay = (request: string, day: string) => `${request}${request.includes('?') ? '&' : '?'}as-at=${day}`;
const isDated = ({ queryParameters }: (typeof operations)[number]) => Object.hasOwn(queryParameters.shape, 'as-at');

/** What holds whenever it is asked, and why a day means nothing to it. */
const undated: Readonly<Record<string, string>> = {
  listProgrammes: 'the programme has its own dates',
  listInstruments: 'a questionnaire has a version',
  getInstrument: 'a questionnaire has a version',
  getInstrumentVersion: 'a questionnaire has a version',
  listSuccessions: 'events have days of their own, bounded by from and to',
  listChanges: 'compares two days, from and to',
  listResults: 'a result belongs to a round',
  listRoadmaps: 'publications are numbered and never edited',
  getRoadmap: 'publications are numbered and never edited',
};

describe('as-at', () => {
  it('is taken by everything that tells how the directory stood', () => {
    expect(operations.filter((operation) => !isDated(operation)).map(({ id }) => id)).toEqual(
      expect.arrayContaining(Object.keys(undated)),
    );
    expect(operations.filter((operation) => !isDated(operation) && undated[operation.id] === undefined)).toEqual([]);
  });

  it.each(operations.filter(isDated).map(({ id, example }) => [id, example.request]))(
    'is honoured by %s',
    async (_id, request) => {
      const [usual, early, late] = await Promise.all(
        ['2016-06-30', '1901-01-01', '2099-12-31'].map((day) => get(onDay(request, day))),
      );
      expect(usual?.statusCode).toBe(200);
      for (const [day, response] of [
        ['1901-01-01', early],
        ['2099-12-31', late],
      ] as const) {
        // One thing is not found on a day without it; a filter may name what is not there then.
        expect([200, 404, 422]).toContain(response?.statusCode);
        const body = response?.json();
        expect(body).not.toEqual(usual?.json());
        expect(response?.statusCode !== 200 || body.asAt === undefined || body.asAt === day).toBe(true);
      }
      expect(early?.statusCode === 200 ? early.json().total : 0).toBe(0);
    },
  );

  it.each(operations.filter((operation) => !isDated(operation)).map(({ id, example }) => [id, example.request]))(
    'is refused by %s, to which it means nothing',
    async (_id, request) => {
      const response = await get(onDay(request, '1901-01-01'));
      expect(response.statusCode).toBe(400);
      expect(response.json().errors).toMatchObject([{ parameter: 'as-at' }]);
    },
  );
});
