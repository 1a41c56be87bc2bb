import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { agree } from '../src/compose.ts';
import type { AppContext } from '../src/context.ts';
import { publicChangeChannel } from '../src/database/public-tables.ts';
import { readProgrammePack } from '../src/features/programme/index.ts';
import { systemClock } from '../src/platform/clock.ts';
import { parseConfig } from '../src/platform/config.ts';
import { ChangeListener } from '../src/platform/database/change-listener.ts';
import { openDatabase, openPool } from '../src/platform/database/database.ts';
import { withoutLimits } from '../src/platform/database/limits.ts';
import { startEmbeddedServer } from '../src/platform/database/server/embedded-server.ts';
import { newId } from '../src/platform/ids.ts';
import { createLogger } from '../src/platform/logging.ts';
import { programmeFolder } from '../src/project-folder.ts';
import { keepRegister } from '../src/register-listeners.ts';
import { seed } from '../src/seed.ts';
import { printsNothing } from '../test/database/prints-nothing.ts';

export interface ThrowAwayDatabase {
  /** As the service reaches it. */
  readonly url: string;
  readonly context: AppContext;
  /** Who hears what is changed there, as the service does. */
  readonly changes: ChangeListener;
  /** As the service. */
  readonly pool: pg.Pool;
  /** As the owner of the tables: the service may not vacuum or analyse one, and is told so in a warning that nobody reads. */
  readonly owner: pg.Pool;
  readonly remove: () => Promise<void>;
}

const CONNECTIONS = 20;
const OWNER_CONNECTIONS = 2;

/** A database of our own with tables and reference facts, as durable as a real one, removed after the measurement. */
export async function throwAwayDatabase(
  environment: Readonly<Record<string, string>> = { DEMO: '0' },
): Promise<ThrowAwayDatabase> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-bench-'));
  const server = await startEmbeddedServer({ folder });
  const admin = openPool(server.ownerUrlOf('postgres'), 1);
  await admin.query('create database ldr');
  await admin.end();
  const addresses = { url: server.urlOf('ldr'), ownerUrl: server.ownerUrlOf('ldr') };
  const config = parseConfig(environment);
  const pack = await readProgrammePack(programmeFolder);
  await agree(addresses, config, { pack, isModeBinding: true });
  const changes = new ChangeListener({ url: addresses.url, channel: publicChangeChannel, log: createLogger('silent') });
  const pool = openPool(addresses.url, CONNECTIONS, withoutLimits, changes.attend);
  const owner = openPool(addresses.ownerUrl, OWNER_CONNECTIONS);
  const database = openDatabase(pool);
  const register = keepRegister(pack);
  const log = createLogger('silent');
  const time = { clock: systemClock, realClock: systemClock, story: null };
  const context: AppContext = { config, database, pack, ...time, newId, log, pdf: printsNothing, register };
  await seed(context);
  await changes.start();
  return {
    url: addresses.url,
    context,
    changes,
    pool,
    owner,
    remove: async () => {
      await changes.stop();
      await Promise.all([database.destroy(), owner.end()]);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
