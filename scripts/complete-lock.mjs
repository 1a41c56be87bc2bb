// `npm run complete-lock`, after packages were added where the registry does not serve every platform: npm then leaves the packages of
// the missing platforms out of the lock file, and `npm ci` refuses such a file everywhere. This enters them again, without the
// checksum that nobody could fetch. Each is pinned by the package that asks for it, and skipped on platforms other than its own.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './sources.mjs';

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, cpu?: string[], os?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} LockEntry */

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32'];

/**
 * The entries that are missing: for each package, the optional ones it pins that the lock file does not know.
 * @param {Record<string, LockEntry>} packages
 * @returns {Record<string, LockEntry>}
 */
export function missingEntries(packages) {
  const isKnown = (/** @type {string} */ by, /** @type {string} */ name) =>
    `node_modules/${name}` in packages || `${by}/node_modules/${name}` in packages;
  return Object.fromEntries(
    Object.entries(packages).flatMap(([by, { dev, optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(([name, version]) => /^\d/.test(version) && !isKnown(by, name))
        .map(([name, version]) => [`node_modules/${name}`, entryOf(name, version, dev)]),
    ),
  );
}

/**
 * Packages for one platform say in their name which it is.
 * @param {string} name
 * @param {string} version
 * @param {boolean | undefined} dev
 * @returns {LockEntry}
 */
function entryOf(name, version, dev) {
  const words = name.split(/[-_/.]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  const libc = [
    ...(words.some((word) => word.startsWith('gnu')) ? ['glibc'] : []),
    ...(words.some((word) => word.startsWith('musl')) ? ['musl'] : []),
  ];
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(dev ? { dev } : {}),
    ...(libc.length > 0 && os.includes('linux') ? { libc } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = path.join(root, 'package-lock.json');
  const { packages, ...head } = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(packages);
  const sorted = Object.entries({ ...packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(file, `${JSON.stringify({ ...head, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} entries added to package-lock.json`);
}
