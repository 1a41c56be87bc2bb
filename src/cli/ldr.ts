import { endOnUncaught } from '../platform/process/last-resort.ts';
import { runLdr } from './run-ldr.ts';

/** Started through npm, a command runs in the project's folder; file names are meant from where the person stood. */
function startingFolder(): string {
  const { INIT_CWD, npm_lifecycle_event } = process.env;
  return npm_lifecycle_event === 'ldr' && INIT_CWD !== undefined ? INIT_CWD : process.cwd();
}

endOnUncaught(
  (error) => process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`),
  async () => undefined,
);

// Whoever reads the output may stop before its end, as `head` does; the exit code still says how it went.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
});

process.exitCode = await runLdr(process.argv.slice(2), {
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
  ...(process.stderr.isTTY ? { status: (line: string) => process.stderr.write(`\r\u001b[K${line}`) } : {}),
  stdin: process.stdin,
  folder: startingFolder(),
  environment: process.env,
});
