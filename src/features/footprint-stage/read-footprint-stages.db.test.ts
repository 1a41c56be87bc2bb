import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { listFootprints } from '../directory/index.ts';
import { stageOf } from './derive-stages.ts';
import { getFootprintStage, listFootprintStages } from './read-footprint-stages.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService('demo');
});
afterAll(() => service.close());

describe('the stage of one footprint, read alone', () => {
  test.each([
    ['today', '2016-06-30', null],
    ['on a day of drafts', '2016-06-01', '2016-06-01'],
    ['on a day of reviews', '2016-09-15', '2016-09-15'],
    ['before anything was recorded', '2015-12-01', '2015-12-01'],
  ])('is what it is among all: %s', async (_when, asAt, recordedBy) => {
    const day = { asAt, recordedBy };
    const stages = await listFootprintStages(service.context, day);
    const footprints = await listFootprints(service.database, asAt);
    expect(footprints.length).toBeGreaterThan(2);
    for (const { areaId } of footprints) {
      expect([areaId, await getFootprintStage(service.context, areaId, day)]).toEqual([
        areaId,
        stageOf(stages, areaId),
      ]);
    }
  });

  test('knows what members submitted before any roadmap is planned', async () => {
    const { pack } = service.context;
    const rounds = pack.rounds.filter(({ kind }) => kind === 'assessment');
    const day = { asAt: '2016-06-30', recordedBy: null };
    const unplanned = await listFootprintStages({ ...service.context, pack: { ...pack, rounds } }, day);
    expect([...unplanned.values()].some(({ stage }) => stage === 'assessing')).toBe(true);
    expect(unplanned).toEqual(await listFootprintStages(service.context, day));
  });

  test('claims nothing where nothing is recorded', async () => {
    const stage = await getFootprintStage(service.context, 'footprint:nowhere', {
      asAt: '2016-06-30',
      recordedBy: null,
    });
    expect(stage).toMatchObject({ stage: 'not-recorded', publicStage: { label: 'No roadmap recorded' } });
  });
});
