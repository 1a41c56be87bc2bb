import { answerLimits } from '../../../file-limits.ts';
import { writeCsv } from '../../../platform/csv-table.ts';
import { parseBoundedJson } from '../../../platform/files/json-scan.ts';
import { faultAt, type Located, parseRecords, parseRows, type ReferenceFault } from '../../reference-facts/index.ts';
import { downloadRows } from '../read/download-rows.ts';
import { isSeparatorRow, separatorIn } from '../read/spreadsheets/cell-separator.ts';
import { NamedTable } from '../read/spreadsheets/named-table.ts';
import { spoiltDay, writtenDay } from '../read/spreadsheets/plain-day.ts';
import { spoiltCode } from '../read/spreadsheets/spoilt-code.ts';
import { type PlaceLayout, type PlaceLayoutId, type PlaceRow, placeLayouts } from './place-layouts.ts';

/** A file that is not as it should be; nothing of it is taken. */
export class PlaceFaultsError extends Error {
  override readonly name = 'PlaceFaultsError';
  readonly faults: readonly ReferenceFault[];

  constructor(faults: readonly ReferenceFault[]) {
    super(`${faults.length} faults`);
    this.faults = faults;
  }
}

/** What is to be read; the header says in which of the layouts. */
export interface PlacesText {
  readonly fileName: string;
  readonly text: string;
  readonly layouts: readonly PlaceLayoutId[];
}

export interface PlacesRead {
  readonly layout: PlaceLayout;
  readonly rows: readonly Located<PlaceRow>[];
  /** What a person should know of the reading, in sentences. */
  readonly notes: readonly string[];
}

const SHORTEST_CODE = 3;
/** The headers have some hundred characters; those of a download, a few more. */
const LONGEST_HEADER = 5000;

type Cells = Located<Readonly<Record<string, string>>>;

/** A download in JSON as the table it could have been had as; every other text as it is. */
function asTable({ fileName, text, layouts }: PlacesText): string {
  const kind = layouts.find((id) => id !== 'area-links');
  if (kind === undefined || !text.trimStart().startsWith('{')) {
    return text;
  }
  const parsed = parseBoundedJson(text, answerLimits);
  if (parsed.kind === 'too-much') {
    throw new PlaceFaultsError([{ file: fileName, line: 1, message: `the file ${parsed.reason}` }]);
  }
  const [columns = [], ...rows] = (parsed.kind === 'json' ? downloadRows(kind, parsed.value) : null) ?? [];
  return columns.length === 0 ? text : writeCsv({ columns, rowsOf: (row: readonly string[]) => [row] }, rows);
}

/** The rows of a file, each with its line. Throws `PlaceFaultsError` with every fault of every row. */
export function readPlaces(given: PlacesText): PlacesRead {
  const { fileName, layouts } = given;
  const text = asTable(given);
  const firstLine = text.slice(0, LONGEST_HEADER + 1).split(/[\r\n]/, 1)[0] ?? '';
  if (firstLine.length > LONGEST_HEADER) {
    refuseHeader(possibleLayouts(layouts), { file: fileName, line: 1 });
  }
  const faults: ReferenceFault[] = [];
  const records = parseRecords({ path: fileName, text }, faults, separatorIn(text.replace(/^\uFEFF/, '')));
  const [header, ...below] = records.filter(({ fields }) => !isSeparatorRow(fields));
  throwIfAny(faults);
  const { layout, table } = layoutUnder(header?.fields ?? [], layouts, { file: fileName, line: header?.line ?? 1 });
  const cells = below.flatMap(({ line, fields }) => cellsOf(table, { file: fileName, line, value: fields }, faults));
  const days = new PlainCells(faults);
  const rows = parseRows(
    cells.map((row) => days.plain(row)),
    layout.table,
    faults,
  );
  throwIfAny(faults);
  const others =
    table.others.length === 0 ? [] : [`Columns that are not of this layout were left out: ${table.others.join(', ')}.`];
  return { layout, rows, notes: [...others, ...days.inWords()] };
}

function throwIfAny(faults: readonly ReferenceFault[]): void {
  if (faults.length > 0) {
    throw new PlaceFaultsError(faults.toSorted((one, other) => one.line - other.line));
  }
}

function possibleLayouts(ids: readonly PlaceLayoutId[]): PlaceLayout[] {
  return placeLayouts.filter(({ id }) => ids.includes(id));
}

function layoutUnder(
  fields: readonly string[],
  layouts: readonly PlaceLayoutId[],
  place: { readonly file: string; readonly line: number },
): { readonly layout: PlaceLayout; readonly table: NamedTable } {
  const possible = possibleLayouts(layouts);
  for (const layout of possible) {
    const table = NamedTable.find([layout.columns], fields);
    if (table !== null) {
      return { layout, table };
    }
  }
  return refuseHeader(possible, place);
}

function refuseHeader(possible: readonly PlaceLayout[], place: Pick<ReferenceFault, 'file' | 'line'>): never {
  const headers = possible.map(({ columns }) => columns.join(',')).join(' or ');
  throw new PlaceFaultsError([{ ...place, message: `the header must be ${headers}` }]);
}

function cellsOf(table: NamedTable, record: Located<readonly string[]>, faults: ReferenceFault[]): Cells[] {
  const row = table.row(record.value);
  if (row.kind === 'wrong-length') {
    faults.push(faultAt(record, `has ${row.found} fields where the header has ${row.wanted}`));
  }
  return row.kind === 'row' ? [{ ...record, value: row.cells }] : [];
}

/** Days as the layouts have them, 2013-04-01, however a program has written them since; codes and days it has spoilt are faults. */
class PlainCells {
  readonly #faults: ReferenceFault[];
  #dayFirst: string | null = null;

  constructor(faults: ReferenceFault[]) {
    this.#faults = faults;
  }

  plain(row: Cells): Cells {
    const { valid_from: from = '', valid_to: to = '', organisation_code: code = '' } = row.value;
    const spoilt = code.length < SHORTEST_CODE || /[^A-Z\d-]/.test(code) ? spoiltCode(code) : null;
    if (spoilt !== null) {
      this.#faults.push(faultAt(row, `organisation_code: "${code}": ${spoilt}`));
    }
    return { ...row, value: { ...row.value, valid_from: this.#day(row, from), valid_to: this.#day(row, to) } };
  }

  inWords(): readonly string[] {
    return this.#dayFirst === null ? [] : [`Days such as ${this.#dayFirst} were read as day, month and year.`];
  }

  #day(row: Cells, text: string): string {
    const { day, isDayFirst } = writtenDay(text);
    if (isDayFirst) {
      this.#dayFirst ??= text;
    }
    const spoilt = day === null ? spoiltDay(text) : null;
    if (spoilt !== null) {
      this.#faults.push(faultAt(row, `"${text}" is no day that can be read: ${spoilt}`));
    }
    return day ?? text;
  }
}
