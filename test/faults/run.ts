// What `npm run test:faults` runs: harm done to a busy service, one after the other, and a table of what it cost.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openPool } from '../../src/platform/database/database.ts';
import { startEmbeddedServer } from '../../src/platform/database/server/embedded-server.ts';
import { projectFolder } from '../../src/project-folder.ts';
import { directoryFileFaults } from './directory-file-faults.ts';
import { databaseFaults, serviceKilled } from './faults.ts';
import { lettersKilled } from './letter-faults.ts';
import { type Outcome, outcomeTable } from './outcome.ts';
import { registryKilled } from './registry-fault.ts';
import { type Rig, startRig, stopRig } from './rig.ts';
import { runFault, runStop, signIn } from './run-faults.ts';
import { startService } from './running-service.ts';
import { busySavesKilled } from './saving-fault.ts';

const { values } = parseArgs({
  options: {
    held: { type: 'string', default: '30' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean' },
  },
});
const faults = [
  ...databaseFaults(Number(values.held)),
  serviceKilled,
  busySavesKilled,
  lettersKilled,
  ...directoryFileFaults,
  registryKilled,
].filter(({ name }) => name.includes(values.only));
const settings = {
  TRUST_PROXY: 'loopback',
  DEMO: '0',
  SECOND_FACTOR_ROLES: 'none',
  SESSION_SECRET: 'a-secret-for-tests-only-0123456789',
};
const outcomes: Outcome[] = [];

const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-faults-'));
try {
  await onItsOwnDatabase(path.join(folder, 'own'));
  await onDatabaseUrl(path.join(folder, 'other'));
} finally {
  await rm(folder, { recursive: true, force: true });
}
await conclude();

async function onItsOwnDatabase(dataDir: string): Promise<void> {
  const rig = await startRig(path.join(dataDir, 'postgres'), { ...settings, DATA_DIR: dataDir });
  const people = await signIn(rig);
  for (const fault of faults) {
    record(await runFault('Own database', rig, people, fault));
  }
  if (values.only === '') {
    await stops(rig);
  }
  await stopRig(rig);
}

async function stops(rig: Rig): Promise<void> {
  for (const throughProxy of [false, true]) {
    const title = `SIGTERM, clients with kept-alive connections${throughProxy ? ' through a proxy with a pool of its own' : ''}`;
    record(await runStop({ title, throughProxy }, rig));
  }
  await stopRig(rig);
  rig.service = await startService(rig.environment, ['npm', 'start']);
  record(await runStop({ title: 'SIGTERM to npm start', throughProxy: false }, rig));
}

async function onDatabaseUrl(databaseFolder: string): Promise<void> {
  const server = await startEmbeddedServer({ folder: databaseFolder });
  try {
    const admin = openPool(server.ownerUrlOf('postgres'), 1);
    await admin.query('create database ldr');
    await admin.end();
    const rig = await startRig(databaseFolder, {
      ...settings,
      DATABASE_URL: server.urlOf('ldr'),
      DATABASE_OWNER_URL: server.ownerUrlOf('ldr'),
    });
    const people = await signIn(rig);
    for (const fault of faults) {
      record(await runFault('DATABASE_URL', rig, people, fault));
    }
    await stopRig(rig);
  } finally {
    await server.stop();
  }
}

function record(outcome: Outcome): void {
  outcomes.push(outcome);
  say(`${outcome.complaints.length === 0 ? 'ok    ' : 'FAILED'}  ${outcome.fault}`);
  for (const complaint of outcome.complaints) {
    say(`          ${complaint}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function conclude(): Promise<void> {
  const table = outcomeTable(outcomes);
  say(`\n${table}`);
  if (values.write) {
    await writeFile(projectFolder('docs', 'evidence', 'faults.md'), evidence(table));
  }
  process.exitCode = outcomes.every(({ complaints }) => complaints.length === 0) ? 0 : 1;
}

function evidence(table: string): string {
  const cores = os.cpus().length;
  return `# What a fault costs

Written by \`npm run test:faults -- --write\`, which starts the service as it is built, lets eight people save answers and read pages one
thing after the other, does each of these to it, and then looks for every save that was acknowledged (a redirect, status 303)
in the database. It fails when one is lost, when the service ends unasked, when anybody is answered otherwise than with a page or
a 503, or when the next good answer is more than two seconds after the database was back. Where the service is killed in the middle of
a file for the directory, it also fails when anything of half a file is there, or when the file is not taken up again and worked
through without anybody's doing. Where it is killed while it asks the registry, it fails when half an answer is taken for
a file, or when the registry is not asked again for all of it. Where it is killed while fifty people save, they save 200 answers a second
beside the eight for ten seconds, each when it comes, and each acknowledged one is looked for. Where it is killed while letters go out, it fails when one is lost, when more go twice than were under
way, or when one that goes twice has another \`Message-ID\`. Measured on ${cores === 2 ? 'two' : cores} cores that also
run the clients and the database.

${table}

"Without service" is the longest time in which none of the eight had a good answer. While the database is held, \`/healthz\` and \`/readyz\`
are asked twice a second by somebody who is signed in; each must answer within a second, with 200 and 503. An answer of \`none\` is
a connection that was refused or closed, and 502 is what the proxy says of one; after SIGTERM both are all there is.
`;
}
