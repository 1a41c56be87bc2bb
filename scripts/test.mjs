// `npm test`: everything that must hold. The quick checks run side by side, then the tests; `npm test -- src/platform` runs only the
// tests of that folder. The last line counts the tests; the exit code tells whether all of it holds.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installIfNeeded } from './prepare.mjs';
import { environment, installed, run } from './processes.mjs';

/** @type {[name: string, program: string, ...args: string[]][]} */
const checks = [
  ['format and lint', 'biome', 'check', '--error-on-warnings', '--colors=off', '.'],
  ['types', 'tsc', '--noEmit'],
  ['boundaries', 'depcruise', 'src', 'test', 'scripts', 'bench'],
  ['unused code', 'knip', '--no-progress', '--no-config-hints'],
];

await installIfNeeded();
const failures = [...(await runChecks()), ...(await runTests(process.argv.slice(2)))];
process.exitCode = failures.length === 0 ? 0 : 1;

/** Runs the checks at once, showing what a failed one said. Returns the names of those that failed. */
async function runChecks() {
  /** @type {string[]} */
  const failed = [];
  const runs = checks.map(async ([name, program, ...args]) => {
    const startedAt = Date.now();
    const { code, output } = await run(installed(program), args, { quiet: true });
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${seconds(startedAt)}`);
    if (code !== 0) {
      console.log(output);
      failed.push(name);
    }
  });
  await Promise.all(runs);
  return failed;
}

/**
 * Runs the tests, then sums up.
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
  console.log(`${holds ? 'ok    ' : 'FAILED'}  ${'tests'.padEnd(16)} ${seconds(startedAt)}\n`);
  console.log(`${passed} passed, ${allFailed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
  return holds ? [] : ['tests'];
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
