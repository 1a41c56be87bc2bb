import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { DevtoolsPipe } from './devtools-pipe.ts';
import type { UnpackedBrowser } from './unpack-browser.ts';
import { openWorkFolder } from './work-folder.ts';

export interface BrowserLimits {
  readonly milliseconds: number;
  /** Of memory that is really used. */
  readonly bytes: number;
}

export interface BrowserStart {
  readonly browser: UnpackedBrowser;
  /** Where it may put its profile, for as long as it runs. */
  readonly folder: string;
  readonly limits: BrowserLimits;
  /** Whether it is to use the libraries that come with it in place of those of the system. */
  readonly ownLibraries: boolean;
  readonly signal: AbortSignal;
}

/** The browser never said a word: it cannot run on this machine. */
export class BrowserStartError extends Error {
  override readonly name = 'BrowserStartError';
}

/** It was ended because it used more than it may. */
export class BrowserLimitError extends Error {
  override readonly name = 'BrowserLimitError';
  readonly limit: 'memory' | 'time';

  constructor(limit: 'memory' | 'time') {
    super(`the browser used more ${limit} than it may`);
    this.limit = limit;
  }
}

/**
 * One process, without the sandbox that neither an administrator's account nor most containers can offer: it is shown only documents
 * made here, of which it runs no script. No address leads anywhere: names are not looked up, and the proxy for everything is nobody.
 */
const switches = [
  ...['--headless', '--single-process', '--no-zygote', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  ...['--remote-debugging-pipe', '--no-first-run', '--disable-extensions', '--disable-background-networking'],
  ...['--host-resolver-rules=MAP * ~NOTFOUND', '--proxy-server=127.0.0.1:9', '--proxy-bypass-list=<-loopback>'],
  ...['--blink-settings=scriptEnabled=false', '--font-render-hinting=none'],
];

const WATCH_MILLISECONDS = 50;
const COMPLAINT_CHARACTERS = 500;

/**
 * Does `work` with a browser of its own, in a process of its own, which is gone when it is done, with all that it wrote. The process
 * knows none of the service's settings. It ends with the service too, however that ends: its pipes close.
 */
export async function withBrowser<Result>(
  start: BrowserStart,
  work: (pipe: DevtoolsPipe) => Promise<Result>,
): Promise<Result> {
  const profile = await openWorkFolder(start.folder);
  try {
    return await workWith(start, profile, work);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

async function workWith<Result>(
  { browser, limits, ownLibraries, signal }: BrowserStart,
  profile: string,
  work: (pipe: DevtoolsPipe) => Promise<Result>,
): Promise<Result> {
  const child = spawn(browser.program, [...switches, `--user-data-dir=${profile}`, 'about:blank'], {
    cwd: profile,
    // In a group of its own: what is typed at the service's terminal is not for it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: {
      ...{ HOME: profile, TMPDIR: profile, TZ: 'UTC', LANG: 'C.UTF-8', FONTCONFIG_FILE: browser.fonts },
      ...(ownLibraries ? { LD_LIBRARY_PATH: browser.libraries } : {}),
    },
  });
  const pipe = new DevtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  const { gone, endFor } = watchOver(child, pipe);
  const patience = setTimeout(() => endFor(new BrowserLimitError('time')), limits.milliseconds);
  const watch = setInterval(() => {
    if (residentBytes(child.pid) > limits.bytes) {
      endFor(new BrowserLimitError('memory'));
    }
  }, WATCH_MILLISECONDS);
  const onAbort = () => endFor(new Error('the service stops'));
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) {
    onAbort();
  }
  try {
    return await work(pipe);
  } finally {
    clearTimeout(patience);
    clearInterval(watch);
    signal.removeEventListener('abort', onAbort);
    endFor(new Error('the work with the browser is done'));
    await gone;
  }
}

/** `gone`: until the process is no more, whereupon whoever waits for its answers is told why. */
function watchOver(child: ChildProcess, pipe: DevtoolsPipe) {
  let why: Error | null = null;
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(0, COMPLAINT_CHARACTERS);
  });
  const endFor = (reason: Error) => {
    why ??= reason;
    child.kill('SIGKILL');
  };
  const gone = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      pipe.abandon(new BrowserStartError(error.message));
      resolve();
    });
    child.once('close', () => {
      pipe.abandon(
        why ?? (pipe.hasAnswered ? new Error(`the browser died: ${complaint}`) : new BrowserStartError(complaint)),
      );
      resolve();
    });
  });
  return { gone, endFor };
}

/** proc(5): the second number of `statm` is what is in memory, in pages of four kilobytes on the machines that the package is for. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
}
