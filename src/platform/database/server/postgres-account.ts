import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** The system account that runs the database server. */
export interface PostgresAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. A root user's server therefore runs as the account that owns the first of `clusters` that exists,
 * else as the machine's `postgres`, else as an account made for it. Null: there is no such account and none can be made.
 */
export function accountFor(clusters: readonly string[]): PostgresAccount | null {
  const cluster = clusters.find((folder) => existsSync(folder) && statSync(folder).uid !== 0);
  if (cluster !== undefined) {
    const { uid, gid } = statSync(cluster);
    return { uid, gid };
  }
  return accountNamed('postgres') ?? accountNamed('ldr-postgres') ?? createAccount();
}

/** Whether the account may pass through `folder`; tried, because permission bits do not tell all. */
export function canEnter(account: PostgresAccount, folder: string): boolean {
  return succeedsAs(account, 'cd "$0"', folder);
}

export function canRun(account: PostgresAccount, program: string): boolean {
  return succeedsAs(account, 'exec "$0" --version', program);
}

function succeedsAs(account: PostgresAccount, command: string, argument: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', command, argument], { ...account, cwd: '/', stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function accountNamed(name: string): PostgresAccount | null {
  const ask = (flag: string) =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return null;
  }
}

function createAccount(): PostgresAccount | null {
  const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'ldr-postgres'];
  try {
    execFileSync('useradd', flags, { stdio: 'ignore' });
  } catch {
    return null;
  }
  return accountNamed('ldr-postgres');
}
