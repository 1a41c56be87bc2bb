import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { writeCsv, writeCsvRows } from '../../../platform/csv-table.ts';
import { differencesTable, type FileDifference } from '../take-in/difference-words.ts';
import type { FileReport } from '../take-in/import-outcome.ts';
import { firstOfEachKind, type UploadReport } from './upload.ts';

/** As many lines as are held before they are packed. */
const PACKED_AT_A_TIME = 1000;

/** What a check found: the report to keep with the file, and every difference as a CSV file in gzip. */
export interface Gathered {
  readonly report: UploadReport;
  readonly differences: Buffer;
}

/**
 * Gathers what an import finds, in memory that does not grow with the differences but for what they come to when packed: they are
 * packed a thousand at a time, as gzip allows (RFC 1952, section 2.2: a file is a series of members).
 */
export class DifferenceGatherer {
  readonly #first = firstOfEachKind();
  readonly #hash = createHash('sha256');
  readonly #packed: Buffer[] = [gzipSync(writeCsv(differencesTable, []))];
  #held: FileDifference[] = [];

  readonly add = (difference: FileDifference): void => {
    const { kind, code, name, before, after, isPast, row } = difference;
    this.#first.add(difference);
    this.#hash.update(`${JSON.stringify([kind, code, name, before, after, isPast, row])}\n`);
    this.#held.push(difference);
    if (this.#held.length >= PACKED_AT_A_TIME) {
      this.#pack();
    }
  };

  /** Called once, at the end of the file. */
  end({ rowCount, counts, notes, absent, sourceId }: FileReport): Gathered {
    this.#pack();
    this.#hash.update(JSON.stringify([rowCount, absent.total, absent.codes]));
    return {
      report: {
        rowCount,
        counts,
        notes,
        absent,
        sourceId,
        shown: this.#first.shown,
        digest: this.#hash.digest('hex'),
      },
      differences: Buffer.concat(this.#packed),
    };
  }

  #pack(): void {
    if (this.#held.length > 0) {
      this.#packed.push(gzipSync(writeCsvRows(differencesTable, this.#held)));
      this.#held = [];
    }
  }
}
