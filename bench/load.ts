import { type ChildProcess, spawn } from 'node:child_process';
import { PlainClient } from './plain-client.ts';

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

const CONNECTIONS = 4;

/** Requests a second that a server answers with 200, over `seconds`, from a few connections that ask again as soon as they are answered. */
export async function requestsPerSecond(
  url: string,
  seconds: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => PlainClient.to(url, headers)));
  const begun = performance.now();
  const counts = await Promise.all(clients.map((client) => askUntil(client, begun + 1000 * seconds)));
  const took = (performance.now() - begun) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / took;
}

/** How often it was answered until then. */
async function askUntil(client: PlainClient, end: number): Promise<number> {
  let count = 0;
  try {
    while (performance.now() < end) {
      await client.ask();
      count += 1;
    }
    return count;
  } finally {
    client.close();
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
