import type { Standing } from '../../programme/index.ts';
import type { OrganisationObservation } from '../../register/index.ts';
import { type FaultCollector, faultOn, quoted } from './import-faults.ts';
import type { CsvRecord } from './read-csv.ts';
import { ReadingNotes } from './reading-notes.ts';
import { leftOutInWords, NamedTable } from './spreadsheets/named-table.ts';
import { spoiltDay, writtenDay } from './spreadsheets/plain-day.ts';
import { spoiltCode } from './spreadsheets/spoilt-code.ts';

/** What is taken in again of the download of organisations. */
export const organisationColumns = [
  'code',
  'name',
  'type',
  'type_standing',
  'status',
  'address',
  'town',
  'postcode',
  'phone',
  'region_codes',
  'opened_on',
  'closed_on',
  'standing',
  'note',
] as const;

type Cells = Readonly<Record<(typeof organisationColumns)[number], string>>;

const code = /^(?:[A-Z\d]{2,12}|LDR-[A-Z\d]{4})$/;
const standings: readonly Standing[] = ['official', 'stated', 'inferred'];
const statuses = ['active', 'dormant', 'proposed'] as const;

/** Reads the rows of our own download of organisations, with its header. */
export class OrganisationsReading {
  readonly #faults: FaultCollector;
  readonly #notes = new ReadingNotes();
  readonly #placeOfCode = new Map<string, number>();
  #table: NamedTable | null = null;

  constructor(faults: FaultCollector) {
    this.#faults = faults;
  }

  /** What a record says; null for the header, for a blank row, and where it has a fault. */
  read({ line, fields }: CsvRecord): OrganisationObservation | null {
    if (this.#table === null) {
      this.#table = this.#readHeader(line, fields);
      return null;
    }
    const row = this.#table.row(fields);
    if (row.kind === 'wrong-length') {
      this.#faults.add(faultOn(line, `has ${row.found} columns where there must be ${row.wanted}`));
    }
    return row.kind === 'row' ? this.#observed(line, row.cells as Cells) : null;
  }

  /** To be called behind the last record: what was left out, in sentences. */
  end(): readonly string[] {
    return [...leftOutInWords(this.#table?.others ?? []), ...this.#notes.inWords()];
  }

  #readHeader(line: number, fields: readonly string[]): NamedTable {
    const table = NamedTable.find([organisationColumns], fields);
    if (table === null) {
      const columns = organisationColumns.join(', ');
      return this.#faults.fail(faultOn(line, `wrong layout: a download of organisations has the columns ${columns}`));
    }
    return table;
  }

  #observed(line: number, cells: Cells): OrganisationObservation | null {
    const before = this.#faults.total;
    const [openedOn, closedOn] = [this.#day(line, cells, 'opened_on'), this.#day(line, cells, 'closed_on')];
    const [typeStanding, standing] = [
      this.#standing(line, cells, 'type_standing'),
      this.#standing(line, cells, 'standing'),
    ];
    const status = statuses.find((each) => each === cells.status) ?? null;
    this.#checkCode(line, cells.code);
    this.#refuseIf(cells.name === '', line, 'name', 'is empty');
    this.#refuseIf(cells.type === '', line, 'type', 'is empty; it must be the id of a type of organisation');
    this.#refuseIf(cells.status !== '' && status === null, line, 'status', `${quoted(cells.status)} is no status`);
    this.#refuseIf(
      openedOn !== null && closedOn !== null && closedOn < openedOn,
      line,
      'closed_on',
      'is before the day on which it opened',
    );
    if (this.#faults.total > before || typeStanding === null || standing === null) {
      return null;
    }
    const regions = cells.region_codes.split(' ').filter((each) => each !== '');
    return {
      code: cells.code,
      name: cells.name,
      roleId: null,
      stated: { typeId: cells.type, typeStanding, standing, note: cells.note, regionCodes: regions },
      status,
      openedOn,
      closedOn,
      address: orNull(cells.address),
      town: orNull(cells.town),
      postcode: orNull(cells.postcode),
      phone: orNull(cells.phone),
      regionCode: regions.length === 1 ? (regions[0] ?? null) : null,
      geographyCode: null,
      relations: [],
      row: line,
    };
  }

  #checkCode(line: number, value: string): void {
    const spoilt = spoiltCode(value);
    const reason = `${quoted(value)} is not a code of capital letters and digits`;
    this.#refuseIf(!code.test(value), line, 'code', spoilt === null ? reason : `${reason}: ${spoilt}`);
    const earlier = this.#placeOfCode.get(value);
    const words = `${quoted(value)} stands in ${this.#faults.placeOf(earlier ?? 0)} already`;
    this.#refuseIf(earlier !== undefined, line, 'code', words);
    this.#placeOfCode.set(value, line);
  }

  #day(line: number, cells: Cells, column: 'opened_on' | 'closed_on'): string | null {
    const value = cells[column];
    const { day, isDayFirst } = writtenDay(value);
    if (isDayFirst) {
      this.#notes.add('A day was read as day, month and year', `${this.#faults.placeOf(line)}: ${value}`);
    }
    const spoilt = spoiltDay(value);
    const reason = `${quoted(value)} is not a day written as 2013-04-01`;
    this.#refuseIf(value !== '' && day === null, line, column, spoilt === null ? reason : `${reason}: ${spoilt}`);
    return value === '' ? null : day;
  }

  #standing(line: number, cells: Cells, column: 'type_standing' | 'standing'): Standing | null {
    const found = standings.find((each) => each === cells[column]) ?? null;
    const words = `${quoted(cells[column])} is none of ${standings.join(', ')}: what is made up is not taken in`;
    this.#refuseIf(found === null, line, column, words);
    return found;
  }

  #refuseIf(isWrong: boolean, line: number, columnName: string, reason: string): void {
    if (isWrong) {
      const column = (this.#table?.columns.indexOf(columnName) ?? -1) + 1;
      this.#faults.add({ line, column: column === 0 ? null : column, columnName, reason });
    }
  }
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
