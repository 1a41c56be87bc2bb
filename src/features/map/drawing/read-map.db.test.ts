import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestService, type TestService } from '../../../../test/database/test-service.ts';
import { listFootprints, readDay } from '../../directory/index.ts';
import { type MapRequest, readMap } from './read-map.ts';

let service: TestService;
let asked: MapRequest;

beforeAll(async () => {
  service = await startTestService('facts');
  const { database } = service.context;
  const day = readDay({}, service.context);
  asked = {
    day,
    options: { form: 'hexagons', measure: 'patients' },
    footprints: await listFootprints(database, day.asAt),
    stages: { all: [], of: () => ({ step: 0, label: 'No roadmap recorded', illustrative: false }) },
    results: null,
    published: null,
    within: null,
  };
});
afterAll(() => service.close());

const numberOf = (text: string) => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '') ?? 0);

describe('the map of the register on a day', () => {
  it('counts the patients of a CCG in each STP that it lies in', async () => {
    const { map } = await readMap(service.context, asked);
    const { rows } = await sql<{ patients: number }>`
      select sum(measure.value)::integer as patients
      from organisation_record as ccg
      join organisation_measure as measure on measure.organisation_id = ccg.organisation_id
      join organisation_area as link on link.organisation_id = ccg.organisation_id and link.valid @> ${asked.day.asAt}::date
      join area_record as stp on stp.area_id = link.area_id and stp.valid @> ${asked.day.asAt}::date and stp.kind = 'stp'
      where ccg.type_id = 'ccg' and ccg.valid @> ${asked.day.asAt}::date`.execute(service.database);
    expect(map.picture.kind).toBe('hexagons');
    expect(rows[0]?.patients).toBeGreaterThan(50_000_000);
    expect(map.rows.reduce((sum, { text }) => sum + numberOf(text), 0)).toBe(rows[0]?.patients);
  });

  it('shades STPs by how many organisations they have', async () => {
    const { map } = await readMap(service.context, {
      ...asked,
      options: { form: 'hexagons', measure: 'organisations' },
    });
    expect(map.rows.length).toBeGreaterThan(40);
    expect(map.rows.some(({ text }) => numberOf(text) > 0)).toBe(true);
  });
});
