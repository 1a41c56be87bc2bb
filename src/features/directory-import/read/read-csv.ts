import { CsvError, type Parser, parse } from 'csv-parse';
import { organisationCsvLimits as limits } from '../../../file-limits.ts';
import { csvLimitOptions, csvLimitReason } from '../../../platform/files/csv-limits.ts';
import { decodeText } from './decode-text.ts';
import { following } from './following.ts';
import { FaultCollector, faultOn, type ImportFault } from './import-faults.ts';
import { type CellSeparator, isSeparatorRow, separatorIn } from './spreadsheets/cell-separator.ts';

/** One record of a CSV file and the line, from 1, on which it starts. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Characters without the end of a row: one in the making may hold nothing but doubled quotation marks. */
const longestWait = 3 * limits.recordBytes;

type Settled = (error?: Error | null) => void;

const reasonsOfCell: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'the file ends within a quoted cell that begins here: it seems to be cut off',
  CSV_INVALID_CLOSING_QUOTE: 'there is text behind the quotation mark that closes the cell',
  INVALID_OPENING_QUOTE: 'a quotation mark stands within a cell that is not quoted',
};

/** csv-parse as a file needs it: records by the piece of text that completes them, each with the line it starts on. */
class CsvReading {
  readonly #parser: Parser;
  #records: CsvRecord[] = [];
  #lineEndsInCells = 0;

  constructor(separator: CellSeparator) {
    this.#parser = parse({
      delimiter: separator,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      ...csvLimitOptions(limits),
      on_record: (fields) => this.#take(fields),
    });
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
    if (this.#parser.info.records === 1 && isSeparatorRow(fields)) {
      return null;
    }
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
    return faultOn(line, csvLimitReason(error, limits) ?? `cannot be read as CSV: ${error.message}`);
  }
}

/** Records of CSV text, as many at a time as a piece of text completes. A file without a record is refused. */
export async function* readCsvBatches(
  texts: AsyncIterable<string>,
  faults: FaultCollector,
): AsyncGenerator<readonly CsvRecord[]> {
  let isEmpty = true;
  let blanks = 0;
  for await (const [records, fault, length] of stepsOf(texts)) {
    isEmpty &&= records.length === 0;
    yield records;
    if (fault !== null) {
      faults.fail(fault);
    }
    // A row that runs on is stopped by the parser; what goes on without one is nothing but line ends.
    blanks = records.length === 0 ? blanks + length : 0;
    if (blanks > longestWait) {
      faults.fail(faultOn(null, 'the file goes on without a row: it holds empty lines alone'));
    }
  }
  if (isEmpty) {
    faults.fail(faultOn(null, 'the file is empty'));
  }
}

/**
 * Characters between two looks at the faults: csv-parse makes an error of each row that has not as many cells as the first,
 * also where it is to put up with it, which takes it a tenth of a millisecond.
 */
const SLICE = 4096;

async function* stepsOf(texts: AsyncIterable<string>) {
  const whole = texts[Symbol.asyncIterator]();
  const beginning = await firstLineOf(whole);
  const reading = new CsvReading(separatorIn(beginning));
  for await (const text of following(beginning, whole)) {
    for (let at = 0; at < text.length; at += SLICE) {
      const slice = text.slice(at, at + SLICE);
      yield [...(await reading.read(slice)), slice.length] as const;
    }
  }
  yield [...(await reading.end()), 0] as const;
}

/** Text up to the piece in which the first line ends; no further than a row may run on. */
async function firstLineOf(texts: AsyncIterator<string>): Promise<string> {
  let text = '';
  while (text.length < limits.recordBytes && !/[^\r\n][\r\n]/.test(text)) {
    const { value, done } = await texts.next();
    if (done === true) {
      break;
    }
    text += value;
  }
  return text;
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
