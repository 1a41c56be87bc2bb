import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import {
  type BackupHeader,
  type BackupTable,
  type BackupWhole,
  DamagedBackupError,
  endOfRows,
  readLine,
  type TableEnd,
} from './backup-format.ts';
import { RowSum } from './row-sum.ts';

/** A backup as it is read: the header; each table with its rows, whole lines at a time, and its end; the whole. */
export type BackupItem =
  | ({ readonly kind: 'header' } & BackupHeader)
  | ({ readonly kind: 'table' } & BackupTable)
  | { readonly kind: 'rows'; readonly bytes: Buffer }
  | ({ readonly kind: 'end' } & TableEnd)
  | ({ readonly kind: 'whole' } & BackupWhole);

/** Large enough that a long row is not put together from very many pieces. */
const PIECE_BYTES = 1_000_000;
const LINE_END = '\n';

/**
 * Reads a backup and compares every digest in it with what is read. Throws `DamagedBackupError` where they differ, or the file is no
 * backup or not the whole of one. Memory is bounded by the longest row. `onProgress` is told the bytes of the file read so far.
 */
export async function* readBackup(file: string, onProgress?: (bytes: number) => void): AsyncGenerator<BackupItem> {
  const packed = createReadStream(file);
  packed.on('data', () => onProgress?.(packed.bytesRead));
  const source = new Pieces(pipeline(packed, createGunzip({ chunkSize: PIECE_BYTES }), () => undefined));
  try {
    yield* items(source);
  } catch (error) {
    const isPacking = error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
    throw isPacking ? new DamagedBackupError('It is not packed as a backup is, or was changed or cut short.') : error;
  } finally {
    packed.destroy();
  }
}

async function* items(source: Pieces): AsyncGenerator<BackupItem> {
  yield { kind: 'header', ...readLine(await source.line(), 'backup') };
  let rows = 0;
  let tables = 0;
  for (;;) {
    const before = source.digest();
    const line = await source.line();
    if (line.startsWith('whole ')) {
      const whole = readLine(line, 'whole');
      if (whole.digest !== before || whole.rows !== rows || whole.tables !== tables || !(await source.isAtEnd())) {
        throw new DamagedBackupError('The digest of the whole is another than was written.');
      }
      yield { kind: 'whole', ...whole };
      return;
    }
    const table = readLine(line, 'table');
    yield { kind: 'table', ...table };
    const sum = new RowSum();
    for await (const bytes of source.rows()) {
      sum.take(bytes);
      yield { kind: 'rows', bytes };
    }
    const written = readLine(await source.line(), 'end');
    const read = sum.end();
    if (written.digest !== read.digest || written.rows !== read.rows) {
      throw new DamagedBackupError(`The rows of ${table.name} are others than were written.`);
    }
    rows += read.rows;
    tables += 1;
    yield { kind: 'end', ...read };
  }
}

/** Cuts what comes in pieces into lines and rows, and forms the digest of what was handed out. */
class Pieces {
  readonly #pieces: AsyncIterator<Buffer>;
  readonly #hash = createHash('sha256');
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#pieces = source[Symbol.asyncIterator]();
  }

  /** Of all handed out so far. */
  digest(): string {
    return this.#hash.copy().digest('hex');
  }

  async line(): Promise<string> {
    let end = this.#rest.indexOf(LINE_END);
    while (end === -1) {
      await this.#more();
      end = this.#rest.indexOf(LINE_END);
    }
    return this.#take(end + 1).toString('utf8', 0, end);
  }

  /** Rows until their end, which is taken too. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const last = this.#endOfRowsAt();
      if (last !== -1) {
        if (last > 0) {
          yield this.#take(last);
        }
        this.#take(endOfRows.length);
        return;
      }
      const lastLine = this.#rest.lastIndexOf(LINE_END);
      if (lastLine !== -1) {
        yield this.#take(lastLine + 1);
      }
      await this.#more();
    }
  }

  async isAtEnd(): Promise<boolean> {
    return this.#rest.length === 0 && (await this.#pieces.next()).done === true;
  }

  #endOfRowsAt(): number {
    if (this.#rest.subarray(0, endOfRows.length).equals(Buffer.from(endOfRows))) {
      return 0;
    }
    const before = this.#rest.indexOf(`${LINE_END}${endOfRows}`);
    return before === -1 ? -1 : before + 1;
  }

  #take(length: number): Buffer {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    this.#hash.update(taken);
    return taken;
  }

  async #more(): Promise<void> {
    const next = await this.#pieces.next();
    if (next.done === true) {
      throw new DamagedBackupError('It ends too early.');
    }
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
  }
}

export interface BackupFacts {
  readonly header: BackupHeader;
  readonly whole: BackupWhole;
}

interface CheckOptions {
  /** Told the bytes of the file read so far. */
  readonly onProgress?: (bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Reads the whole of a backup, comparing every digest, and says what it is. */
export async function checkBackup(file: string, { onProgress, signal }: CheckOptions = {}): Promise<BackupFacts> {
  let header: BackupHeader | null = null;
  for await (const item of readBackup(file, onProgress)) {
    signal?.throwIfAborted();
    if (item.kind === 'header') {
      header = item;
    }
    if (item.kind === 'whole' && header !== null) {
      return { header, whole: item };
    }
  }
  throw new DamagedBackupError('It ends too early.');
}
