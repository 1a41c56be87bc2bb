/** How much of the database one process may use, and how long anything waits for it. No limit is `Infinity`, or 0 for a time. */
export interface DatabaseLimits {
  readonly connections: number;
  /** How many may wait for a connection; whoever comes after them is turned away at once. */
  readonly waiting: number;
  /** For a connection, new or given back by somebody else. */
  readonly waitMilliseconds: number;
  readonly statementMilliseconds: number;
  /** For a lock that somebody else holds. */
  readonly lockMilliseconds: number;
  /** Between two statements of a transaction. */
  readonly idleMilliseconds: number;
}

/** For work that nobody waits for in front of a page: migrations, seeding, the command line. */
export const withoutLimits: DatabaseLimits = {
  connections: 20,
  waiting: Number.POSITIVE_INFINITY,
  waitMilliseconds: 0,
  statementMilliseconds: 0,
  lockMilliseconds: 0,
  idleMilliseconds: 0,
};

export const longWorkMilliseconds = 600_000;

/** Known by its text to `guarded-pool.ts`, which then waits as long for an answer. Where there is no limit it sets none. */
export const longWorkStatement = `select set_config(name, '${longWorkMilliseconds}', true)
  from pg_settings
  where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') and setting <> '0'`;
