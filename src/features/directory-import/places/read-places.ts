import { answerLimits } from '../../../file-limits.ts';
import { parseBoundedJson } from '../../../platform/files/json-scan.ts';
import { countOf } from '../../../views/format.ts';
import { faultAt, type Located, parseRows, type ReferenceFault } from '../../reference-facts/index.ts';
import { downloadRows } from '../read/download-rows.ts';
import { leftOutInWords, NamedTable } from '../read/spreadsheets/named-table.ts';
import { spoiltDay, writtenDay } from '../read/spreadsheets/plain-day.ts';
import { spoiltCode } from '../read/spreadsheets/spoilt-code.ts';
import { type NamedCells, namedCells, tableRecords } from '../read/spreadsheets/table-text.ts';
import { type PlaceLayout, type PlaceLayoutId, type PlaceRow, placeLayouts } from './place-layouts.ts';

export type PlaceUnit = 'line' | 'item';

/** A file that is not as it should be; nothing of it is taken. */
export class PlaceFaultsError extends Error {
  override readonly name = 'PlaceFaultsError';
  readonly faults: readonly ReferenceFault[];
  /** What their `line` counts: lines of a table, or items of a list in JSON. */
  readonly unit: PlaceUnit;

  /** `faults`: with the lines of the table, under whose header the first item is. */
  constructor(faults: readonly ReferenceFault[], unit: PlaceUnit) {
    super(countOf(faults.length, 'fault'));
    this.faults = unit === 'line' ? faults : faults.map((fault) => ({ ...fault, line: fault.line - 1 }));
    this.unit = unit;
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
  readonly unit: PlaceUnit;
  /** What a person should know of the reading, in sentences. */
  readonly notes: readonly string[];
}

const SHORTEST_CODE = 3;
/** The headers have some hundred characters; those of a download, a few more. */
const LONGEST_HEADER = 5000;

interface Records {
  readonly unit: PlaceUnit;
  readonly records: readonly { readonly line: number; readonly fields: readonly string[] }[];
}

/** The items of a download in JSON as the rows that they would be in the table; null where the text is no JSON object. */
function recordsOfDownload({ fileName, text, layouts }: PlacesText): Records | null {
  const kind = layouts.find((id) => id !== 'area-links');
  if (kind === undefined || !/^\uFEFF?\s*\{/.test(text)) {
    return null;
  }
  const refuse = (faults: readonly { readonly item: number | null; readonly reason: string }[]): never => {
    const told = faults.map(({ item, reason }) => ({ file: fileName, line: (item ?? 0) + 1, message: reason }));
    throw new PlaceFaultsError(told, faults.every(({ item }) => item !== null) ? 'item' : 'line');
  };
  const parsed = parseBoundedJson(text, answerLimits);
  if (parsed.kind !== 'json') {
    return refuse([
      {
        item: null,
        reason: parsed.kind === 'too-much' ? `the file ${parsed.reason}` : `not readable as JSON: ${parsed.message}`,
      },
    ]);
  }
  const read = downloadRows(kind, parsed.value);
  return read.kind === 'refused'
    ? refuse(read.faults)
    : {
        unit: 'item',
        records: [
          { line: 1, fields: read.columns },
          // As in the table, where the header is the first line.
          ...read.rows.map(({ item, fields }) => ({ line: item + 1, fields })),
        ],
      };
}

function recordsOfTable({ fileName, text, layouts }: PlacesText): Records {
  const firstLine = text.slice(0, LONGEST_HEADER + 1).split(/[\r\n]/, 1)[0] ?? '';
  if (firstLine.length > LONGEST_HEADER) {
    refuseHeader(possibleLayouts(layouts), { file: fileName, line: 1 });
  }
  const faults: ReferenceFault[] = [];
  const records = tableRecords({ fileName, text }, faults);
  throwIfAny(faults, 'line');
  return { unit: 'line', records };
}

/** The rows of a file, each with its line. Throws `PlaceFaultsError` with every fault of every row. */
export function readPlaces(given: PlacesText): PlacesRead {
  const { fileName, layouts } = given;
  const { unit, records } = recordsOfDownload(given) ?? recordsOfTable(given);
  const [header, ...below] = records;
  const faults: ReferenceFault[] = [];
  const { layout, table } = layoutUnder(header?.fields ?? [], layouts, { file: fileName, line: header?.line ?? 1 });
  const cells = below.flatMap(({ line, fields }) => namedCells(table, { file: fileName, line, value: fields }, faults));
  const days = new PlainCells(faults);
  const rows = parseRows(
    cells.map((row) => days.plain(row)),
    layout.table,
    faults,
  );
  throwIfAny(faults, unit);
  return { layout, rows, unit, notes: [...leftOutInWords(table.others), ...days.inWords()] };
}

function throwIfAny(faults: readonly ReferenceFault[], unit: PlaceUnit): void {
  if (faults.length > 0) {
    throw new PlaceFaultsError(
      faults.toSorted((one, other) => one.line - other.line),
      unit,
    );
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
  throw new PlaceFaultsError([{ ...place, message: `the header must be ${headers}` }], 'line');
}

/** Days as the layouts have them, 2013-04-01, however a program has written them since; codes and days it has spoilt are faults. */
class PlainCells {
  readonly #faults: ReferenceFault[];
  #dayFirst: string | null = null;

  constructor(faults: ReferenceFault[]) {
    this.#faults = faults;
  }

  plain(row: NamedCells): NamedCells {
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

  #day(row: NamedCells, text: string): string {
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
