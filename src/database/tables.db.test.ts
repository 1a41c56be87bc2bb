import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeTables, tablesFile } from '../../scripts/generate-tables.ts';
import { cloneDatabase, type TestDatabase } from '../../test/database/test-service.ts';

let clone: TestDatabase;

beforeAll(async () => {
  clone = await cloneDatabase('facts');
});

afterAll(() => clone.close());

test('the types are those of the tables the migrations make; `npm run tables` writes them anew', async () => {
  expect(await readFile(tablesFile, 'utf8')).toBe(await describeTables(clone.database));
});
