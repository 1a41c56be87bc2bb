// `npm test`: everything that must hold. The quick checks run beside the tests, which begin by waiting for their database;
// `npm test -- src/platform` runs only the tests of that folder. What a failed check said comes at the end. The last line counts the
// tests; the exit code tells whether all of it holds.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installIfNeeded } from './prepare.mjs';
import { environment, installed, run } from './processes.mjs';

/** @type {[name: string, program: string, ...args: string[]][]} */
const checks = [
  ['format and lint', 'biome', 'check', '--error-on-warnings', '--colors=off', '.'],
  // By one thread: several check much of it again, each for itself, and the tests need the other cores.
  ['types', 'tsc', '--noEmit', '--singleThreaded'],
  ['boundaries', 'depcruise', 'src', 'test', 'scripts', 'bench'],
  ['unused code', 'knip', '--no-progress', '--no-config-hints'],
];

await installIfNeeded();
const [faults, tests] = await Promise.all([runChecks(), runTests(process.argv.slice(2))]);
console.log([...faults, tests.summary].join('\n'));
process.exitCode = faults.length === 0 && tests.holds ? 0 : 1;

/** Runs the checks at once. Returns what the failed ones said. */
async function runChecks() {
  const said = await Promise.all(
    checks.map(async ([name, program, ...args]) => {
      const startedAt = Date.now();
      const { code, output } = await run(installed(program), args, { quiet: true });
      const line = `${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${seconds(startedAt)}`;
      console.log(line);
      return code === 0 ? [] : [`${line}\n${output}`];
    }),
  );
  return said.flat();
}

/**
 * Runs the tests. Returns whether they hold, and the sum of it in words.
 * @param {string[]} filters
 */
async function runTests(filters) {
  const startedAt = Date.now();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ldr-results-'));
  const file = path.join(folder, 'results.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters];
  const { code } = await run(installed('vitest'), args, { env: environment() });
  const { passed, failed, skipped } = readResults(file);
  rmSync(folder, { recursive: true, force: true });
  // A test file that cannot be loaded, or a fault outside any test, counts as one more failure.
  const allFailed = code !== 0 && failed === 0 ? 1 : failed;
  // A test that is left out proves nothing, and nobody would notice.
  const holds = code === 0 && skipped === 0;
  const line = `${holds ? 'ok    ' : 'FAILED'}  ${'tests'.padEnd(16)} ${seconds(startedAt)}`;
  const skips = skipped === 0 ? '' : `, ${skipped} skipped`;
  return { holds, summary: `${line}\n\n${passed} passed, ${allFailed} failed${skips}` };
}

/** @param {string} file */
function readResults(file) {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: results.numPassedTests, failed: results.numFailedTests, skipped: results.numPendingTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** @param {number} startedAt */
function seconds(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)} s`;
}
