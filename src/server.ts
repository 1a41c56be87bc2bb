import { composeService, type Service } from './compose.ts';
import { beginSetUp, type OneTimeLink } from './features/identity/index.ts';
import { paths } from './paths.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, parseConfig } from './platform/config.ts';
import { ExplainedError } from './platform/explained-error.ts';
import { listen } from './platform/http/listen.ts';
import { createLogger } from './platform/logging.ts';
import { endOnUncaught } from './platform/process/last-resort.ts';
import { formatTime } from './views/format.ts';

/** Starts the service and keeps it up until it is told to stop. */
async function main(): Promise<void> {
  const config = parseConfig(process.env);
  const log = createLogger(config.logLevel);
  const starting = composeService(config, log);
  const stop = stopOnce(starting);
  endOnUncaught((error) => log.fatal({ err: error }, 'an error that nobody caught: the service stops'), stop);
  stopOnSignals(stop);
  const service = await starting;
  try {
    const address = await listen(service.app, config.host, config.port);
    const publicUrl = config.publicUrl ?? address;
    const link = await beginSetUp(service.context.database, { publicUrl, at: systemClock() });
    process.stdout.write(
      `\n  ${service.app.settings.current.serviceName} is ready: ${publicUrl}\n${personaWords(config, publicUrl)}  Stop it with Ctrl-C.\n${setUpWords(link)}\n`,
    );
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Where to begin in a demonstration. */
function personaWords({ isDemonstration }: Config, publicUrl: string): string {
  return isDemonstration ? `  Sign in as any of its invented people: ${publicUrl}${paths.personas()}\n` : '';
}

/** What to do while nobody administers the service. */
function setUpWords(link: OneTimeLink | null): string {
  return link === null
    ? ''
    : `\n  Nobody administers it yet. Set it up here, once, until ${formatTime(link.expiresAt)}:\n  ${link.address}\n`;
}

const SAME_PRESS_MILLISECONDS = 1000;
/** A database that has not ended by then goes on ending by itself, in order. */
const STOP_DEADLINE_MILLISECONDS = 9000;

/** Whoever asks first has the service stopped; whoever comes later waits for the same. */
function stopOnce(starting: Promise<Service>): () => Promise<void> {
  let stopping: Promise<void> | null = null;
  return () => {
    stopping ??= starting.then((service) => service.stop());
    return stopping;
  };
}

/**
 * First signal, even while still starting: finish the requests under way, close the database, end with 0. A second one ends at once,
 * unless it comes so soon that it is the first once more: one Ctrl-C reaches this process from the terminal and through npm.
 */
function stopOnSignals(stopInOrder: () => Promise<void>): void {
  let firstAt: number | null = null;
  const stop = (_signal: string, number: number) => {
    if (firstAt !== null) {
      if (Date.now() - firstAt > SAME_PRESS_MILLISECONDS) {
        process.exit(128 + number);
      }
      return;
    }
    firstAt = Date.now();
    setTimeout(() => process.exit(128 + number), STOP_DEADLINE_MILLISECONDS).unref();
    stopInOrder().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, stop);
  }
}

/** An explained fault is for the person at the console and ends with its message; any other is ours and shows where it came from. */
function fail(error: unknown): never {
  const text = error instanceof ExplainedError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`\n${text}\n`);
  process.exit(1);
}

main().catch(fail);
