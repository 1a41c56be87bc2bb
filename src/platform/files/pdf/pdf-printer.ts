import { mkdir } from 'node:fs/promises';
import type { Logger } from '../../logging.ts';
import { turnsOf } from '../../worker/turns.ts';
import { BrowserLimitError, type BrowserLimits, BrowserStartError } from './browser-process.ts';
import { printDocument } from './print-document.ts';
import type { UnpackedBrowser } from './unpack-browser.ts';

export type PrintOutcome =
  | { readonly kind: 'printed'; readonly bytes: Buffer }
  /** So many wait already that nobody is to wait behind them. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'too-much'; readonly limit: 'memory' | 'time' }
  /** No browser runs on this machine. */
  | { readonly kind: 'unable' };

/** Makes PDFs of finished documents. */
export interface PdfPrinter {
  /** False once it is known that it cannot, so that no page offers it. */
  readonly isAble: boolean;
  /** `html`: with all its styles and pictures in it. `mostBefore`: how many may be before it, the one under way among them. */
  readonly print: (html: string, mostBefore: number) => Promise<PrintOutcome>;
  readonly stop: () => Promise<void>;
}

export interface BrowserPrinterOptions {
  /** Gives the packaged browser; asked anew for each document, so that it costs nothing before the first. */
  readonly browser: () => Promise<UnpackedBrowser>;
  /** Where it works; nothing stays there. */
  readonly folder: string;
  readonly log: Logger;
  readonly limits?: BrowserLimits;
}

/** A report takes about a second and 160 megabytes. */
const usualLimits: BrowserLimits = { milliseconds: 20_000, bytes: 768 * 2 ** 20 };

/** The packaged browser is built for this system alone. */
const isMadeForHere = process.platform === 'linux' && process.arch === 'x64';

/** By the packaged browser: a process of its own for each document, and one at a time. */
export class BrowserPrinter implements PdfPrinter {
  readonly #options: BrowserPrinterOptions;
  readonly #inTurn = turnsOf(1);
  readonly #stopping = new AbortController();
  #isAble = isMadeForHere;
  #ownLibraries = false;
  #asked = 0;

  constructor(options: BrowserPrinterOptions) {
    this.#options = options;
  }

  get isAble(): boolean {
    return this.#isAble;
  }

  async print(html: string, mostBefore: number): Promise<PrintOutcome> {
    if (!this.#isAble) {
      return { kind: 'unable' };
    }
    if (this.#asked > mostBefore || this.#stopping.signal.aborted) {
      return { kind: 'busy' };
    }
    this.#asked += 1;
    try {
      return await this.#inTurn(() => this.#printNow(html));
    } finally {
      this.#asked -= 1;
    }
  }

  /** Ends the browser that is at work; whoever waits is told that it is busy. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#inTurn(async () => undefined);
  }

  async #printNow(html: string): Promise<PrintOutcome> {
    const { signal } = this.#stopping;
    if (signal.aborted) {
      return { kind: 'busy' };
    }
    try {
      return { kind: 'printed', bytes: await this.#printSomehow(html) };
    } catch (error) {
      if (signal.aborted) {
        return { kind: 'busy' };
      }
      return this.#outcomeOf(error);
    }
  }

  /** With the libraries of the system, or else with those of the package: small systems lack some. */
  async #printSomehow(html: string): Promise<Buffer> {
    const { folder, limits = usualLimits } = this.#options;
    const browser = await this.#options.browser().catch((error: unknown) => {
      throw new BrowserStartError(`it could not be unpacked: ${error}`);
    });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const start = { browser, folder, limits, signal: this.#stopping.signal };
    try {
      return await printDocument({ ...start, ownLibraries: this.#ownLibraries }, html);
    } catch (error) {
      if (!(error instanceof BrowserStartError) || this.#ownLibraries) {
        throw error;
      }
      const bytes = await printDocument({ ...start, ownLibraries: true }, html);
      this.#ownLibraries = true;
      return bytes;
    }
  }

  #outcomeOf(error: unknown): PrintOutcome {
    if (error instanceof BrowserLimitError) {
      this.#options.log.warn({ limit: error.limit }, 'a PDF was given up: it took more than it may');
      return { kind: 'too-much', limit: error.limit };
    }
    if (error instanceof BrowserStartError) {
      this.#isAble = false;
      this.#options.log.warn({ reason: error.message }, 'no PDF can be made here: the browser does not start');
      return { kind: 'unable' };
    }
    throw error;
  }
}
