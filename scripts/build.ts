// Builds what runs: the server and the command line as single files, the styles, and the script of the pages.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'sass';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const assets = path.join(dist, 'assets');

/** Writes an asset under a name that carries its hash, and answers its address. */
async function writeAsset(name: string, extension: string, content: string | Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const file = `${name}-${hash}.${extension}`;
  await writeFile(path.join(assets, file), content);
  return `/assets/${file}`;
}

async function buildStyles(): Promise<string> {
  const { css } = compile(path.join(root, 'src/views/styles/main.scss'), {
    style: 'compressed',
    loadPaths: [path.join(root, 'node_modules')],
    quietDeps: true,
  });
  return writeAsset('main', 'css', css);
}

async function buildIslands(): Promise<string> {
  const result = await build({
    entryPoints: [path.join(root, 'src/islands/main.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return writeAsset('main', 'js', result.outputFiles[0]?.contents ?? '');
}

async function buildServer(): Promise<void> {
  await build({
    entryPoints: { server: path.join(root, 'src/server.ts'), ldr: path.join(root, 'src/cli/ldr.ts') },
    outdir: dist,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    sourcemap: true,
    splitting: true,
    // React's production build is chosen when the file is loaded, so it is fixed here rather than left to the environment.
    define: { 'process.env.NODE_ENV': '"production"' },
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  });
}

/** Builds everything anew under `dist/`. */
export async function buildAll(): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });
  const icon = await readFile(path.join(root, 'src/islands/icon.svg'));
  const [styles, script, iconAddress] = await Promise.all([buildStyles(), buildIslands(), writeAsset('icon', 'svg', icon), buildServer()]);
  await writeFile(path.join(dist, 'assets.json'), JSON.stringify({ styles, script, icon: iconAddress }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll();
}
