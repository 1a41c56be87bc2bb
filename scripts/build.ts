// Builds what runs: the server and the command line as single files, the styles, and the script of the pages.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type OutputFile } from 'esbuild';
import { compile } from 'sass';
import { buildStamp, digestOfSources, root } from './sources.mjs';

const dist = path.join(root, 'dist');

/** Programs of threads, which lie beside what starts them, under their own names. */
export const workerPrograms: Readonly<Record<string, string>> = {
  'file-reader-worker': path.join(root, 'src/features/directory-import/read/file-reader-worker.ts'),
  'unpack-browser-worker': path.join(root, 'src/platform/files/pdf/unpack-browser-worker.ts'),
  'word-writer-worker': path.join(root, 'src/platform/files/word/word-writer-worker.ts'),
  'workbook-reader-worker': path.join(root, 'src/platform/files/workbook/read/workbook-reader-worker.ts'),
};

/** A file of the build: its path under `dist/`, and what it holds. */
interface Built {
  readonly file: string;
  readonly content: string | Uint8Array;
}

/**
 * Builds everything under `dist/`. Files that did not change are left alone and each other is put in place whole, so that a service
 * running from the folder is not disturbed; what the build no longer makes is removed.
 */
export async function buildAll(): Promise<void> {
  const madeFrom = digestOfSources();
  const [styles, script, icon, programs] = await Promise.all([
    buildStyles(),
    buildIslands(),
    readFile(path.join(root, 'src/islands/icon.svg')).then((content) => asset('icon', 'svg', content)),
    buildPrograms(),
  ]);
  const addresses = { styles: `/${styles.file}`, script: `/${script.file}`, icon: `/${icon.file}` };
  const list = { file: 'assets.json', content: JSON.stringify(addresses) };
  const built = [...programs, styles, script, icon, list];
  for (const { file, content } of built) {
    await put(path.join(dist, file), content);
  }
  await removeAllBut(built.map(({ file }) => path.join(dist, file)));
  await put(buildStamp, madeFrom);
}

/** An asset's name carries the hash of its content, so that browsers may keep it for ever. */
function asset(name: string, extension: string, content: string | Uint8Array): Built {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return { file: `assets/${name}-${hash}.${extension}`, content };
}

function buildStyles(): Built {
  const { css } = compile(path.join(root, 'src/views/styles/main.scss'), {
    style: 'compressed',
    loadPaths: [path.join(root, 'node_modules')],
    quietDeps: true,
    logger: {
      warn: (message) => {
        throw new Error(`The styles have a fault: ${message}`);
      },
    },
  });
  return asset('main', 'css', css);
}

async function buildIslands(): Promise<Built> {
  const [script] = await bundle({
    entryPoints: [path.join(root, 'src/islands/main.ts')],
    minify: true,
    target: 'es2022',
  });
  return asset('main', 'js', script?.contents ?? '');
}

async function buildPrograms(): Promise<Built[]> {
  const files = await bundle({
    entryPoints: {
      server: path.join(root, 'src/server.ts'),
      ldr: path.join(root, 'src/cli/ldr.ts'),
      ...workerPrograms,
    },
    packages: 'external',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    sourcemap: true,
    // Traces name file and line. Node would keep the text of every source in memory, which lies in the folder anyway.
    sourcesContent: false,
    splitting: true,
    // React's production build is chosen when the file is loaded, so it is fixed here rather than left to the environment.
    define: { 'process.env.NODE_ENV': '"production"' },
    outExtension: { '.js': '.mjs' },
  });
  return files.map(({ path: file, contents }) => ({ file: path.relative(dist, file), content: contents }));
}

/** One bundling; a warning is a fault, as everywhere in this project. */
async function bundle(options: Parameters<typeof build>[0]): Promise<OutputFile[]> {
  const result = await build({
    ...options,
    bundle: true,
    format: 'esm',
    outdir: dist,
    write: false,
    logLevel: 'warning',
  });
  if (result.warnings.length > 0) {
    throw new Error('The build has warnings');
  }
  return result.outputFiles ?? [];
}

async function put(file: string, content: string | Uint8Array): Promise<void> {
  if (existsSync(file) && (await readFile(file)).equals(Buffer.from(content))) {
    return;
  }
  await mkdir(path.dirname(file), { recursive: true });
  const making = `${file}.${process.pid}`;
  await writeFile(making, content);
  await rename(making, file);
}

async function removeAllBut(kept: readonly string[]): Promise<void> {
  for (const folder of [dist, path.join(dist, 'assets')]) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isFile() && !kept.includes(file)) {
        await rm(file, { force: true });
      }
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildAll().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
