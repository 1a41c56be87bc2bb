import net from 'node:net';
import path from 'node:path';
import { claimFolder } from '../../process/folder-claim.ts';
import { ensureServiceRole } from '../rights/service-role.ts';
import { addressesOf, openCluster } from './cluster.ts';
import { EmbeddedServerError } from './embedded-server-error.ts';
import { keepRunning, type ServerDeath } from './keep-running.ts';
import { findInstallation } from './postgres-installation.ts';
import { stopLeftover } from './postmaster.ts';

export interface EmbeddedServer {
  /** Connection string of the named database in this cluster, for the work of the service: it may read and write rows. */
  readonly urlOf: (database: string) => string;
  /** The same for the role that owns everything, a superuser: to make databases and tables, and to give rights. */
  readonly ownerUrlOf: (database: string) => string;
  readonly stop: () => Promise<void>;
}

export interface EmbeddedServerOptions {
  readonly folder: string;
  /** Settings beside our own, such as `fsync=off` for the throw-away clusters of tests. */
  readonly settings?: readonly string[];
  /** Told when the server has died and was started anew, and once when that fails and is tried again and again. */
  readonly onDeath?: ((event: ServerDeath) => void) | undefined;
}

const ourSettings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  'shared_buffers=128MB',
  'log_min_messages=fatal',
];

/**
 * Starts a PostgreSQL server of our own on a free port of the loopback address, making its cluster under `folder` the first time.
 * One service at a time may use a folder. The server is a child process: it ends with `stop()` or with this process, one left over
 * from a killed process is stopped before starting anew, and one that dies by itself is started again on the same port.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const installation = await findInstallation(path.resolve(options.folder)).catch(explainFolder(options.folder));
  const claim = await claimFolder(installation.folder).catch(explainFolder(installation.folder));
  if (claim.kind === 'taken') {
    throw new EmbeddedServerError(
      `Another copy of the service (process ${claim.pid}) is running on the data in ${options.folder}.\n` +
        'Stop it first, or set DATA_DIR to another folder.',
    );
  }
  try {
    const cluster = await openCluster(installation).catch(explainFolder(installation.folder));
    await stopLeftover(cluster.folder);
    const port = await freePort();
    const settings = [...ourSettings, ...(options.settings ?? [])];
    const stop = await keepRunning(installation, { cluster: cluster.folder, port, settings }, options.onDeath);
    const addresses = addressesOf(cluster, port);
    await ensureServiceRole(addresses.ownerUrlOf('postgres'), cluster.servicePassword).catch(async (error) => {
      await stop();
      throw error;
    });
    return { ...addresses, stop: () => stop().finally(claim.release) };
  } catch (error) {
    await claim.release();
    throw error;
  }
}

/** Turns what the file system said no to into words; anything else passes through. */
function explainFolder(folder: string): (error: unknown) => never {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST'].includes(code)) {
      throw new EmbeddedServerError(
        `The data folder ${folder} cannot be used (${code}).\n` +
          'It must be a folder that this account may write to, with room left. Set DATA_DIR to another one if need be.',
      );
    }
    throw error;
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
