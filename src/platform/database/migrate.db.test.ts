import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { migrateToLatest } from './migrate.ts';

let clone: TestDatabase;
let folder: string;

beforeEach(async () => {
  clone = await cloneDatabase('facts');
  await sql`drop schema public cascade`.execute(clone.owner);
  await sql`create schema public`.execute(clone.owner);
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-migrations-'));
  await migration('0002-pear', 'alter table apple add column pear text');
  await migration('0001-apple', 'create table apple (id integer primary key); insert into apple values (1)');
});

afterEach(async () => {
  await clone.close();
  await rm(folder, { recursive: true });
});

function migration(name: string, text: string): Promise<void> {
  return writeFile(path.join(folder, `${name}.sql`), text);
}

async function applesIn(database: Kysely<never> | TestDatabase['database']): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from apple`.execute(database);
  return rows[0]?.count ?? 0;
}

test('applies each file once, in the order of their names', async () => {
  expect(await migrateToLatest(clone.owner, folder)).toEqual(['0001-apple', '0002-pear']);
  expect(await migrateToLatest(clone.owner, folder)).toEqual([]);
  await migration('0003-plum', 'alter table apple add column plum text');
  expect(await migrateToLatest(clone.owner, folder)).toEqual(['0003-plum']);
  expect(await applesIn(clone.owner)).toBe(1);
});

test('several that start at the same time apply each file once between them', async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrateToLatest(clone.owner, folder)));
  expect(applied.flat().sort()).toEqual(['0001-apple', '0002-pear']);
  expect(await applesIn(clone.owner)).toBe(1);
});

test('a file with a fault leaves the tables as they were', async () => {
  await migration('0003-wrong', 'alter table apple add column plum text; alter table nothing add column x text');
  await expect(migrateToLatest(clone.owner, folder)).rejects.toThrow('nothing');
  const { rows } = await sql`select 1 from information_schema.columns where column_name = 'plum'`.execute(clone.owner);
  expect(rows).toEqual([]);
});
