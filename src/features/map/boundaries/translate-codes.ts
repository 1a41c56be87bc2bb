import { CsvError, parse } from 'csv-parse/sync';
import { codeTableLimits } from '../../../file-limits.ts';
import { csvLimitOptions, csvLimitReason } from '../../../platform/files/csv-limits.ts';
import type { BoundaryFault } from './boundary.ts';

export interface CodeTable {
  readonly text: string;
  /** Headings of the two columns. */
  readonly from: string;
  readonly to: string;
}

export type CodeTranslation =
  | { readonly kind: 'codes'; readonly codes: ReadonlyMap<string, string> }
  | { readonly kind: 'faulty'; readonly faults: readonly BoundaryFault[] };

/** Reads a table of codes. A code that would become two different ones is a fault; the same row twice is none. */
export function readCodeTable({ text, from, to }: CodeTable): CodeTranslation {
  const rows = readRows(text);
  if (typeof rows === 'string') {
    return faulty([`The table of codes cannot be read: ${rows}`]);
  }
  const missing = [from, to].filter((heading) => !(heading in (rows[0] ?? {})));
  if (missing.length > 0) {
    return faulty([`The table of codes has no column ${missing.join(' and no column ')}`]);
  }
  const codes = new Map<string, string>();
  const faults: string[] = [];
  for (const [index, row] of rows.entries()) {
    const [code = '', translated = ''] = [row[from]?.trim(), row[to]?.trim()];
    const other = codes.get(code) ?? translated;
    if (code === '' || translated === '') {
      faults.push(`Row ${index + 2} of the table of codes lacks a code`);
    } else if (other !== translated) {
      faults.push(
        `Row ${index + 2} of the table of codes turns ${code} into ${translated}, an earlier one into ${other}`,
      );
    }
    codes.set(code, other);
  }
  return faults.length > 0 ? faulty(faults) : { kind: 'codes', codes };
}

/** The rows, or why there are none. */
function readRows(text: string): Record<string, string | undefined>[] | string {
  try {
    return parse<Record<string, string | undefined>>(text, {
      ...csvLimitOptions(codeTableLimits.csv),
      columns: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    const limit = error instanceof CsvError ? csvLimitReason(error, codeTableLimits.csv) : null;
    return limit ?? 'it is not CSV';
  }
}

function faulty(reasons: readonly string[]): CodeTranslation {
  return { kind: 'faulty', faults: reasons.map((reason) => ({ feature: null, path: '', reason })) };
}
