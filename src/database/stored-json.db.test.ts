import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../test/database/test-service.ts';

let clone: TestDatabase;

beforeAll(async () => {
  clone = await cloneDatabase('facts');
});

afterAll(() => clone.close());

interface Column {
  readonly name: string;
  /** Whether each row says the version of its shape in a column beside. */
  readonly isVersioned: boolean;
}

async function jsonColumns(): Promise<readonly Column[]> {
  const { rows } = await sql<Column>`
    select kept.table_name || '.' || kept.column_name as name, exists (
      select from information_schema.columns as beside
      where beside.table_schema = kept.table_schema and beside.table_name = kept.table_name
        and beside.column_name = 'shape_version') as "isVersioned"
    from information_schema.columns as kept
    join information_schema.tables as base using (table_schema, table_name)
    where kept.table_schema = 'public' and kept.data_type in ('json', 'jsonb') and base.table_type = 'BASE TABLE'
    order by name`.execute(clone.owner);
  return rows;
}

/** Of any type: JSON that is sent byte for byte stands in a column of text. */
async function allColumns(): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`.execute(
    clone.owner,
  );
  return rows.map(({ name }) => name);
}

/** The columns that have a schema, by the calls in the source. */
async function describedColumns(): Promise<ReadonlySet<string>> {
  const files = (await readdir('src', { recursive: true })).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(path.join('src', file), 'utf8')));
  const calls = texts.flatMap((text) => [...text.matchAll(/storedJson(?:<[^(]+>)?\(\s*'([a-z_]+\.[a-z_]+)'/g)]);
  return new Set(calls.map(([, column = '']) => column));
}

describe('JSON in the database', () => {
  it('has a schema with a version, whatever the column', async () => {
    const described = await describedColumns();
    const columns = await jsonColumns();
    expect(columns.length).toBeGreaterThan(10);
    const bare = columns.filter(({ name, isVersioned }) => !isVersioned && !described.has(name));
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  it('is described by no schema of a column that is not there', async () => {
    const names = new Set(await allColumns());
    expect([...(await describedColumns())].filter((name) => !names.has(name))).toEqual([]);
  });
});
