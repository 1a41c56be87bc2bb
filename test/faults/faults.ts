import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { childrenOf, postmasterOf } from './database-processes.ts';
import type { HttpVisitor } from './http-visitor.ts';
import type { Acknowledged } from './load.ts';
import { besideService, databaseBack, type Rig } from './rig.ts';
import { startService } from './running-service.ts';

/** What a fault left behind, as far as the load does not show it. */
export interface Struck {
  /** When whatever was taken away was there again. */
  readonly backAt: number;
  /** Saves that were acknowledged beside those of the load, to be looked for like them. */
  readonly acknowledged?: readonly Acknowledged[];
  /** What did not hold meanwhile, in words. */
  readonly complaints: readonly string[];
}

export interface Fault {
  readonly name: string;
  readonly strike: (rig: Rig, person: HttpVisitor) => Promise<Struck>;
}

/** What can happen to a database while its service stays as it is. */
export function databaseFaults(heldSeconds: number): readonly Fault[] {
  return [
    { name: 'kill -9 of the database server', strike: (rig) => signalServer(rig, 'SIGKILL') },
    { name: 'kill -9 of one connection’s process', strike: killOneBackend },
    { name: 'pg_terminate_backend of every connection, 5 times', strike: terminateAll },
    { name: 'fast shutdown of the database server', strike: (rig) => signalServer(rig, 'SIGINT') },
    {
      name: `database held by SIGSTOP for ${heldSeconds} s`,
      strike: (rig, person) => hold(rig, person, heldSeconds * 1000),
    },
  ];
}

/** The service itself is killed and started again by whoever runs it. */
export const serviceKilled: Fault = {
  name: 'kill -9 of the service, and a new start',
  strike: async (rig) => {
    await restartKilled(rig);
    return { backAt: performance.now(), complaints: [] };
  },
};

export async function restartKilled(rig: Rig): Promise<void> {
  rig.service.child.kill('SIGKILL');
  await rig.service.ended;
  rig.service = await startService(rig.environment);
}

async function signalServer(rig: Rig, signal: NodeJS.Signals): Promise<Struck> {
  const before = await postmasterOf(rig.databaseFolder);
  process.kill(before, signal);
  // Until the old one has gone it may still answer.
  while ((await postmasterOf(rig.databaseFolder).catch(() => before)) === before) {
    await setTimeout(5);
  }
  return { backAt: await databaseBack(rig), complaints: [] };
}

const ofService = sql`backend_type = 'client backend' and datname = 'ldr' and pid <> pg_backend_pid()`;

async function killOneBackend(rig: Rig): Promise<Struck> {
  const { rows } = await besideService(rig, (database) =>
    sql<{ pid: number }>`select pid from pg_stat_activity where ${ofService} order by pid limit 1`.execute(database),
  );
  const pid = rows[0]?.pid;
  if (pid === undefined) {
    throw new Error('The service has no connection to its database.');
  }
  process.kill(pid, 'SIGKILL');
  // The server ends all the others too, and recovers.
  await setTimeout(100);
  return { backAt: await databaseBack(rig), complaints: [] };
}

async function terminateAll(rig: Rig): Promise<Struck> {
  for (let round = 0; round < 5; round += 1) {
    await besideService(rig, (database) =>
      sql`select pg_terminate_backend(pid) from pg_stat_activity where ${ofService}`.execute(database),
    );
    await setTimeout(200);
  }
  return { backAt: performance.now(), complaints: [] };
}

const READY_LIMIT_MILLISECONDS = 1000;

async function hold(rig: Rig, person: HttpVisitor, milliseconds: number): Promise<Struck> {
  const postmaster = await postmasterOf(rig.databaseFolder);
  // Held first: a connection that it took after its children were listed would go on answering.
  process.kill(postmaster, 'SIGSTOP');
  const held = [postmaster, ...childrenOf(postmaster)];
  const signalAll = (signal: NodeJS.Signals) => held.map((pid) => process.kill(pid, signal));
  signalAll('SIGSTOP');
  const complaints: string[] = [];
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    complaints.push(...(await askHealth(person, '/healthz', 200)), ...(await askHealth(person, '/readyz', 503)));
    await setTimeout(500);
  }
  signalAll('SIGCONT');
  return { backAt: performance.now(), complaints };
}

async function askHealth(person: HttpVisitor, path: string, wanted: number): Promise<string[]> {
  const begunAt = performance.now();
  const { status } = await person.get(path);
  const took = performance.now() - begunAt;
  return status === wanted && took < READY_LIMIT_MILLISECONDS
    ? []
    : [`${path} answered ${status} after ${Math.round(took)} ms`];
}
