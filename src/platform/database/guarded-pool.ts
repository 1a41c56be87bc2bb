import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { type DatabaseLimits, longWorkMilliseconds, longWorkStatement } from './limits.ts';
import { prepared } from './statements/prepared-statements.ts';
import { endsConnection, unavailabilityOf, unavailable } from './unavailability.ts';

/** The server ends a statement at its limit by itself; only one that cannot even do that is waited for no longer. */
const graceMilliseconds = 1000;

/**
 * A pool as the query builder uses it, over which nobody waits for ever: a queue that is full, a connection that is lost and a
 * server that does not answer become an `UnavailableError`, and a connection on which that happened is used no more.
 */
export function guardedPool(pool: pg.Pool, limits: DatabaseLimits): PostgresPool {
  // The query builder knows a connection by its object, so each has one wrapper for as long as it lives. It watches from the very
  // beginning: the server may greet and end a connection in one breath, before whoever asked for it has been told.
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  pool.on('connect', (client) => known.set(client, guard(client, limits)));
  const connect = async () => {
    if (pool.waitingCount >= limits.waiting) {
      throw unavailable('busy');
    }
    const client = await pool.connect().catch((error: unknown) => {
      throw unavailabilityOf(error, { isLost: true, isWrite: false });
    });
    return known.get(client) ?? guard(client, limits);
  };
  return { options: pool.options, connect, end: () => pool.end() };
}

function guard(client: pg.PoolClient, limits: DatabaseLimits): PostgresPoolClient {
  let isLost = false;
  let isLongWork = false;
  const lose = () => {
    isLost = true;
  };
  client.once('error', lose);
  client.once('end', lose);

  /** Ending a connection that waits for an answer closes it at once, which makes the statement fail. */
  const giveUp = () => {
    isLost = true;
    void client.end();
  };

  const ask = async <Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> => {
    const limit = isLongWork ? longWorkMilliseconds : limits.statementMilliseconds;
    const deadline = limit === 0 ? undefined : setTimeout(giveUp, limit + graceMilliseconds);
    try {
      return oneResult(await client.query(prepared(text, values)));
    } finally {
      clearTimeout(deadline);
      isLongWork &&= !endsTransaction(text);
    }
  };

  const query = async <Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> => {
    const isRollback = text === 'rollback';
    if (isLost && isRollback) {
      return rolledBack;
    }
    const isWrite = takesEffect(client, text);
    isLongWork ||= text === longWorkStatement;
    try {
      return await ask<Row>(text, values);
    } catch (error) {
      isLost ||= endsConnection(error);
      if (isLost && isRollback) {
        return rolledBack;
      }
      throw unavailabilityOf(error, { isLost, isWrite }) ?? error;
    }
  };

  return Object.assign(Object.create(client) as PostgresPoolClient, {
    query,
    release: (isUnfit?: boolean) => client.release(isLost || isUnfit === true),
  });
}

/** The server rolls back whatever a lost connection left open, so there is nothing to ask and the first fault is the one to tell. */
const rolledBack: PostgresQueryResult<never> = { command: 'ROLLBACK', rowCount: 0, rows: [] };

function endsTransaction(text: string): boolean {
  return text === 'commit' || text === 'rollback';
}

/** Whether something may have been saved although no answer came: at the end of a transaction, or by a write outside of one. */
function takesEffect(client: pg.PoolClient, text: string): boolean {
  return text === 'commit' || (client.getTransactionStatus() === 'I' && !/^\s*(begin|start|select|show)\b/i.test(text));
}

/** Several statements sent at once are answered one by one; whoever asked gets the rows of all. */
function oneResult<Row>(answered: unknown): PostgresQueryResult<Row> {
  const results = [answered].flat() as PostgresQueryResult<Row>[];
  const [first] = results;
  if (first === undefined) {
    throw new Error('a query was answered by nothing');
  }
  return results.length === 1 ? first : { ...first, rows: results.flatMap(({ rows }) => rows) };
}
