import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { unplannedDay, unplannedKeys } from './prepared-statements.ts';

describe('statements', () => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await cloneDatabase('facts');
  });
  afterAll(() => store.close());

  it('are prepared once a connection, however often they run', async () => {
    await store.database.connection().execute(async (connection) => {
      const ask = (number: number) =>
        sql<{ twice: number }>`select ${number}::integer * 2 as twice`.execute(connection);
      expect((await ask(1)).rows).toEqual([{ twice: 2 }]);
      expect((await ask(21)).rows).toEqual([{ twice: 42 }]);
      const prepared = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
        connection,
      );
      expect(prepared.rows.filter(({ statement }) => statement.includes('* 2 as twice'))).toHaveLength(1);
    });
  });

  it('are planned anew for each day they ask about', async () => {
    await store.database.connection().execute(async (connection) => {
      const count = (day: string) =>
        sql<{
          count: number;
        }>`select count(*) from area_record as of_a_day where of_a_day.valid @> ${day}::date`.execute(connection);
      expect((await count('2016-06-30')).rows[0]?.count).toBeGreaterThan(0);
      expect((await count('1900-01-01')).rows).toEqual([{ count: 0 }]);
      const prepared = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
        connection,
      );
      expect(prepared.rows.filter(({ statement }) => statement.includes('of_a_day'))).toEqual([]);
    });
  });

  it('are prepared where they look up one thing on a day', async () => {
    await store.database.connection().execute(async (connection) => {
      const count = (day: string) =>
        sql<{
          count: number;
        }>`select count(*) from area_record as of_one where of_one.valid @> ${unplannedDay(day)}`.execute(connection);
      expect((await count('2016-06-30')).rows[0]?.count).toBeGreaterThan(0);
      expect((await count('1900-01-01')).rows).toEqual([{ count: 0 }]);
      const prepared = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
        connection,
      );
      expect(prepared.rows.filter(({ statement }) => statement.includes('of_one'))).toHaveLength(1);
    });
  });

  it('are planned once where they look up a few keys', async () => {
    await store.database.connection().execute(async (connection) => {
      const count = (codes: readonly string[]) =>
        sql<{
          count: number;
        }>`select count(*) from area_record as of_keys where of_keys.code = any(${unplannedKeys(codes)})`.execute(
          connection,
        );
      const known = await sql<{ code: string }>`select distinct code from area_record limit 2`.execute(connection);
      const codes = known.rows.map(({ code }) => code);
      for (let turn = 0; turn < 10; turn += 1) {
        expect((await count(codes)).rows[0]?.count).toBeGreaterThanOrEqual(2);
      }
      expect((await count([])).rows).toEqual([{ count: 0 }]);
      const planned = await sql<{ generic: number; custom: number }>`
        select generic_plans as generic, custom_plans as custom from pg_prepared_statements
        where statement like '%of_keys%'`.execute(connection);
      expect(planned.rows).toEqual([{ generic: 6, custom: 5 }]);
    });
  });

  it('run again after one of them has failed', async () => {
    const divide = (by: number) =>
      sql<{ result: number }>`select 10 / ${by}::integer as result`.execute(store.database);
    await expect(divide(0)).rejects.toThrow('division by zero');
    expect((await divide(5)).rows).toEqual([{ result: 2 }]);
  });
});
