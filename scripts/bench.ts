// `npm run bench`: bundles the benchmark as the service itself is bundled, then runs it.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildAll, workerPrograms } from './build.ts';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const out = path.join(root, 'dist', 'bench');

await buildAll();
const programs = [
  'bench/run.ts',
  'bench/refuse-hostile-file.ts',
  'bench/public-pages/constant-server.ts',
  'bench/form-page/our-server.ts',
  'bench/form-page/peer-server.ts',
];

await build({
  entryPoints: [...programs.map((file) => path.join(root, file)), ...Object.values(workerPrograms)],
  outdir: out,
  entryNames: '[name]',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
});
const result = spawnSync(process.execPath, [path.join(out, 'run.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  // Some rows run the service in this process, and React chooses its build when it is loaded.
  env: { ...process.env, NODE_ENV: 'production' },
});
process.exit(result.status ?? 1);
