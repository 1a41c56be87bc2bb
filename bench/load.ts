import { type ChildProcess, spawn } from 'node:child_process';
import autocannon from 'autocannon';

export interface RunningServer {
  readonly url: string;
  readonly child: ChildProcess;
}

/** Starts a program that prints its address on its first line. */
export async function startServer(file: string): Promise<RunningServer> {
  const child = spawn(process.execPath, [file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${file} ended before it was ready`)));
    // What it logs after that is read, as a log is.
    child.stdout?.on('data', (chunk: Buffer) => resolve(/http:\/\/[\w.:]+/.exec(chunk.toString())?.[0] ?? ''));
  });
  return { url, child };
}

/** Requests a second that a server answers with 200, over `seconds`, from a few connections that ask again as soon as they are answered. */
export async function requestsPerSecond(
  url: string,
  seconds: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const result = await autocannon({ url, connections: 4, duration: seconds, headers });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url} answered ${result.non2xx} requests with another status than 200`);
  }
  return result.requests.average;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
