import { registryCode } from '../../../registry-code.ts';
import {
  addressLine,
  amendedIndicator,
  anyCode,
  type CellCheck,
  codeLike,
  date,
  empty,
  filledWith,
  healthGeography,
  name,
  nationalGrouping,
  orEmpty,
  postcode,
  regionLetter,
  telephone,
} from './ods-cells.ts';

export type OdsLayoutId = 'ods-practices' | 'ods-ccgs' | 'ods-trusts' | 'ods-care-trusts' | 'ods-local-authorities';

/** A row of 27 trimmed cells that passed the checks of its layout. */
export type OdsRow = readonly string[];

export interface OdsLayout {
  readonly id: OdsLayoutId;
  /** What a file of this layout lists, in words: "GP practices". */
  readonly lists: string;
  /** One check for each of the 27 columns, in order. */
  readonly checks: readonly CellCheck[];
  /** The ODS role of a row of a file of this day; null where neither tells. */
  roleOf(row: OdsRow, datedOn: string): string | null;
}

/** `until2020` is what codes of the kind looked like before all kinds got codes of one form. */
function codeOf(kind: string, until2020: string, words: string): CellCheck {
  return codeLike(registryCode(until2020), `the code of ${kind} (${words})`);
}

/** The columns that every layout has in common, with those in which they differ put in. */
function checksWith(differing: Readonly<Record<number, CellCheck>>): readonly CellCheck[] {
  const line = Array<CellCheck>(5).fill(addressLine);
  const common = [empty, name, nationalGrouping, healthGeography, ...line, postcode, date, orEmpty(date)];
  const checks = [...common, ...Array<CellCheck>(15).fill(empty)];
  checks[17] = orEmpty(telephone);
  checks[21] = amendedIndicator;
  return checks.map((check, index) => differing[index + 1] ?? check);
}

const practices: OdsLayout = {
  id: 'ods-practices',
  lists: 'GP practices',
  checks: checksWith({
    1: codeOf('a practice', '[A-Z][A-Z\\d]{2}\\d{3}', 'such as A81001 or G7H8J'),
    13: filledWith(/^[ACDP]$/, 'A (active), C (closed), D (dormant) or P (proposed)'),
    14: filledWith(/^[BZ]$/, 'B (allocated to a parent) or Z (not allocated)'),
    15: orEmpty(anyCode),
    16: orEmpty(date),
    17: orEmpty(date),
    24: orEmpty(anyCode),
    26: filledWith(/^\d{1,2}$/, 'a prescribing setting of one or two digits'),
  }),
  // Setting 4 is a GP practice; prisons, walk-in centres and the like are prescribing cost centres alone.
  roleOf: ({ 25: setting = '' }) => (setting === '' ? null : setting === '4' ? 'RO76' : 'RO177'),
};

/** From this day the rows marked C are sub-ICB locations: CCGs had ended the day before. */
const integratedCareBoardsFrom = '2022-07-01';

function roleOfCommissioner(row: OdsRow, datedOn: string): string | null {
  const [subType = '', closed = ''] = [row[13], row[11]];
  if (subType === 'H') {
    return 'RO218';
  }
  if (subType === 'C') {
    const hadClosed = closed !== '' && closed < integratedCareBoardsFrom.replaceAll('-', '');
    return datedOn < integratedCareBoardsFrom || hadClosed ? 'RO98' : 'RO319';
  }
  if (subType === '') {
    return closed === '' ? null : 'RO98';
  }
  return subType.split('|')[0] ?? null;
}

const ccgs: OdsLayout = {
  id: 'ods-ccgs',
  lists: 'CCGs, commissioning hubs and sub-ICB locations',
  checks: checksWith({
    1: codeOf('a CCG or sub-ICB location', '\\d\\d[A-Z]', 'such as 00C or W2U3Z'),
    14: orEmpty(filledWith(/^(?:[CH]|RO\d{2,3}(?:\|RO\d{2,3})*)$/, 'C, H or roles such as RO319')),
  }),
  roleOf: roleOfCommissioner,
};

const trusts: OdsLayout = {
  id: 'ods-trusts',
  lists: 'NHS trusts',
  checks: checksWith({
    1: codeOf('an NHS trust', 'R[A-Z\\d]{2}', 'such as R0A or G6V2S'),
    24: regionLetter,
  }),
  roleOf: () => 'RO197',
};

const careTrusts: OdsLayout = {
  id: 'ods-care-trusts',
  lists: 'care trusts',
  checks: checksWith({
    1: codeOf('a care trust', 'T[A-Z\\d]{2}', 'such as TAD or G7H8J'),
    14: filledWith(/^T$/, 'T (care trust)'),
    24: regionLetter,
  }),
  roleOf: () => 'RO107',
};

const localAuthorities: OdsLayout = {
  id: 'ods-local-authorities',
  lists: 'local authorities',
  checks: checksWith({
    1: codeOf('a local authority', '\\d{3}', 'such as 012 or G7H8J'),
    14: orEmpty(filledWith(/^[A-Z]$/, 'the letter of a kind of council')),
    24: regionLetter,
  }),
  roleOf: () => 'RO141',
};

export const odsLayouts: readonly OdsLayout[] = [practices, ccgs, trusts, careTrusts, localAuthorities];
