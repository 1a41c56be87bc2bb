import { registryCode } from '../../../registry-code.ts';
import { isDayOfDigits } from './calendar-day.ts';
import { quoted } from './import-faults.ts';
import { spoiltDay } from './spreadsheets/plain-day.ts';
import { spoiltCode } from './spreadsheets/spoilt-code.ts';

/** What is wrong with a cell, in words; null where nothing is. */
export type CellCheck = (value: string) => string | null;

/** The names of the 27 columns, in order. */
export const odsColumnNames: readonly string[] = [
  'organisation code',
  'name',
  'national grouping',
  'high level health geography',
  'address line 1',
  'address line 2',
  'address line 3',
  'address line 4',
  'address line 5',
  'postcode',
  'open date',
  'close date',
  'status code',
  'organisation sub-type',
  'commissioner or parent code',
  'join parent date',
  'left parent date',
  'telephone',
  'unused',
  'unused',
  'unused',
  'amended record indicator',
  'unused',
  'provider or region',
  'unused',
  'prescribing setting',
  'unused',
];

/** A cell that must be filled, with what the expression describes in words. */
export function filledWith(expression: RegExp, words: string): CellCheck {
  return (value) => {
    if (expression.test(value)) {
      return null;
    }
    return value === '' ? `is empty; it must be ${words}` : `${quoted(value)} is not ${words}`;
  };
}

/** A code of an organisation, with what a spreadsheet seems to have made of it where it is none. */
export function codeLike(expression: RegExp, words: string): CellCheck {
  const check = filledWith(expression, words);
  return (value) => {
    const reason = check(value);
    return reason === null ? null : withHint(reason, spoiltCode(value));
  };
}

function withHint(reason: string, hint: string | null): string {
  return hint === null ? reason : `${reason}: ${hint}`;
}

export function orEmpty(check: CellCheck): CellCheck {
  return (value) => (value === '' ? null : check(value));
}

export const empty: CellCheck = (value) => (value === '' ? null : `${quoted(value)} stands where nothing should`);

export const name: CellCheck = (value) => {
  if (!/\p{L}/u.test(value)) {
    return value === '' ? 'is empty; every organisation has a name' : `${quoted(value)} is not a name`;
  }
  return value.length > 200 ? `is ${value.length} characters long; 200 are the most` : null;
};

export const addressLine: CellCheck = (value) =>
  value.length > 100 ? `is ${value.length} characters long; 100 are the most` : null;

export const date: CellCheck = (value) => {
  if (value === '') {
    return 'is empty; it must be a date';
  }
  return isDayOfDigits(value)
    ? null
    : withHint(`${quoted(value)} is not a day written as year, month, day (20130401)`, spoiltDay(value));
};

const britishPostcode = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/;

/** Of the United Kingdom, the Channel Islands, the Isle of Man or the forces, with its one blank. */
export function isPostcode(value: string): boolean {
  return britishPostcode.test(value);
}

export const postcode = orEmpty(filledWith(britishPostcode, 'a postcode such as TS18 1HU'));
export const nationalGrouping = orEmpty(filledWith(registryCode('[A-Z]\\d\\d'), 'the code of a region, such as Y54'));
export const healthGeography = orEmpty(
  filledWith(registryCode('[A-Z][A-Z\\d]{2}'), 'the code of a health geography, such as Q74 or Z9B2Z'),
);
export const telephone: CellCheck = (value) => {
  if (value === '' || (/^[\d ()+/-]{5,30}$/.test(value) && !/^[1-9]\d{8,9}$/.test(value))) {
    return null;
  }
  return `${quoted(value)} is not a telephone number${/^\d+$/.test(value) ? ': its leading zero seems to be gone' : ''}`;
};
export const amendedIndicator = orEmpty(filledWith(/^[01]$/, '0 or 1'));
export const regionLetter = orEmpty(filledWith(/^[A-W]$/, 'the letter of a government office region'));
export const anyCode = codeLike(/^[A-Z\d]{3,6}$/, 'a code of three to six capital letters and digits');
