import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { ownerRole, serviceRole } from '../rights/service-role.ts';
import { EmbeddedServerError } from './embedded-server-error.ts';
import { clusterFolder, type PostgresInstallation } from './postgres-installation.ts';

/** What the programs need of the environment; nothing of ours is passed on to them. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' };

/** A database cluster: PostgreSQL's own data folder. */
export interface Cluster {
  readonly folder: string;
  /** Of the role that made the cluster and owns what is in it. */
  readonly ownerPassword: string;
  /** Of the role that the service works under. */
  readonly servicePassword: string;
}

/** The cluster of this installation, made now if there is none. A making cut short leaves nothing that could be taken for one. */
export async function openCluster(installation: PostgresInstallation): Promise<Cluster> {
  const folder = clusterFolder(installation.folder);
  const passwordFile = path.join(installation.folder, 'password');
  if (!existsSync(folder)) {
    await createCluster(installation, folder, passwordFile);
  }
  return { folder, ...(await openPasswords(installation)) };
}

/** The passwords of the cluster's two roles. A cluster made by an earlier version gets the second one now. */
export async function openPasswords(installation: PostgresInstallation): Promise<Passwords> {
  const file = (name: string) => path.join(installation.folder, name);
  const read = async (name: string) => (await readFile(file(name), 'utf8')).trim();
  if (!existsSync(file('service-password'))) {
    const made = file(`service-password-${process.pid}`);
    await writePassword(made, installation.account);
    await rename(made, file('service-password'));
  }
  return { ownerPassword: await read('password'), servicePassword: await read('service-password') };
}

/** A new password, for its owner's eyes. Hexadecimal, so that it goes into an address and a statement as it is. */
async function writePassword(file: string, account: PostgresInstallation['account']): Promise<void> {
  await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account) {
    await chown(file, account.uid, account.gid);
  }
}

type Passwords = Pick<Cluster, 'ownerPassword' | 'servicePassword'>;

/** Connection strings of the databases in the cluster that listens on this port, for each of its two roles. */
export function addressesOf({ ownerPassword, servicePassword }: Passwords, port: number | string) {
  return {
    urlOf: (database: string) => `postgres://${serviceRole}:${servicePassword}@127.0.0.1:${port}/${database}`,
    ownerUrlOf: (database: string) => `postgres://${ownerRole}:${ownerPassword}@127.0.0.1:${port}/${database}`,
  };
}

async function createCluster({ bin, account }: PostgresInstallation, folder: string, passwordFile: string) {
  const making = `${folder}-making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making);
  await chmod(making, 0o700);
  await writePassword(passwordFile, account);
  if (account) {
    await chown(making, account.uid, account.gid);
  }
  const flags = [`--username=${ownerRole}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'];
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
