import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { compareNames } from '../../../platform/compare.ts';
import { listAreas } from '../../directory/index.ts';
import { organisationsListing } from './organisation-list.ts';
import { listOrganisationLines } from './organisation-list-repository.ts';

/* Names stand where a reader looks for them, whichever side sorts them: the database or the page. */

const asAt = '2016-06-30';
const odd = ['HRW Federation', 'hampshire partners', 'Hampshire Group', 'Élan Care', 'de Vere Practice', 'Zoë House'];

let clone: TestDatabase;
beforeAll(async () => {
  clone = await cloneDatabase('facts');
  const names = sql.join(odd.map((name, index) => sql`(${index + 1}::bigint, ${name})`));
  await sql`
    update organisation_record as record set name = odd.name
    from (values ${names}) as odd (place, name)
    join (
      select code, row_number() over (order by code) as place from organisation_record
      where type_id = 'ccg' and valid @> ${asAt}::date
    ) as ccg on ccg.place = odd.place
    where record.code = ccg.code and record.valid @> ${asAt}::date`.execute(clone.database);
  await sql`update area_record set name = 'HRW' where kind = 'stp' and code = 'E54000001'`.execute(clone.database);
});
afterAll(() => clone.close());

it.each(['name', 'type'] as const)('lists organisations by %s so, page after page', async (by) => {
  const listing = { ...organisationsListing(asAt, { type: 'ccg' }), sort: { by, descending: false }, types: ['ccg'] };
  const whole = await listOrganisationLines(clone.database, listing, null, 500);
  const names = whole.rows.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(odd));
  expect(names).toEqual(names.toSorted(compareNames));
  const walked: string[] = [];
  let edge: Parameters<typeof listOrganisationLines>[2] = null;
  for (let isMore = true; isMore; ) {
    const page: typeof whole = await listOrganisationLines(clone.database, listing, edge, 7);
    walked.push(...page.rows.map(({ name }) => name));
    edge = { side: 'after', key: page.rows.at(-1)?.key ?? [] };
    isMore = page.hasLater;
  }
  expect(walked).toEqual(names);
});

it('lists organisations by type in the order in which types are read, either way, and from any page', async () => {
  const types = ['council', 'acute-trust', 'ccg'];
  const listingOf = (descending: boolean) => ({
    ...organisationsListing(asAt),
    sort: { by: 'type' as const, descending },
    types,
  });
  const down = await listOrganisationLines(clone.database, listingOf(true), null, 1000);
  const up = await listOrganisationLines(clone.database, listingOf(false), null, 1000);
  expect(down.rows.map(({ code }) => code)).toEqual(up.rows.map(({ code }) => code).toReversed());
  expect([...new Set(up.rows.map(({ typeId }) => typeId))].slice(0, 3)).toEqual(types);
  const edge = { side: 'before', key: up.rows[500]?.key ?? [] } as const;
  const back = await listOrganisationLines(clone.database, listingOf(false), edge, 300);
  expect(back.rows.map(({ code }) => code)).toEqual(up.rows.slice(200, 500).map(({ code }) => code));
});

it('lists areas so', async () => {
  const names = (await listAreas(clone.database, 'stp', asAt)).map(({ name }) => name);
  expect(names).toContain('HRW');
  expect(names).toEqual(names.toSorted(compareNames));
});
