import { CsvError } from 'csv-parse';

/** What a CSV file may hold. */
export interface CsvLimits {
  readonly rows: number;
  readonly columns: number;
  /** Text of all cells of a row. */
  readonly recordBytes: number;
}

const inFigures = (count: number) => count.toLocaleString('en-GB');

/** Options that have csv-parse stop at the limits; by itself it bounds neither rows nor empty cells. */
export function csvLimitOptions({ rows, columns, recordBytes }: CsvLimits) {
  return {
    max_record_size: recordBytes,
    cast: (cell: string, { index, records }: { readonly index: number; readonly records: number }) => {
      if (index >= columns) {
        throw new CsvError('CSV_MAX_RECORD_SIZE', `the row has more than ${inFigures(columns)} columns`);
      }
      if (records >= rows) {
        throw new CsvError('CSV_MAX_RECORD_SIZE', `the file has more than ${inFigures(rows)} rows: split it`);
      }
      return cell;
    },
  };
}

/** Which limit an error of csv-parse speaks of, in words; null where it speaks of something else. */
export function csvLimitReason(error: CsvError, { recordBytes }: CsvLimits): string | null {
  if (error.code !== 'CSV_MAX_RECORD_SIZE') {
    return null;
  }
  return error.message.startsWith('Max Record Size')
    ? `the row runs on for more than ${inFigures(recordBytes)} bytes: a closing quotation mark may be missing`
    : error.message;
}
