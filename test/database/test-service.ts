import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../src/compose.ts';
import type { AppContext } from '../../src/context.ts';
import { publicChangeChannel } from '../../src/database/public-tables.ts';
import { settleClock } from '../../src/features/mode/index.ts';
import { type ProgrammePack, readProgrammePack } from '../../src/features/programme/index.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { parseConfig } from '../../src/platform/config.ts';
import { ChangeListener } from '../../src/platform/database/change-listener.ts';
import { type Database, openDatabase, openPool } from '../../src/platform/database/database.ts';
import { withoutLimits } from '../../src/platform/database/limits.ts';
import { newId } from '../../src/platform/ids.ts';
import { createLogger } from '../../src/platform/logging.ts';
import { programmeFolder } from '../../src/project-folder.ts';
import { keepRegister } from '../../src/register-listeners.ts';
import { storyTime } from '../../src/story-time.ts';
import { cloneTemplate } from './clone-template.ts';
import { printsNothing } from './prints-nothing.ts';

export interface TestDatabase {
  /** As the service works on it: a right that is missing there is missing here. */
  readonly database: Database;
  readonly url: string;
  /** As the role that owns the tables, for a test that does what the service cannot. */
  readonly owner: Database;
  readonly ownerUrl: string;
  readonly close: () => Promise<void>;
}

export interface ClonedDatabase extends TestDatabase {
  /** Hears what is changed on `database` and `owner`, and, once it is started, what others change. */
  readonly changes: ChangeListener;
}

/**
 * Each has to learn of the tables before it answers, which takes longer than most tests do; but work in the background needs one or two while
 * others wait for what it holds.
 */
const connections = 6;

/** A clone of a template, for one test file. `facts`: tables and reference facts; `demo`: the illustrative data too. */
export async function cloneDatabase(template: 'facts' | 'demo'): Promise<ClonedDatabase> {
  const { url, ownerUrl } = await cloneTemplate(`ldr_${template}`);
  const changes = new ChangeListener({ url, channel: publicChangeChannel, log: createLogger('silent') });
  const database = openDatabase(openPool(url, connections, withoutLimits, changes.attend));
  const owner = openDatabase(openPool(ownerUrl, 1, withoutLimits, changes.attend));
  const close = async () => {
    await changes.stop();
    await database.destroy();
    await owner.destroy();
  };
  // The clone itself goes with the server at the end of the run.
  return { database, url, owner, ownerUrl, changes, close };
}

/** Read once for all files of a worker, none of which changes it. */
let shippedPack: Promise<ProgrammePack> | undefined;

function readShippedPack(): Promise<ProgrammePack> {
  shippedPack ??= readProgrammePack(programmeFolder);
  return shippedPack;
}

/** Signs the cookies of every test service. */
export const testSecret = 'a-secret-for-tests-only-0123456789';

export interface TestService extends ClonedDatabase {
  readonly context: AppContext;
  readonly app: FastifyInstance;
}

/** The time of the template's demonstration: it has just begun, on the day that its programme names. */
async function demonstrationTime(database: Database, pack: ProgrammePack): Promise<ReturnType<typeof storyTime>> {
  const clockStart = await settleClock(database, { mode: 'demonstration', day: null, now: systemClock() });
  return storyTime(pack, { isDemonstration: true, clockStart });
}

/**
 * The real service over a cloned database, driven in-process with `app.inject` or listening for a browser. `facts` goes by the real clock
 * over the directory of the day whose position the facts give; `demo` by the clock of a demonstration that has just begun, unless it is
 * given another.
 */
export async function startTestService(
  template: 'facts' | 'demo',
  other: Partial<AppContext> = {},
): Promise<TestService> {
  const clone = await cloneDatabase(template);
  const config = parseConfig({
    DEMO: template === 'demo' ? '1' : '0',
    // Files that are sent lie there for a moment.
    DATA_DIR: path.join(os.tmpdir(), 'ldr-test-data'),
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
  });
  const shipped = other.pack ?? (await readShippedPack());
  const log = createLogger(config.logLevel);
  const { clock = systemClock } = other;
  const time =
    template === 'demo' && other.clock === undefined
      ? await demonstrationTime(clone.database, shipped)
      : { pack: shipped, clock, realClock: clock, story: null };
  const register = keepRegister(time.pack);
  const own: AppContext = { config, database: clone.database, ...time, newId, log, pdf: printsNothing, register };
  const context = { ...own, ...other, pack: time.pack };
  await clone.changes.start();
  const app = await buildApp(context, testSecret, clone.changes);
  return {
    ...clone,
    context,
    app,
    close: async () => {
      await app.close();
      await clone.close();
    },
  };
}
