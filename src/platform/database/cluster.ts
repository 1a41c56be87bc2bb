import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedServerError } from './embedded-server-error.ts';
import { clusterFolder, type PostgresInstallation } from './postgres-installation.ts';

/** What the programs need of the environment; nothing of ours is passed on to them. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' };

/** A database cluster: PostgreSQL's own data folder. */
export interface Cluster {
  readonly folder: string;
  readonly password: string;
}

/** The cluster of this installation, made now if there is none. A making cut short leaves nothing that could be taken for one. */
export async function openCluster(installation: PostgresInstallation): Promise<Cluster> {
  const folder = clusterFolder(installation.folder);
  const passwordFile = path.join(installation.folder, 'password');
  if (!existsSync(folder)) {
    await createCluster(installation, folder, passwordFile);
  }
  return { folder, password: (await readFile(passwordFile, 'utf8')).trim() };
}

async function createCluster({ bin, account }: PostgresInstallation, folder: string, passwordFile: string) {
  const making = `${folder}-making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making);
  await chmod(making, 0o700);
  await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account) {
    await chown(making, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const flags = ['--username=ldr', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'];
  const args = [`--pgdata=${making}`, `--pwfile=${passwordFile}`, ...flags];
  const options = { ...(account ?? {}), env: serverEnvironment, cwd: making };
  try {
    await promisify(execFile)(path.join(bin, 'initdb'), args, options);
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? error.stderr : error;
    throw new EmbeddedServerError(`The database could not be made in ${folder}.\n${said}`);
  }
  await rename(making, folder);
}
