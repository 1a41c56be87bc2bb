import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/**
 * A pool whose connections prepare each statement once: the server parses and plans it the first time and only runs it after
 * that, which is most of the cost of a short transaction. Statements without parameters (`begin`, migrations of several
 * statements) are sent as they are.
 */
export function preparingPool(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    connect: async () => preparingClient(await pool.connect()),
    end: () => pool.end(),
  } as PostgresPool;
}

const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();

function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  const known = clients.get(client);
  if (known !== undefined) {
    return known;
  }
  // Kysely knows a connection by its object, so each has one wrapper for as long as it lives.
  const wrapper = Object.assign(Object.create(client) as PostgresPoolClient, {
    query: (text: string, values: unknown[]) =>
      client.query(values.length === 0 ? { text } : { name: nameOf(text), text, values }),
    release: () => client.release(),
  });
  clients.set(client, wrapper);
  return wrapper;
}

const names = new Map<string, string>();

/** One name for each text of a statement, within the 63 characters that PostgreSQL allows. */
function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) {
    return known;
  }
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32);
  names.set(text, name);
  return name;
}
