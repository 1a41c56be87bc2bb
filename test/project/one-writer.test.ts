import { expect, it } from 'vitest';
import { listSourceFiles } from './source-files.ts';

/** Names of areas, areas in areas, places of organisations and memberships: `directory/register/places-repository.ts` alone writes them. */
const tables = '(?:area_record|area_link|organisation_area|membership)';

const writing = new RegExp(
  `(?:insert into|update|delete from)\\s+${tables}\\b|(?:insertInto|updateTable|deleteFrom)\\('${tables}'`,
  'i',
);

it('sees a statement that writes, in either way of writing it', () => {
  expect(writing.test('await sql`insert into membership (area_id) values ($1)`')).toBe(true);
  expect(writing.test("transaction.updateTable('area_link').set({})")).toBe(true);
  expect(writing.test('select from membership where true')).toBe(false);
});

it('has one writer of who is where: no other statement of the service names these tables', async () => {
  const files = await listSourceFiles();
  expect(files.filter(({ text }) => writing.test(text)).map(({ path }) => path)).toEqual([]);
});
