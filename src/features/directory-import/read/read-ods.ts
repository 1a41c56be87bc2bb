import type { OrganisationObservation, OrganisationStatus, RelationObservation } from '../../register/index.ts';
import { addressOfLines } from './address-of-lines.ts';
import { dayOfDigits, isDayOfDigits } from './calendar-day.ts';
import { faultsIn, isDamaged, withoutOdd } from './check-ods-row.ts';
import { type FaultCollector, quoted } from './import-faults.ts';
import { OddCells } from './odd-cells.ts';
import { odsColumnNames } from './ods-cells.ts';
import { type OdsLayout, type OdsRow, odsLayouts } from './ods-layouts.ts';
import { type OdsRecord, OdsTable } from './ods-table.ts';
import type { CsvRecord } from './read-csv.ts';
import { writtenDay } from './spreadsheets/plain-day.ts';
import { wellCased } from './well-cased.ts';

const dayColumns: ReadonlySet<number> = new Set([11, 12, 16, 17]);
const statuses: Readonly<Record<string, OrganisationStatus>> = { A: 'active', D: 'dormant', P: 'proposed' };

/** Reads the rows of one file of 27 columns without a header. */
export class OdsReading {
  readonly #layout: OdsLayout;
  readonly #datedOn: string;
  readonly #faults: FaultCollector;
  readonly #table: OdsTable;
  readonly #lineOfCode = new Map<string, number>();
  readonly #oddities = new OddCells();
  #dayFirst: string | null = null;
  #isFirst = true;

  constructor(layout: OdsLayout, datedOn: string, faults: FaultCollector) {
    this.#layout = layout;
    this.#datedOn = datedOn;
    this.#faults = faults;
    this.#table = new OdsTable(layout, faults);
  }

  /** What is known with a record: a row that is shorter than the others waits for the next one. */
  read(record: CsvRecord): OrganisationObservation[] {
    return this.#table.read(record).flatMap((row) => this.#observed(row));
  }

  /** To be called behind the last record: what the last row says, and what was odd and left out, in sentences. */
  end(): { readonly observations: readonly OrganisationObservation[]; readonly notes: readonly string[] } {
    const observations = this.#table.end().flatMap((row) => this.#observed(row));
    for (const { column, reason } of this.#oddities.systematic()) {
      this.#addFault(null, column, reason);
    }
    return { observations, notes: [...this.#readingNotes(), ...this.#oddities.inWords()] };
  }

  #readingNotes(): string[] {
    return [
      ...(this.#table.hadHeader
        ? ['The first row names the columns; official files have no such row. It was passed over.']
        : []),
      ...(this.#dayFirst === null ? [] : [`Days such as ${this.#dayFirst} were read as day, month and year.`]),
    ];
  }

  #observed({ line, cells }: OdsRecord): OrganisationObservation[] {
    const row = this.#withPlainDays(cells);
    const faults = faultsIn(row, this.#layout, this.#datedOn);
    if (this.#isFirst && faults.length > 0) {
      this.#refuseOtherLayout(line, row);
    }
    this.#isFirst = false;
    const isNew = row[0] !== '' && this.#isNewCode(row[0] ?? '', line);
    if (isDamaged(row, faults)) {
      faults.forEach(({ column, reason }) => void this.#addFault(line, column, reason));
      return [];
    }
    this.#oddities.pass(row, line, faults);
    return isNew ? [observationOf(withoutOdd(row, faults), this.#layout, this.#datedOn, line)] : [];
  }

  /** Days as the registry writes them, 20130401, however a program has written them since. */
  #withPlainDays(cells: readonly string[]): OdsRow {
    return cells.map((cell, index) => {
      if (cell === '' || !dayColumns.has(index + 1) || isDayOfDigits(cell)) {
        return cell;
      }
      const { day, isDayFirst } = writtenDay(cell);
      if (isDayFirst && day !== null) {
        this.#dayFirst ??= cell;
      }
      return day === null ? cell : day.replaceAll('-', '');
    });
  }

  #addFault(line: number | null, column: number, reason: string): void {
    this.#faults.add({ line, column, columnName: odsColumnNames[column - 1] ?? null, reason });
  }

  #refuseOtherLayout(line: number, row: OdsRow): void {
    const wanted = `wrong layout: a file of ${this.#layout.lists} was expected`;
    const tell = (reason: string, column = 1) =>
      this.#faults.fail({ line, column, columnName: odsColumnNames[column - 1] ?? null, reason });
    if (/code/i.test(row[0] ?? '')) {
      tell(`${wanted}, and the files of this layout have no header row, as this one seems to have`);
    }
    const other = odsLayouts.find(
      (layout) => layout !== this.#layout && faultsIn(row, layout, this.#datedOn).length === 0,
    );
    if (other !== undefined) {
      const first = faultsIn(row, this.#layout, this.#datedOn)[0];
      tell(`${wanted}, and this looks like one of ${other.lists}: ${first?.reason}`, first?.column);
    }
  }

  #isNewCode(code: string, line: number): boolean {
    const earlier = this.#lineOfCode.get(code);
    if (earlier === undefined) {
      this.#lineOfCode.set(code, line);
      return true;
    }
    this.#addFault(line, 1, `${quoted(code)} stands on line ${earlier} already; a code may stand in a file once`);
    return false;
  }
}

function observationOf(row: OdsRow, layout: OdsLayout, datedOn: string, line: number): OrganisationObservation {
  const cell = (column: number) => row[column - 1] || null;
  return {
    code: row[0] ?? '',
    name: wellCased(row[1] ?? ''),
    roleId: layout.roleOf(row, datedOn),
    status: statuses[row[12] ?? ''] ?? null,
    openedOn: dayOfDigits(row[10] ?? ''),
    closedOn: dayOfDigits(row[11] ?? ''),
    ...addressOfLines(row.slice(4, 9)),
    postcode: cell(10),
    phone: cell(18),
    regionCode: cell(3),
    geographyCode: cell(4),
    relations: commissionerOf(row),
    row: line,
  };
}

/** Column 15 is the parent. Column 24 often names another body, such as a trust or a council, and is none. */
function commissionerOf(row: OdsRow): RelationObservation[] {
  const [parent = '', joined = '', left = ''] = row.slice(14);
  const period = { from: dayOfDigits(joined), to: dayOfDigits(left) };
  return parent === '' ? [] : [{ kind: 'commissioned-by', relatedCode: parent, ...period }];
}
