import type { OrganisationObservation, OrganisationStatus, RelationObservation } from '../../directory/index.ts';
import { addressOfLines } from './address-of-lines.ts';
import { dayOfDigits } from './calendar-day.ts';
import { type FaultCollector, faultOn, quoted } from './import-faults.ts';
import { odsColumnNames } from './ods-cells.ts';
import { type OdsLayout, type OdsRow, odsLayouts } from './ods-layouts.ts';
import type { CsvRecord } from './read-csv.ts';
import { wellCased } from './well-cased.ts';

const columnCount = odsColumnNames.length;
const statuses: Readonly<Record<string, OrganisationStatus>> = { A: 'active', D: 'dormant', P: 'proposed' };

interface CellFault {
  readonly column: number;
  readonly reason: string;
}

/** Faults of one row that has all its columns. */
function faultsOfRow(row: OdsRow, layout: OdsLayout, datedOn: string): CellFault[] {
  const faults: CellFault[] = [];
  for (const [index, check] of layout.checks.entries()) {
    const reason = check(row[index] ?? '');
    if (reason !== null) {
      faults.push({ column: index + 1, reason });
    }
  }
  return faults.length > 0 ? faults : faultsAcross(row, layout, datedOn);
}

/** What single cells do not show. */
function faultsAcross(row: OdsRow, layout: OdsLayout, datedOn: string): CellFault[] {
  const [opened = '', closed = '', status, subType, parent, joined = '', left = ''] = row.slice(10, 17);
  const faults: CellFault[] = [];
  if (closed !== '' && closed < opened) {
    faults.push({ column: 12, reason: `${quoted(closed)} is before the open date ${quoted(opened)}` });
  }
  if (status === 'C' && closed === '') {
    faults.push({ column: 12, reason: 'is empty, but the status is C (closed)' });
  }
  if (subType === 'B' && parent === '') {
    faults.push({ column: 15, reason: 'is empty, but the sub-type is B (allocated to a parent)' });
  }
  if (parent !== '' && joined === '') {
    faults.push({ column: 16, reason: 'is empty, but a parent is named' });
  }
  if (joined !== '' && left !== '' && left < joined) {
    faults.push({ column: 17, reason: `${quoted(left)} is before the join date ${quoted(joined)}` });
  }
  if (layout.roleOf(row, datedOn) === null) {
    faults.push({ column: 14, reason: 'is empty, as it may be for a CCG that has closed; this one is open' });
  }
  return faults;
}

/** Reads the rows of one file of 27 columns without a header. */
export class OdsReading {
  readonly #layout: OdsLayout;
  readonly #datedOn: string;
  readonly #faults: FaultCollector;
  readonly #lineOfCode = new Map<string, number>();
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
    const faults = faultsOfRow(row, this.#layout, this.#datedOn);
    if (this.#isFirst && faults.length > 0) {
      this.#refuseOtherLayout(record.line, row);
    }
    this.#isFirst = false;
    for (const { column, reason } of faults) {
      this.#faults.add({ line: record.line, column, columnName: odsColumnNames[column - 1] ?? null, reason });
    }
    const isNew = row[0] !== '' && this.#isNewCode(row[0] ?? '', record.line);
    return faults.length === 0 && isNew ? observationOf(row, this.#layout, this.#datedOn, record.line) : null;
  }

  /** To be called behind the last record. */
  end(): void {
    this.#reportShort(true);
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
      (layout) => layout !== this.#layout && faultsOfRow(row, layout, this.#datedOn).length === 0,
    );
    if (other !== undefined) {
      const first = faultsOfRow(row, this.#layout, this.#datedOn)[0];
      tell(`${wanted}, and this looks like one of ${other.lists}: ${first?.reason}`, first?.column);
    }
  }

  #isNewCode(code: string, line: number): boolean {
    const earlier = this.#lineOfCode.get(code);
    if (earlier === undefined) {
      this.#lineOfCode.set(code, line);
      return true;
    }
    const reason = `${quoted(code)} stands on line ${earlier} already; a code may stand in a file once`;
    this.#faults.add({ line, column: 1, columnName: odsColumnNames[0] ?? null, reason });
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
