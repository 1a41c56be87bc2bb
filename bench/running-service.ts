import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { serviceEnvironment, serviceFlags } from '../scripts/processes.mjs';
import { projectFolder } from '../src/project-folder.ts';

/** The built service with the data of the demonstration, as `npm start` runs it, on a database of its own. */
export interface RunningService {
  readonly url: string;
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
}

export async function runService(environment: Readonly<Record<string, string>> = {}): Promise<RunningService> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-bench-'));
  const start = () => startOn(folder, environment);
  // The first start loads the data; what is measured is a service as it runs ever after.
  await (await start()).stop();
  const { url, child, stop } = await start();
  return { url, child, stop: () => stop().finally(() => rm(folder, { recursive: true, force: true })) };
}

async function startOn(folder: string, environment: Readonly<Record<string, string>>): Promise<RunningService> {
  const child = spawn(process.execPath, [...serviceFlags, projectFolder('dist', 'server.mjs')], {
    env: { ...process.env, ...serviceEnvironment, DATA_DIR: folder, PORT: '0', DEMO: '1', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { url: await addressOf(child), child, stop };
}

/** Its log is read on to the end, as a log is. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(`the service ended before it was ready: ${said}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (said.length < 100_000) {
        said += chunk.toString();
        const address = /is ready: (https?:\/\/[\w.:]+)/.exec(said)?.[1];
        if (address !== undefined) {
          resolve(address);
        }
      }
    });
  });
}

/** Linux tells it; elsewhere the figure is zero. */
export async function residentMegabytes(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
