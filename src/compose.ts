import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import packageFile from '../package.json' with { type: 'json' };
import { createApp } from './app.tsx';
import { chooseDataFolder } from './choose-data-folder.ts';
import type { AppContext } from './context.ts';
import { publicChangeChannel } from './database/public-tables.ts';
import { keepInstruments } from './features/assessment/index.ts';
import { createAuth } from './features/identity/index.ts';
import {
  type Agreed,
  agreeOnMode,
  agreeOnProgramme,
  askedMode,
  askedProgramme,
  settleClock,
} from './features/mode/index.ts';
import type { ProgrammePack } from './features/programme/index.ts';
import { readRunningProgramme } from './features/rounds/index.ts';
import { scheduleBackups } from './platform/backup/make-scheduled-backup.ts';
import { type ClockStart, systemClock } from './platform/clock.ts';
import { type Config, publicUrlOf } from './platform/config.ts';
import { ChangeListener, type Changes, unheardChanges } from './platform/database/change-listener.ts';
import { checkServer } from './platform/database/check-server.ts';
import { type Database, openDatabase, openPool } from './platform/database/database.ts';
import { asOwner, type DatabaseAddresses, prepareDatabase } from './platform/database/prepare-database.ts';
import { startEmbeddedServer } from './platform/database/server/embedded-server.ts';
import type { ServerDeath } from './platform/database/server/keep-running.ts';
import { BrowserPrinter } from './platform/files/pdf/pdf-printer.ts';
import { unpackBrowser } from './platform/files/pdf/unpack-browser.ts';
import { readAssets } from './platform/http/assets.ts';
import { cookieRules } from './platform/http/cookie-rules.ts';
import { newId } from './platform/ids.ts';
import type { RepeatedWork } from './platform/jobs/repeat-work.ts';
import type { Logger } from './platform/logging.ts';
import { SettingsSource } from './platform/settings/settings-source.ts';
import { projectFolder } from './project-folder.ts';
import { readNamedPack } from './read-named-pack.ts';
import { keepRegister } from './register-listeners.ts';
import { seed } from './seed.ts';
import { storyTime } from './story-time.ts';

export interface Service {
  readonly app: FastifyInstance;
  readonly context: AppContext;
  readonly stop: () => Promise<void>;
}

/** Together well under the ten seconds that most supervisors wait before they kill. */
const ANSWERS_MILLISECONDS = 5000;
const LENT_MILLISECONDS = 500;

/** Builds the whole service by hand, in the order things need each other: database, tables, programme, reference facts, pages. */
export async function composeService(asked: Config, log: Logger): Promise<Service> {
  const config = await chooseDataFolder(asked, openStore);
  const named = await readNamedPack(config);
  const store = await openStore(config, (event) => log.error(event, 'the database server died'));
  const limits = config.databaseLimits;
  const changes = new ChangeListener({ url: store.url, channel: publicChangeChannel, log });
  const pool = openPool(store.url, limits.connections, limits, changes.attend);
  pool.on('error', (error) => pool.ending || log.warn({ reason: error.message }, 'a database connection was lost'));
  const database = openDatabase(pool, limits);
  const browsers = path.join(config.dataDir, 'browser');
  const pdf = new BrowserPrinter({ browser: () => unpackBrowser(browsers), folder: browsers, log });
  const stop = async () => {
    await Promise.all([changes.stop(), pdf.stop()]);
    // A connection that is still lent out, to a request that was cut off, ends with the process or its server.
    await Promise.race([database.destroy(), setTimeout(LENT_MILLISECONDS)]);
    await store.stop();
  };
  try {
    // Here the usual settings are binding too: nobody starts what they did not mean to.
    const { clockStart, pack, ...agreed } = await agree(store, config, { pack: named, isModeBinding: true });
    log.info({ ...agreed, programme: pack.id }, 'database is up to date');
    const time = storyTime(pack, { isDemonstration: agreed.mode === 'demonstration', clockStart });
    const context: AppContext = { config, database, ...time, newId, log, pdf, register: keepRegister(time.pack) };
    await withPatience(store.url, (patient) => seed({ ...context, database: patient }));
    await changes.start();
    const app = await buildApp(context, await sessionSecret(config), changes);
    const backups = startBackups(context, store);
    return { app, context, stop: () => Promise.all([backups?.stop(), drainAndClose(app, log)]).then(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Makes sure that a database is what it is asked to be, of the programme that is asked for, and brings it up to date. A mode that is
 * not binding is the database's own to say. `clockStart`: where the clock of a demonstration began. `pack`: with what its rounds were
 * answered with.
 */
export function agree(
  store: DatabaseAddresses,
  config: Config,
  { pack, isModeBinding }: { readonly pack: ProgrammePack; readonly isModeBinding: boolean },
): Promise<Agreed & { readonly clockStart: ClockStart | null; readonly pack: ProgrammePack }> {
  const migrate = () => prepareDatabase(store, projectFolder('migrations'));
  const at = systemClock();
  return asOwner(store, async (owner) => {
    const agreed = await agreeOnProgramme(owner, askedProgramme(config, pack), at, () =>
      agreeOnMode(owner, askedMode(config, isModeBinding), at, migrate),
    );
    const wanted = { mode: agreed.mode, day: pack.demonstration?.begins ?? null, now: at };
    const clockStart = await settleClock(owner, wanted);
    return { ...agreed, clockStart, pack: await keepInstruments(owner, pack, at) };
  });
}

/** Where the configuration asks for them. */
function startBackups(
  { config, database, log }: AppContext,
  { url, ownerUrl }: DatabaseAddresses,
): RepeatedWork | null {
  const { backups: plan, isDemonstration } = config;
  const about = { mode: isDemonstration ? 'demonstration' : 'real' };
  const what = { database, url: ownerUrl ?? url, software: packageFile.version, about };
  return plan === null ? null : scheduleBackups({ plan, log, clock: systemClock, ...what });
}

async function drainAndClose(app: FastifyInstance, log: Logger): Promise<void> {
  const cutOff = await app.drain(ANSWERS_MILLISECONDS);
  if (cutOff > 0) {
    log.warn({ cutOff }, 'requests were cut off: they took longer than stopping may');
  }
  await app.close();
}

/** What is done at the start may take its time, so it has connections without limits for as long as it takes. */
async function withPatience(url: string, work: (database: Database) => Promise<void>): Promise<void> {
  const database = openDatabase(openPool(url));
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
}

/**
 * The pages over a context that is ready; tests build theirs through here too. `changes`: who says that what anybody may see has
 * changed; with nobody to say so every page is made anew.
 */
export async function buildApp(
  context: AppContext,
  secret: string,
  changes: Changes = unheardChanges,
): Promise<FastifyInstance> {
  const { config, database } = context;
  const settings = new SettingsSource({ database, given: config.given, usualName: context.pack.serviceName, changes });
  // Where the database is away just now they are those of the environment, until it is back.
  await settings.read().catch(() => undefined);
  const auth = createAuth({
    database,
    secret,
    publicUrl: publicUrlOf(config),
    cookies: cookieRules(config),
    sessionIdleSeconds: config.sessionLimits.idleSeconds,
    isDemonstration: config.isDemonstration,
    serviceName: settings.current.serviceName,
    provider: config.provider,
    newId,
    log: context.log,
  });
  const assets = readAssets(projectFolder('dist'));
  const assetsFolder = projectFolder('dist', 'assets');
  const programme = readRunningProgramme(database, context.pack, changes);
  const running = { ...context, pack: programme.pack };
  return createApp({ context: running, programme, settings, auth, changes, assets, assetsFolder, secret });
}

export interface Store extends DatabaseAddresses {
  readonly stop: () => Promise<void>;
}

/** The database that the configuration names, or one of our own; a fresh one has no tables yet. */
export async function openStore(config: Config, onDeath?: (event: ServerDeath) => void): Promise<Store> {
  if (config.databaseUrl !== null) {
    const { databaseUrl: url, databaseOwnerUrl: ownerUrl } = config;
    await checkServer(url, 'DATABASE_URL');
    if (ownerUrl !== null) {
      await checkServer(ownerUrl, 'DATABASE_OWNER_URL');
    }
    return { url, ownerUrl, stop: async () => undefined };
  }
  const server = await startEmbeddedServer({ folder: path.join(config.dataDir, 'postgres'), onDeath });
  try {
    await createDatabaseOnce(server.ownerUrlOf('postgres'), 'ldr');
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: server.urlOf('ldr'), ownerUrl: server.ownerUrlOf('ldr'), stop: server.stop };
}

async function createDatabaseOnce(ownerUrl: string, name: string): Promise<void> {
  const pool = openPool(ownerUrl, 1);
  try {
    const found = await pool.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) {
      await pool.query(`create database ${name}`);
    }
  } finally {
    await pool.end();
  }
}

/** The secret that signs cookies: given, or made once and kept beside the data, so that a restart signs nobody out. */
async function sessionSecret(config: Config): Promise<string> {
  if (config.sessionSecret !== null) {
    return config.sessionSecret;
  }
  const file = path.join(config.dataDir, 'session-secret');
  if (!existsSync(file)) {
    await mkdir(config.dataDir, { recursive: true });
    // Renamed into place, so that a start cut short here leaves no empty secret behind.
    await writeFile(`${file}.new`, randomBytes(32).toString('hex'), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }
  return (await readFile(file, 'utf8')).trim();
}
