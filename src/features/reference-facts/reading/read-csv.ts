import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { placeFileLimits } from '../../../file-limits.ts';
import { csvLimitOptions, csvLimitReason } from '../../../platform/files/csv-limits.ts';
import { countOf } from '../../../views/format.ts';
import { faultAt, type Located, type ReferenceFault, type ReferenceFile } from './reference-fault.ts';

export type CsvRow = Readonly<Record<string, string>>;

const parsedRecords = z.array(
  z.object({ info: z.object({ lines: z.number().int() }), record: z.array(z.string()) }).transform(placed),
);

/** The fields of a row and the line on which it starts. */
export type PlacedRecord = z.output<typeof parsedRecords>[number];

/** The parser reports the line a record ends on; a record with line breaks inside quotes starts that much earlier. */
function placed({ info, record }: { info: { lines: number }; record: string[] }) {
  const breaks = record.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
  return { line: info.lines - breaks, fields: record };
}

/**
 * Reads CSV text with a header row that must name exactly `columns`, in that order. Rows with too few or too many
 * fields, and text that is not CSV, are added to `faults` and left out. Blank lines and a byte order mark are skipped.
 */
export function readCsv(file: ReferenceFile, columns: readonly string[], faults: ReferenceFault[]): Located<CsvRow>[] {
  const [header, ...records] = parseRecords(file, faults);
  if (header === undefined) {
    return [];
  }
  if (header.fields.join() !== columns.join()) {
    faults.push({ file: file.path, line: header.line, message: `the header must be ${columns.join(',')}` });
    return [];
  }
  return records.flatMap((record) => readRecord(file.path, record, columns, faults));
}

/** The rows of CSV text, header and all; text that is not CSV is added to `faults`. */
export function parseRecords(file: ReferenceFile, faults: ReferenceFault[], delimiter = ','): PlacedRecord[] {
  try {
    const options = {
      ...csvLimitOptions(placeFileLimits.csv),
      info: true,
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    };
    const records = parsedRecords.parse(parse(file.text, options));
    if (records.length === 0) {
      faults.push({ file: file.path, line: 1, message: 'the file is empty' });
    }
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error;
    }
    const line = typeof error.lines === 'number' ? error.lines : 1;
    const message = csvLimitReason(error, placeFileLimits.csv) ?? `not readable as CSV: ${error.message}`;
    faults.push({ file: file.path, line, message });
    return [];
  }
}

function readRecord(
  file: string,
  { line, fields }: PlacedRecord,
  columns: readonly string[],
  faults: ReferenceFault[],
): Located<CsvRow>[] {
  const value = Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? '']));
  const row = { value, file, line };
  if (fields.length === columns.length) {
    return [row];
  }
  faults.push(faultAt(row, `has ${countOf(fields.length, 'field')} where the header has ${columns.length}`));
  return [];
}
