import type { ChildProcess } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import type { PostgresInstallation } from './postgres-installation.ts';
import { type PostmasterOptions, startPostmaster, stopPostmaster } from './postmaster.ts';

export type ServerDeath = { readonly kind: 'restarted' } | { readonly kind: 'gone'; readonly error: unknown };

const FIRST_PAUSE_MILLISECONDS = 100;
const LONGEST_PAUSE_MILLISECONDS = 1000;
/** The dead server's own children may take a moment to end, and until then PostgreSQL refuses to start beside them. */
const USUAL_TRIES = 8;

/**
 * Starts the server and watches over it: one that dies is started again, for as long as that takes, since a disk that is full today
 * has room tomorrow. Answers the function that stops both.
 */
export async function keepRunning(
  installation: PostgresInstallation,
  options: PostmasterOptions,
  onDeath: ((event: ServerDeath) => void) | undefined,
): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  let child: ChildProcess;
  let restarting = Promise.resolve();

  const watch = (running: ChildProcess) => {
    child = running;
    child.once('exit', () => {
      restarting = restart();
    });
  };
  const restart = async () => {
    for (let tries = 1; !stopping.signal.aborted; tries += 1) {
      try {
        watch(await startPostmaster(installation, options, stopping.signal));
        onDeath?.({ kind: 'restarted' });
        return;
      } catch (error) {
        if (tries === USUAL_TRIES) {
          onDeath?.({ kind: 'gone', error });
        }
        const pause = Math.min(FIRST_PAUSE_MILLISECONDS * 1.5 ** (tries - 1), LONGEST_PAUSE_MILLISECONDS);
        await setTimeout(pause, undefined, stopping).catch(() => undefined);
      }
    }
  };

  watch(await startPostmaster(installation, options, stopping.signal));
  // A process that ends without stopping it asks it all the same to shut down in order, which it then does by itself.
  const endWithProcess = () => void child.kill('SIGINT');
  process.on('exit', endWithProcess);
  return async () => {
    stopping.abort();
    await restarting;
    await stopPostmaster(child);
    process.off('exit', endWithProcess);
  };
}
