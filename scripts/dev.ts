// `npm run dev`: the service, built and started anew whenever something it is made of changes.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import path from 'node:path';
import { buildAll } from './build.ts';
import { serviceFlags } from './processes.mjs';
import { root } from './sources.mjs';

const watched = ['src', 'programmes', 'reference', 'migrations'];
const QUIET_MILLISECONDS = 150;

let service: ChildProcess | null = null;
let turn = Promise.resolve();
let pending: NodeJS.Timeout | undefined;

for (const folder of watched) {
  watch(path.join(root, folder), { recursive: true }, (_event, file) => {
    if (!/\.test\.tsx?$/.test(file ?? '')) {
      clearTimeout(pending);
      pending = setTimeout(restart, QUIET_MILLISECONDS);
    }
  });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => void stopService().then(() => process.exit(0)));
}
restart();

/** One restart after the other, however fast the changes come. */
function restart(): void {
  turn = turn.then(buildAndStart);
}

/** A build that fails leaves the service running as it was. */
async function buildAndStart(): Promise<void> {
  try {
    await buildAll();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return;
  }
  await stopService();
  service = spawn(process.execPath, [...serviceFlags, path.join(root, 'dist', 'server.mjs')], {
    cwd: root,
    stdio: 'inherit',
  });
}

async function stopService(): Promise<void> {
  if (service !== null && service.exitCode === null && service.signalCode === null) {
    const exited = once(service, 'exit');
    service.kill('SIGTERM');
    await exited;
  }
}
