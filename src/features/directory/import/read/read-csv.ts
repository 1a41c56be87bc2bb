import { CsvError, parse } from 'csv-parse';
import { decodeText } from './decode-text.ts';
import { FaultCollector, faultOn, type ImportFault } from './import-faults.ts';

/** One record of a CSV file and the line, from 1, on which it starts. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

type Settled = (error?: Error | null) => void;

/** In bytes of cell text; and no more cells than this, since csv-parse by itself sets no bound on empty ones. */
const longestRecord = 100_000;

const endless =
  `the row runs on for more than ${longestRecord.toLocaleString('en-GB')} bytes: ` +
  'a closing quotation mark may be missing';

const reasonsOfCell: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'the file ends within a quoted cell that begins here: it seems to be cut off',
  CSV_INVALID_CLOSING_QUOTE: 'there is text behind the quotation mark that closes the cell',
  INVALID_OPENING_QUOTE: 'a quotation mark stands within a cell that is not quoted',
};

/** csv-parse as a file needs it: records by the piece of text that completes them, each with the line it starts on. */
class CsvReading {
  readonly #parser = parse({
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
    cast: (cell, { index }) => {
      if (index >= longestRecord) {
        throw new CsvError('CSV_MAX_RECORD_SIZE', endless);
      }
      return cell;
    },
    on_record: (fields) => this.#take(fields),
  });
  #records: CsvRecord[] = [];
  #lineEndsInCells = 0;

  constructor() {
    // Whoever writes is told of the error too; unheard here, it would end the process.
    this.#parser.on('error', () => undefined);
  }

  /** The records that end in this piece of text, and the fault behind them after which nothing can be read. */
  read(text: string): Promise<readonly [CsvRecord[], ImportFault | null]> {
    return this.#step((settled) => this.#parser.write(text, settled));
  }

  /** The record, if any, that the end of the text ends. */
  end(): Promise<readonly [CsvRecord[], ImportFault | null]> {
    return this.#step((settled) => this.#parser.end(settled));
  }

  async #step(act: (settled: Settled) => void): Promise<readonly [CsvRecord[], ImportFault | null]> {
    this.#records = [];
    const error = await new Promise<Error | null | undefined>(act);
    return [this.#records, error instanceof Error ? this.#faultOf(error) : null];
  }

  /** Gives nothing back, so that the parser keeps no record for a reader of its own. */
  #take(fields: readonly string[]): null {
    this.#records.push({ line: this.#lineAfter(this.#parser.info.records - 1), fields });
    for (const field of fields) {
      this.#lineEndsInCells += field.match(/\r\n?|\n/g)?.length ?? 0;
    }
    return null;
  }

  /**
   * The line behind so many records. The line csv-parse gives is the one a record ends on, and it counts CRLF within a
   * cell as two lines.
   */
  #lineAfter(records: number): number {
    return 1 + records + this.#parser.info.empty_lines + this.#lineEndsInCells;
  }

  #faultOf(error: Error): ImportFault {
    if (!(error instanceof CsvError)) {
      throw error;
    }
    const line = this.#lineAfter(this.#parser.info.records);
    const reason = reasonsOfCell[error.code];
    if (reason !== undefined && typeof error.column === 'number') {
      return { line, column: error.column + 1, columnName: null, reason };
    }
    return faultOn(line, error.code === 'CSV_MAX_RECORD_SIZE' ? endless : `cannot be read as CSV: ${error.message}`);
  }
}

/** Records of CSV text, as many at a time as a piece of text completes. A file without a record is refused. */
export async function* readCsvBatches(
  texts: AsyncIterable<string>,
  faults: FaultCollector,
): AsyncGenerator<readonly CsvRecord[]> {
  let isEmpty = true;
  for await (const [records, fault] of stepsOf(texts)) {
    isEmpty &&= records.length === 0;
    yield records;
    if (fault !== null) {
      faults.fail(fault);
    }
  }
  if (isEmpty) {
    faults.fail(faultOn(null, 'the file is empty'));
  }
}

async function* stepsOf(texts: AsyncIterable<string>) {
  const reading = new CsvReading();
  for await (const text of texts) {
    yield reading.read(text);
  }
  yield reading.end();
}

/** Every record of a CSV file with its line, header and all. Throws ImportFaultsError for what cannot be read as CSV text. */
export async function* readCsv(
  chunks: AsyncIterable<Uint8Array>,
  faults: FaultCollector = new FaultCollector(),
): AsyncGenerator<CsvRecord> {
  for await (const records of readCsvBatches(decodeText(chunks, faults), faults)) {
    yield* records;
  }
}
