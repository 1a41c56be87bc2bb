import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedServer } from '../src/platform/database/server/embedded-server.ts';
import { projectFolder } from '../src/project-folder.ts';
import { median } from './load.ts';
import type { BenchRow } from './row.ts';

const ROUNDS = 3;
const MOST_SECONDS = 2;

/** Seconds from starting the service, its data in place, to its first page; beside what its database alone takes of that. */
export async function benchStartUp(): Promise<BenchRow> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-bench-start-'));
  try {
    const first = await startService(folder);
    const starts: ServiceStart[] = [];
    const alone: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push(await startDatabaseAlone(folder));
      starts.push(await startService(folder));
    }
    const seconds = median(starts.map((start) => start.seconds));
    const megabytes = median(starts.map((start) => start.megabytes));
    return {
      name: `Start with data present, to the first page (the very first start took ${first.seconds.toFixed(2)} s)`,
      ours: `${seconds.toFixed(2)} s, ${megabytes.toFixed(0)} MB resident`,
      against: `${MOST_SECONDS} s at most; the database alone takes ${median(alone).toFixed(2)} s`,
      ratio: MOST_SECONDS / seconds,
      toReach: 1,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface ServiceStart {
  readonly seconds: number;
  readonly megabytes: number;
}

async function startService(folder: string): Promise<ServiceStart> {
  const begun = performance.now();
  const child = spawn(process.execPath, [projectFolder('dist', 'server.mjs')], {
    env: { ...process.env, NODE_ENV: 'production', DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const page = await fetch(await addressOf(child));
  await page.text();
  const seconds = (performance.now() - begun) / 1000;
  const megabytes = await residentMegabytes(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  if (page.status !== 200) {
    throw new Error(`the first page answered ${page.status}`);
  }
  return { seconds, megabytes };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`the service ended before it was ready: ${said}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /https?:\/\/[\w.:]+/.exec(said)?.[0];
      if (address !== undefined) {
        resolve(address);
      }
    });
  });
}

/** Linux tells it; elsewhere the figure is left at zero. */
async function residentMegabytes(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

async function startDatabaseAlone(folder: string): Promise<number> {
  const begun = performance.now();
  const server = await startEmbeddedServer({ folder: path.join(folder, 'postgres') });
  const seconds = (performance.now() - begun) / 1000;
  await server.stop();
  return seconds;
}
