import { quoted } from './import-faults.ts';
import type { OdsLayout, OdsRow } from './ods-layouts.ts';
import { spoiltCode } from './spreadsheets/spoilt-code.ts';

/** What is wrong with a cell of a row, in words; columns count from 1. */
export interface CellFault {
  readonly column: number;
  readonly reason: string;
}

/** Code, name, first and last day: without them it cannot be told of whom and of which days a row speaks. */
const identifying: ReadonlySet<number> = new Set([1, 2, 11, 12]);
const PARENT = 15;
const parentColumns: ReadonlySet<number> = new Set([PARENT, 16, 17]);

/** So many odd cells in a row are no slip: its cells stand in other columns than they should. */
const MOST_ODD = 3;

/** Everything in a row that has all its columns which is not as the layout has it. */
export function faultsIn(row: OdsRow, layout: OdsLayout, datedOn: string): CellFault[] {
  const faults: CellFault[] = [];
  for (const [index, check] of layout.checks.entries()) {
    const reason = check(row[index] ?? '');
    if (reason !== null) {
      faults.push({ column: index + 1, reason });
    }
  }
  const found = new Set(faults.map(({ column }) => column));
  return [...faults, ...faultsAcross(row, layout, datedOn).filter(({ column }) => !found.has(column))];
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
  if (layout.id === 'ods-ccgs' && layout.roleOf(row, datedOn) === null) {
    faults.push({ column: 14, reason: 'is empty, as it may be for a CCG that has closed; this one is open' });
  }
  return faults;
}

/** Whether a row with these faults can be trusted to speak of the organisation and the days that it names. */
export function isDamaged(row: OdsRow, faults: readonly CellFault[]): boolean {
  return (
    faults.length > MOST_ODD || faults.some(({ column }) => identifying.has(column) || isSpoiltParent(row, column))
  );
}

/** A parent that a spreadsheet took for a number: what became of that code became of others. */
function isSpoiltParent(row: OdsRow, column: number): boolean {
  return column === PARENT && spoiltCode(row[PARENT - 1] ?? '') !== null;
}

/** The row without the facts that are odd. A parent whose days are odd is left out whole: from when to when is not told. */
export function withoutOdd(row: OdsRow, faults: readonly CellFault[]): OdsRow {
  const odd = new Set(faults.map(({ column }) => column));
  const hasOddParent = [...parentColumns].some((column) => odd.has(column));
  return row.map((cell, index) => {
    const column = index + 1;
    return odd.has(column) || (hasOddParent && parentColumns.has(column)) ? '' : cell;
  });
}
