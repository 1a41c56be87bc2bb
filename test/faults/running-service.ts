import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { projectFolder } from '../../src/project-folder.ts';

/** The service as it is built and run, in a process of its own. */
export interface RunningService {
  readonly child: ChildProcess;
  readonly address: string;
  /** All it has logged and printed so far. */
  readonly said: () => string;
  /** Resolves at its end with the exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts a program that ends up as the service, and waits until it says where it listens. */
export async function startService(
  environment: Readonly<Record<string, string>>,
  [command, ...args]: readonly [string, ...string[]] = [process.execPath, projectFolder('dist', 'server.mjs')],
): Promise<RunningService> {
  const { PATH = '', HOME = '', TMPDIR = '/tmp' } = process.env;
  const child = spawn(command, args, {
    cwd: projectFolder(),
    env: { PATH, HOME, TMPDIR, PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals | null);
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said.push(chunk.toString());
      const ready = /is ready: (\S+)/.exec(said.join(''));
      if (ready?.[1] !== undefined) {
        resolve(ready[1]);
      }
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((code) =>
      reject(new Error(`The service ended with ${code} before it was ready.\n${said.join('')}`)),
    );
  });
  return { child, address, said: () => said.join(''), ended };
}
