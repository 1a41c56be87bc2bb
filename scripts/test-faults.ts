// `npm run test:faults`: does for real to a busy service what can happen to one, and tells what it cost. Takes ten to fifteen minutes;
// `-- --held 5` holds the database for five seconds instead of thirty, `-- --only held` does only what has this word in its name, and
// `-- --write` puts the table into docs/evidence/faults.md.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import { buildAll } from './build.ts';
import { root } from './sources.mjs';

const file = path.join(root, 'dist', 'faults', 'run.mjs');

await buildAll();
await build({
  entryPoints: [path.join(root, 'test', 'faults', 'run.ts')],
  outfile: file,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  logLevel: 'warning',
});
const result = spawnSync(process.execPath, ['--enable-source-maps', file, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(result.status ?? 1);
