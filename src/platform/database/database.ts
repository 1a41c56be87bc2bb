import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from '../../database/tables.ts';
import { guardedPool } from './guarded-pool.ts';
import { type DatabaseLimits, withoutLimits } from './limits.ts';

export type Database = Kysely<DB>;

/** What a repository function takes first: a connection, or the transaction its caller has opened. */
export type Connection = Kysely<DB> | Transaction<DB>;

// Dates stay `YYYY-MM-DD` strings (a Date would shift by time zone); counts and numerics of ours fit a double exactly.
const textDates = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.DATE, (value) => value],
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.NUMERIC, Number],
]);

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    textDates.get(oid) ?? pg.types.getTypeParser(oid, format === 'binary' ? 'text' : format),
};

/**
 * How long a connection is kept that nobody uses. The first query on a new one waits for the server to read what it knows of the
 * tables: tens of milliseconds, which a quiet service would lose at nearly every page by the ten seconds that are usual.
 */
const idleMilliseconds = 10 * 60_000;

/**
 * Opens a pool. Nothing connects until the first query. A connection that is lost is no fault of anybody's: whoever uses it is told
 * by the statement that fails, the pool replaces it at the next query, and whoever wants to know listens to `error` of the pool.
 * `onConnect`: what is done with each connection before anybody has it.
 */
export function openPool(
  connectionString: string,
  max = 20,
  limits: DatabaseLimits = withoutLimits,
  onConnect?: (client: pg.ClientBase) => Promise<void>,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    ...(onConnect === undefined ? {} : { onConnect: unlessLost(onConnect) }),
    types: types as pg.CustomTypesConfig,
    connectionTimeoutMillis: limits.waitMilliseconds,
    idleTimeoutMillis: idleMilliseconds,
    statement_timeout: limits.statementMilliseconds,
    lock_timeout: limits.lockMilliseconds,
    idle_in_transaction_session_timeout: limits.idleMilliseconds,
  });
  // The pool itself listens to a connection only while nobody uses it, and an `error` that nobody listens to ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool.on('error', () => undefined);
}

/**
 * The server may end a connection in the same breath as it answers `onConnect`, before the pool tells anybody that there is a
 * connection to watch. Such a one was never opened.
 */
function unlessLost(onConnect: (client: pg.ClientBase) => Promise<void>) {
  return async (client: pg.ClientBase): Promise<void> => {
    let fault: Error | undefined;
    client.once('error', (error) => {
      fault = error;
    });
    await onConnect(client);
    if (fault !== undefined) {
      throw fault;
    }
  };
}

export function openDatabase(pool: pg.Pool, limits: DatabaseLimits = withoutLimits): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: guardedPool(pool, limits) }) });
}

/** One connection that somebody else opened, and goes on owning, with the transaction that is open on it. */
export function overClient(client: pg.PoolClient): Database {
  // A connection keeps its state in itself, so what stands in for it must ask it, not inherit from it.
  const query = (text: string, values: unknown[]) => client.query(text, values);
  const borrowed = Object.assign(Object.create(client) as pg.PoolClient, { query, release: () => undefined });
  const pool = { options: {}, connect: async () => borrowed, end: async () => undefined };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
