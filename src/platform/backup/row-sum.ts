import { createHash } from 'node:crypto';
import type { TableEnd } from './backup-format.ts';

const LINE_END = 10;

/** Counts rows that go by, one a line, and forms the SHA-256 of them all. */
export class RowSum {
  readonly #hash = createHash('sha256');
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  take(bytes: Buffer): void {
    this.#hash.update(bytes);
    for (let at = bytes.indexOf(LINE_END); at !== -1; at = bytes.indexOf(LINE_END, at + 1)) {
      this.#rows += 1;
    }
  }

  end(): TableEnd {
    return { rows: this.#rows, digest: this.#hash.digest('hex') };
  }
}
