import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FaultyProxy, faultyProxy } from '../../../test/database/faulty-proxy.ts';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { UnavailableError } from '../http/problem.ts';
import { type Database, openDatabase, openPool } from './database.ts';
import { type DatabaseLimits, withoutLimits } from './limits.ts';
import { allowLongWork } from './statements/allow-long-work.ts';

let store: TestDatabase;
let proxy: FaultyProxy;
const opened: Database[] = [];

beforeAll(async () => {
  store = await cloneDatabase('facts');
  await sql`create table note (text text primary key)`.execute(store.owner);
  await sql`grant all on note to public`.execute(store.owner);
});

afterAll(() => store.close());

beforeEach(async () => {
  proxy = await faultyProxy(store.url);
});

afterEach(async () => {
  await proxy.close();
  await Promise.all(opened.splice(0).map((database) => database.destroy()));
});

/** Through the proxy. */
function open(limits: Partial<DatabaseLimits> = {}, onConnect?: (client: ClientBase) => Promise<void>): Database {
  const all = { ...withoutLimits, connections: 2, ...limits };
  const database = openDatabase(openPool(proxy.url, all.connections, all, onConnect), all);
  opened.push(database);
  return database;
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );

const unavailable = (isOutcomeUnknown: boolean) =>
  expect.objectContaining({ name: 'UnavailableError', isOutcomeUnknown });

const pidOf = async (database: Parameters<typeof allowLongWork>[0]) =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database)).rows[0]?.pid ?? 0;

const terminate = (pid: number) => sql`select pg_terminate_backend(${pid}, 5000)`.execute(store.database);

const notes = async () =>
  (await sql<{ text: string }>`select note.text from note order by note.text`.execute(store.database)).rows.map(
    ({ text }) => text,
  );

const insertNote = (database: Parameters<typeof allowLongWork>[0], text: string) =>
  sql`insert into note values (${text})`.execute(database);

describe('a lost connection', () => {
  test('fails the statement that waits on it, and the next one has a new connection', async () => {
    const database = open({ connections: 1 });
    const pid = await pidOf(database);
    const waiting = failureOf(sql`select pg_sleep(60)`.execute(database));
    await terminate(pid);
    expect(await waiting).toEqual(unavailable(false));
    expect(await pidOf(database)).not.toBe(pid);
  });

  test('while nobody waits for an answer in the middle of a transaction harms nobody else', async () => {
    const database = open({ connections: 1 });
    const lost = database.transaction().execute(async (transaction) => {
      await insertNote(transaction, 'lost in the middle');
      await terminate(await pidOf(transaction));
      await insertNote(transaction, 'after that');
    });
    expect(await failureOf(lost)).toEqual(unavailable(false));
    expect(await notes()).not.toContain('lost in the middle');
    await expect(pidOf(database)).resolves.toBeGreaterThan(0);
  });

  test('does not hide why the transaction was given up', async () => {
    const lost = open()
      .transaction()
      .execute(async (transaction) => {
        await terminate(await pidOf(transaction));
        throw new RangeError('the true reason');
      });
    await expect(lost).rejects.toThrow(new RangeError('the true reason'));
  });

  test('is known for one even if it was lost before anybody could use it', async () => {
    const database = open();
    proxy.endOnceReady();
    expect(await failureOf(pidOf(database))).toEqual(unavailable(false));
    await expect(pidOf(database)).resolves.toBeGreaterThan(0);
  });

  test('is known for one even if it was lost with the answer to what is done on every new connection', async () => {
    let isFirst = true;
    const database = open({}, async (client) => {
      if (isFirst) {
        proxy.endOnceReady();
        isFirst = false;
      }
      await client.query('select 1');
    });
    expect(await failureOf(pidOf(database))).toEqual(unavailable(false));
    await expect(pidOf(database)).resolves.toBeGreaterThan(0);
  });

  test('of a server that has gone is told at the next attempt to connect', async () => {
    const database = open();
    await proxy.close();
    expect(await failureOf(pidOf(database))).toEqual(unavailable(false));
  });

  test('at the end of a transaction leaves open whether it was saved', async () => {
    const database = open();
    const saving = database.transaction().execute(async (transaction) => {
      await insertNote(transaction, 'perhaps saved');
      proxy.loseAnswerTo('commit');
    });
    expect(await failureOf(saving)).toEqual(unavailable(true));
    // It was, in this case: only the answer went missing.
    await expect.poll(notes, { timeout: 20_000 }).toContain('perhaps saved');
  });

  test('leaves that open for a write outside of a transaction too, and not for a question', async () => {
    const database = open();
    proxy.loseAnswerTo('insert into note');
    expect(await failureOf(insertNote(database, 'on its own'))).toEqual(unavailable(true));
    proxy.loseAnswerTo('select note.text');
    expect(await failureOf(sql`select note.text from note`.execute(database))).toEqual(unavailable(false));
  });
});

describe('limits', () => {
  test('end a statement that takes too long, and keep the connection', async () => {
    const database = open({ connections: 1, statementMilliseconds: 200 });
    const pid = await pidOf(database);
    expect(await failureOf(sql`select pg_sleep(60)`.execute(database))).toEqual(unavailable(false));
    expect(await pidOf(database)).toBe(pid);
  });

  test('end the wait for a lock', async () => {
    const database = open({ lockMilliseconds: 100 });
    await store.database.transaction().execute(async (transaction) => {
      await sql`lock table note`.execute(transaction);
      expect(await failureOf(insertNote(database, 'locked out'))).toEqual(unavailable(false));
    });
  });

  test('end the wait for a connection that somebody else has', async () => {
    const database = open({ connections: 1, waitMilliseconds: 2000 });
    await database.connection().execute(async () => {
      expect(await failureOf(pidOf(database))).toEqual(unavailable(false));
    });
    await expect(pidOf(database)).resolves.toBeGreaterThan(0);
  });

  test('turn away at once whoever comes when the queue is full', async () => {
    const database = open({ connections: 1, waiting: 3 });
    const { asked, failures } = await database.connection().execute(async () => {
      const asked = Array.from({ length: 5 }, () => pidOf(database));
      return { asked, failures: await Promise.all(asked.slice(3).map(failureOf)) };
    });
    expect(failures).toEqual([unavailable(false), unavailable(false)]);
    expect(await Promise.all(asked.slice(0, 3))).toHaveLength(3);
  });

  test('give up on a server that hangs, for statements under way and for new connections', async () => {
    const database = open({ connections: 2, statementMilliseconds: 1000, waitMilliseconds: 2000 });
    await pidOf(database);
    proxy.stall();
    expect(await failureOf(pidOf(database))).toEqual(unavailable(false));
    expect(await failureOf(pidOf(database))).toEqual(unavailable(false));
    proxy.resume();
    await expect(pidOf(database)).resolves.toBeGreaterThan(0);
  });

  test('are wider for long work, until its transaction ends', async () => {
    const database = open({ connections: 1, statementMilliseconds: 300, lockMilliseconds: 100, idleMilliseconds: 100 });
    const limit = async (connection: Database) =>
      (await sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(connection)).rows[0]
        ?.limit;
    await database.transaction().execute(async (transaction) => {
      await allowLongWork(transaction);
      await sql`select pg_sleep(1.5)`.execute(transaction);
      expect(await limit(transaction)).toBe('10min');
    });
    expect(await limit(database)).toBe('300ms');
    expect(await failureOf(sql`select pg_sleep(60)`.execute(database))).toBeInstanceOf(UnavailableError);
  });

  test('stay away where there are none', async () => {
    await open()
      .transaction()
      .execute(async (transaction) => {
        await allowLongWork(transaction);
        const { rows } = await sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(
          transaction,
        );
        expect(rows).toEqual([{ limit: '0' }]);
      });
  });
});

test('a fault in what was asked is passed on for its caller to read', async () => {
  const database = open();
  await insertNote(database, 'twice');
  await expect(insertNote(database, 'twice')).rejects.toMatchObject({ code: '23505' });
});

test('several statements sent at once answer with the rows of all of them', async () => {
  const { rows } = await sql<{ n: number }>`select 1 as n; select 2 as n`.execute(open());
  expect(rows).toEqual([{ n: 1 }, { n: 2 }]);
});

test('a connection that nobody uses for a minute is there for the next page', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const pool = openPool(store.url, 2);
    const database = openDatabase(pool);
    await sql`select 1`.execute(database);
    vi.advanceTimersByTime(60_000);
    expect(pool.idleCount).toBe(1);
    await database.destroy();
  } finally {
    vi.useRealTimers();
  }
});
