// Shared by the start and test commands. Runs on any Node from 20 on, before anything is installed, so it imports nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const installStamp = path.join(root, 'node_modules', '.ldr-installed');
const buildStamp = path.join(root, 'dist', '.ldr-built');

/** The Node that the project pins, whatever the machine has. */
export const node = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');

function digestOfFiles(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(path.relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      return statSync(file).isDirectory() ? filesUnder(file) : [file];
    });
}

function isCurrent(stamp, digest) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
}

/** Installs the packages of the lock file, unless they are there already. */
export function installIfNeeded() {
  const digest = digestOfFiles(['package.json', 'package-lock.json'].map((name) => path.join(root, name)));
  if (isCurrent(installStamp, digest)) {
    return;
  }
  console.log('Installing packages (once) ...');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' });
  writeFileSync(installStamp, digest);
}

/** Builds what runs, unless it was built from just these sources. */
export function buildIfNeeded() {
  const sources = [...filesUnder(path.join(root, 'src')).filter((file) => !/\.test\.tsx?$/.test(file)), path.join(root, 'scripts', 'build.ts'), path.join(root, 'package-lock.json')];
  const digest = digestOfFiles(sources);
  if (isCurrent(buildStamp, digest)) {
    return;
  }
  console.log('Building ...');
  run(node, [path.join(root, 'scripts', 'build.ts')]);
  writeFileSync(buildStamp, digest);
}

/** Runs a command to its end; a failure ends this process with the same code. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment(), ...options });
  if (result.error) {
    console.error(`${command}: ${result.error.message}`);
    process.exit(1);
  }
  if (result.status !== 0) {
    process.exit(result.status ?? 1);
  }
}

/** The project's own programs come first on the path. */
export function environment(extra = {}) {
  return { ...process.env, PATH: `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** Replaces this process by another as nearly as Node can: signals go through, and the code comes back. */
export function become(command, args, extraEnvironment = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment(extraEnvironment) });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    // From a terminal the child has had Ctrl-C already; sent to this process alone, it has not.
    process.on(signal, () => {
      if (signal === 'SIGTERM' || !process.stdin.isTTY) {
        child.kill(signal);
      }
    });
  }
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
}
