import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { organisationsListing } from './organisation-list.ts';
import { listOrganisationLines } from './organisation-list-repository.ts';

/* Files name an integrated care board and no area: it lies in the area of its code, and in the region of that area. */

const asAt = '2026-06-30';

let clone: TestDatabase;
beforeAll(async () => {
  clone = await cloneDatabase('facts');
  const boards = sql`(select organisation_id from organisation_record where type_id = 'integrated-care-board')`;
  await sql`delete from organisation_area where organisation_id in ${boards}`.execute(clone.database);
  await sql`
    update organisation_record set region_code = '', geography_code = ''
    where type_id = 'integrated-care-board'`.execute(clone.database);
});
afterAll(() => clone.close());

it('places a board that no file places', async () => {
  const { rows } = await sql<{ kind: string; name: string }>`
    select area.kind, area.name
    from organisation_record as board
    join organisation_place as place on place.organisation_id = board.organisation_id and place.valid @> ${asAt}::date
    join area_record as area on area.area_id = place.area_id and area.valid @> ${asAt}::date
    where board.code = 'QUA' and board.valid @> ${asAt}::date
    order by area.kind`.execute(clone.database);
  expect(rows).toEqual([
    { kind: 'icb', name: expect.stringContaining('Black Country') },
    { kind: 'region', name: 'Midlands' },
  ]);
});

it('lists it in its region', async () => {
  const { database } = clone;
  const midlands = await database
    .selectFrom('area_record')
    .select('code')
    .where('kind', '=', 'region')
    .where('name', '=', 'Midlands')
    .executeTakeFirstOrThrow();
  const type = 'integrated-care-board';
  const within = await listOrganisationLines(
    database,
    organisationsListing(asAt, { type, region: midlands.code }, 'name'),
    null,
    100,
  );
  const all = await listOrganisationLines(database, organisationsListing(asAt, { type }, 'name'), null, 100);
  expect(within.rows.map(({ code }) => code)).toContain('QUA');
  expect(within.rows.length).toBeLessThan(all.rows.length);
});
