import pg from 'pg';
import { ExplainedError } from '../explained-error.ts';

/** A database named by a setting cannot be used; the message says why and what to do. It never holds the password. */
export class DatabaseUnusableError extends ExplainedError {
  override readonly name = 'DatabaseUnusableError';
}

const OLDEST_VERSION = 18;
const PATIENCE_MILLISECONDS = 10_000;

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host could not be looked up',
  ETIMEDOUT: 'it did not answer in time',
  '28P01': 'the user or password is wrong',
  '28000': 'the user may not connect',
  '3D000': 'the server has no database of that name',
};

/** Makes sure that a server somebody else runs can be reached and is recent enough. `setting` is where the address comes from. */
export async function checkServer(url: string, setting: 'DATABASE_URL' | 'DATABASE_OWNER_URL'): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MILLISECONDS,
    query_timeout: PATIENCE_MILLISECONDS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (version < OLDEST_VERSION) {
      throw new DatabaseUnusableError(
        `${setting} names a PostgreSQL ${version} server; the service needs PostgreSQL ${OLDEST_VERSION} or later.`,
      );
    }
  } catch (error) {
    throw error instanceof DatabaseUnusableError ? error : explain(error, new URL(url), setting);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explain(error: unknown, { host, pathname }: URL, setting: string): DatabaseUnusableError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return new DatabaseUnusableError(`The database ${host}${pathname} cannot be reached: ${reason}.\nCheck ${setting}.`);
}
