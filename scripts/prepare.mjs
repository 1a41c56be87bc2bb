// Makes a clone ready to run: packages installed, service built. Runs on any Node from 20 on and imports nothing but Node itself.
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { environmentForNpm, installed, node, run } from './processes.mjs';
import { buildStamp, digestOfSources, root } from './sources.mjs';

const OLDEST_NODE = 20;
const lockFile = path.join(root, '.preparing');
const LOCK_BEAT_MILLISECONDS = 1000;
const LOCK_STALE_MILLISECONDS = 5000;

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  console.error(`This project needs Node ${OLDEST_NODE} or later to start; this is Node ${process.versions.node}.`);
  process.exit(1);
}

/** Installs the packages of the lock file, unless just those are there. What is said goes to standard error. */
export async function installIfNeeded() {
  if (!isInstalled()) {
    await alone(async () => isInstalled() || (await install()));
  }
}

/** Installs, and builds what runs unless it was built from just these sources. */
export async function installAndBuildIfNeeded() {
  await installIfNeeded();
  if (!isBuilt()) {
    await alone(async () => isBuilt() || (await build()));
  }
}

async function install() {
  console.error('Installing packages (once) ...');
  // Without what builds it the service cannot run, so the development packages are wanted even where NODE_ENV says production.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await run('npm', args, { env: environmentForNpm(), outputTo: 'stderr' });
  if (code !== 0) {
    console.error(`The packages could not be installed: "npm ${args[0]}" ended with ${code}; its own words are above.`);
    process.exit(1);
  }
}

async function build() {
  console.error('Building ...');
  const { code } = await run(node, [path.join(root, 'scripts', 'build.ts')], { outputTo: 'stderr' });
  if (code !== 0) {
    process.exit(1);
  }
}

/**
 * Compares the lock file with the record npm writes inside `node_modules` at the very end of an installation: one cut short has no
 * such record, and an outdated one names other versions. Optional packages are those of other platforms.
 */
function isInstalled() {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!(existsSync(record) && existsSync(node) && existsSync(installed('esbuild')))) {
    return false;
  }
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(record);
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional === true || present[name]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function isBuilt() {
  return existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === digestOfSources();
}

/**
 * Does the work while no other start of this clone does any. The holder keeps touching the lock, so one that was killed is told from
 * one that is slow.
 * @param {() => Promise<unknown>} work
 */
async function alone(work) {
  for (let hasTold = false; !takeLock(); ) {
    if (!hasTold) {
      console.error('Another start is installing or building; waiting for it ...');
      hasTold = true;
    }
    await wait(LOCK_BEAT_MILLISECONDS / 2);
  }
  const release = () => rmSync(lockFile, { force: true });
  const beat = setInterval(() => utimesSync(lockFile, new Date(), new Date()), LOCK_BEAT_MILLISECONDS);
  process.on('exit', release);
  try {
    await work();
  } finally {
    clearInterval(beat);
    process.off('exit', release);
    release();
  }
}

function takeLock() {
  if (existsSync(lockFile) && Date.now() - statSync(lockFile).mtimeMs > LOCK_STALE_MILLISECONDS) {
    rmSync(lockFile, { force: true });
  }
  try {
    closeSync(openSync(lockFile, 'wx'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}
