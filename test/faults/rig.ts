import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Database, openDatabase, openPool } from '../../src/platform/database/database.ts';
import { withoutLimits } from '../../src/platform/database/limits.ts';
import { findRunningServer } from '../../src/platform/database/server/running-server.ts';
import type { Acknowledged } from './load.ts';
import { type RunningService, startService } from './running-service.ts';

/** A service and its database, each in processes of their own that can be done harm to. */
export interface Rig {
  /** Of the database server: its cluster, its password. */
  readonly databaseFolder: string;
  readonly environment: Readonly<Record<string, string>>;
  service: RunningService;
}

export async function startRig(databaseFolder: string, environment: Rig['environment']): Promise<Rig> {
  return { databaseFolder, environment, service: await startService(environment) };
}

export async function stopRig(rig: Rig): Promise<void> {
  rig.service.child.kill('SIGTERM');
  await rig.service.ended;
}

/** The database as somebody beside the service sees it. */
export async function besideService<T>(rig: Rig, work: (database: Database) => Promise<T>): Promise<T> {
  const limits = { ...withoutLimits, waitMilliseconds: 1000 };
  const database = openDatabase(openPool(await databaseUrl(rig), 1, limits), limits);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

async function databaseUrl({ databaseFolder }: Rig): Promise<string> {
  const server = await findRunningServer(path.resolve(databaseFolder));
  if (server === null) {
    throw new Error('The database server is not running.');
  }
  return server.urlOf('ldr');
}

const TRY_MILLISECONDS = 20;

/** Waits until the database takes connections; answers the moment. */
export async function databaseBack(rig: Rig): Promise<number> {
  for (;;) {
    const isBack = await besideService(rig, (database) => sql`select 1`.execute(database)).then(
      () => true,
      () => false,
    );
    if (isBack) {
      return performance.now();
    }
    await setTimeout(TRY_MILLISECONDS);
  }
}

/** Those of the acknowledged saves that the database does not hold. */
export function lostOf(rig: Rig, acknowledged: readonly Acknowledged[]): Promise<Acknowledged[]> {
  return besideService(rig, async (database) => {
    const { rows } = await sql<Acknowledged>`
      select answer_history.organisation_id as trust, answer_history.comment from answer_history`.execute(database);
    const kept = new Set(rows.map(({ trust, comment }) => `${trust} ${comment}`));
    return acknowledged.filter(({ trust, comment }) => !kept.has(`${trust} ${comment}`));
  });
}
