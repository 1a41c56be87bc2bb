import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeDataModel } from '../../scripts/data-model/describe-data-model.ts';
import { dataModelFile, describeTables, tablesFile } from '../../scripts/generate-tables.ts';
import { cloneDatabase, type TestDatabase } from '../../test/database/test-service.ts';

let clone: TestDatabase;

beforeAll(async () => {
  clone = await cloneDatabase('facts');
});

afterAll(() => clone.close());

test('the types are those of the tables the migrations make; `npm run tables` writes them anew', async () => {
  expect(await readFile(tablesFile, 'utf8')).toBe(await describeTables(clone.database));
});

test('the picture of the tables is of those that the migrations make; `npm run tables` draws it anew', async () => {
  expect(await readFile(dataModelFile, 'utf8')).toBe(await describeDataModel(clone.database));
});
