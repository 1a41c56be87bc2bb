import type { OrganisationObservation, OrganisationStatus, RelationObservation } from '../../directory/index.ts';
import { addressOfLines } from './address-of-lines.ts';
import { dayOfDigits } from './calendar-day.ts';
import { findingsIn, isDamaged, withoutOdd } from './check-ods-row.ts';
import { type FaultCollector, faultOn, quoted } from './import-faults.ts';
import { OddCells } from './odd-cells.ts';
import { odsColumnNames } from './ods-cells.ts';
import { type OdsLayout, type OdsRow, odsLayouts } from './ods-layouts.ts';
import type { CsvRecord } from './read-csv.ts';
import { wellCased } from './well-cased.ts';

const columnCount = odsColumnNames.length;
const statuses: Readonly<Record<string, OrganisationStatus>> = { A: 'active', D: 'dormant', P: 'proposed' };

/** Reads the rows of one file of 27 columns without a header. */
export class OdsReading {
  readonly #layout: OdsLayout;
  readonly #datedOn: string;
  readonly #faults: FaultCollector;
  readonly #lineOfCode = new Map<string, number>();
  readonly #oddities = new OddCells();
  #short: CsvRecord | null = null;
  #isFirst = true;

  constructor(layout: OdsLayout, datedOn: string, faults: FaultCollector) {
    this.#layout = layout;
    this.#datedOn = datedOn;
    this.#faults = faults;
  }

  /** What a record says; null where it has a fault. */
  read(record: CsvRecord): OrganisationObservation | null {
    this.#reportShort(false);
    if (record.fields.length !== columnCount) {
      return this.#readWrongLength(record);
    }
    const row = record.fields.map((cell) => cell.trim());
    const findings = findingsIn(row, this.#layout, this.#datedOn);
    if (this.#isFirst && findings.length > 0) {
      this.#refuseOtherLayout(record.line, row);
    }
    this.#isFirst = false;
    const isNew = row[0] !== '' && this.#isNewCode(row[0] ?? '', record.line);
    if (isDamaged(findings)) {
      findings.forEach(({ column, reason }) => void this.#addFault(record.line, column, reason));
      return null;
    }
    this.#oddities.pass(row, record.line, findings);
    return isNew ? observationOf(withoutOdd(row, findings), this.#layout, this.#datedOn, record.line) : null;
  }

  /** To be called behind the last record: what was odd and left out, in sentences. */
  end(): readonly string[] {
    this.#reportShort(true);
    for (const { column, reason } of this.#oddities.systematic()) {
      this.#addFault(null, column, reason);
    }
    return this.#oddities.inWords();
  }

  #addFault(line: number | null, column: number, reason: string): void {
    this.#faults.add({ line, column, columnName: odsColumnNames[column - 1] ?? null, reason });
  }

  #readWrongLength(record: CsvRecord): null {
    if (this.#isFirst) {
      this.#faults.fail(
        faultOn(record.line, `wrong layout: has ${record.fields.length} columns where ODS files have ${columnCount}`),
      );
    }
    if (record.fields.length > columnCount) {
      this.#faults.add(faultOn(record.line, `has ${record.fields.length} columns where there must be ${columnCount}`));
    } else {
      this.#short = record;
    }
    return null;
  }

  #reportShort(isLast: boolean): void {
    if (this.#short !== null) {
      const { line, fields } = this.#short;
      const end = isLast ? ', and is the last row: the file seems to be cut off' : '';
      this.#faults.add(faultOn(line, `has ${fields.length} columns where there must be ${columnCount}${end}`));
      this.#short = null;
    }
  }

  #refuseOtherLayout(line: number, row: OdsRow): void {
    const wanted = `wrong layout: a file of ${this.#layout.lists} was expected`;
    const tell = (reason: string, column = 1) =>
      this.#faults.fail({ line, column, columnName: odsColumnNames[column - 1] ?? null, reason });
    if (/code/i.test(row[0] ?? '')) {
      tell(`${wanted}, and the files of this layout have no header row, as this one seems to have`);
    }
    const other = odsLayouts.find(
      (layout) => layout !== this.#layout && findingsIn(row, layout, this.#datedOn).length === 0,
    );
    if (other !== undefined) {
      const first = findingsIn(row, this.#layout, this.#datedOn)[0];
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
