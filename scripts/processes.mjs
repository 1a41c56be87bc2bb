// Running other programs, with signals passed on. Runs on any Node from 20 on and imports nothing but Node itself.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { root } from './sources.mjs';

const bin = path.join(root, 'node_modules', '.bin');

/** The Node that the project pins, whatever the machine has. */
export const node = path.join(bin, 'node');

/**
 * How Node runs the service. Left alone it takes four times the memory that is in use before it looks for what can go, and much room
 * for young objects. The bound leaves this process the largest file of boundaries twice over; other large files are read in threads
 * with a bound of their own.
 */
export const serviceFlags = ['--enable-source-maps', '--max-semi-space-size=8', '--max-old-space-size=384'];

/**
 * What the service finds in its environment. The C library would keep a store of its own for each thread that packs answers, and give
 * little of it back: a fifth of the memory of the whole process.
 */
export const serviceEnvironment = { NODE_ENV: 'production', MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '131072' };

/** A program of an installed package. */
export function installed(/** @type {string} */ name) {
  return path.join(bin, name);
}

/** @typedef {{ env?: NodeJS.ProcessEnv, quiet?: boolean, outputTo?: 'stdout' | 'stderr' }} RunOptions */

/**
 * Runs a program to its end in the project's folder. `quiet` collects what it says instead of showing it. A signal to this process
 * goes on to the program and, once that has ended, ends this process with the code shells give for it.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = environment(), quiet = false, outputTo = 'stdout' } = {}) {
  const shown = outputTo === 'stderr' ? process.stderr : 'inherit';
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', shown, 'inherit'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (/** @type {Buffer} */ chunk) => {
      output += chunk;
    });
  }
  /** @type {NodeJS.Signals | null} */
  let interruptedBy = null;
  const passOn = (/** @type {NodeJS.Signals} */ signal) => {
    interruptedBy = signal;
    child.kill(signal);
  };
  const stopPassingOn = passSignalsTo(passOn);
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 1, output: `${command}: ${error.message}` }));
    child.once('close', (code, signal) => {
      stopPassingOn();
      const endedBy = interruptedBy ?? signal;
      if (interruptedBy !== null) {
        process.exit(128 + constants.signals[interruptedBy]);
      }
      resolve({ code: code ?? (endedBy ? 128 + constants.signals[endedBy] : 1), output });
    });
  });
}

/**
 * Gives the terminal to another program for good: signals go through to it, and its exit code becomes ours.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [extra]
 */
export function become(command, args, extra = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment(extra) });
  passSignalsTo((signal) => child.kill(signal));
  child.once('error', (error) => {
    console.error(`${command}: ${error.message}`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 128 + constants.signals[signal] : 1)));
}

/**
 * The environment for our own programs: those of the project come first on the path.
 * @param {NodeJS.ProcessEnv} [extra]
 */
export function environment(extra = {}) {
  return { ...process.env, PATH: [bin, ...pathWithoutOurs()].join(path.delimiter), ...extra };
}

/** The environment for npm itself, which must not run on the Node that it is about to replace. */
export function environmentForNpm() {
  return { ...process.env, PATH: pathWithoutOurs().join(path.delimiter) };
}

function pathWithoutOurs() {
  return (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.resolve(folder) !== bin);
}

/** @param {(signal: NodeJS.Signals) => void} handle */
function passSignalsTo(handle) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) {
    process.on(signal, handle);
  }
  return () => {
    for (const signal of signals) {
      process.off(signal, handle);
    }
  };
}
