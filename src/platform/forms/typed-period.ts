import { z } from 'zod';
import { dayBefore, firstOfMonth, parseDay } from '../days.ts';
import { readTypedDay } from './typed-day.ts';

/** What was typed as the time of something planned: a period as it is kept, or what is wrong, to be said after what it is of. */
export type TypedPeriod = { readonly period: string } | { readonly wrong: string };

const financialYear = /^(\d{4})\/(\d{2})(?: Q([1-4]))?$/;
const month = /^\d{4}-\d{2}$/;

/**
 * A time as exact as it is known: a day (`2018-03-31`), a month (`2018-03`), a quarter (`2017/18 Q4`) or all (`2017/18`) of a financial
 * year, which runs from April to March.
 */
export const periodShape = z.string().refine(isPeriod, 'must be a day, a month, a quarter or a financial year');

/** Reads a period the ways people write one: a day, `March 2018`, `3/2018`, `Q4 2017/18`, `2017-18 q4`, `17/18`. */
export function readTypedPeriod(text: string): TypedPeriod {
  const period = financialPeriod(text) ?? monthTyped(text) ?? dayTyped(text);
  return period === null
    ? {
        wrong:
          'must be a day, a month, a quarter or a financial year, like 31 March 2018, March 2018, Q4 2017/18 or 2017/18',
      }
    : { period };
}

/** The first day of a period. */
export function firstDayOf(period: string): string {
  const [, year, , quarter] = financialYear.exec(period) ?? [];
  return year === undefined ? `${period}-01`.slice(0, 10) : firstOfMonth(`${year}-04-01`, quartersBefore(quarter) * 3);
}

/** The last day of a period, by which what it says is done. */
export function lastDayOf(period: string): string {
  const first = firstDayOf(period);
  return first === period ? period : dayBefore(firstOfMonth(first, monthsIn(period)));
}

/** The financial year, such as `2017/18`, in which a period ends. */
export function financialYearOf(period: string): string {
  const april = firstOfMonth(lastDayOf(period), -3);
  const year = Number(april.slice(0, 4));
  return `${year}/${`${year + 1}`.slice(-2)}`;
}

function quartersBefore(quarter: string | undefined): number {
  return quarter === undefined ? 0 : Number(quarter) - 1;
}

function monthsIn(period: string): number {
  if (month.test(period)) {
    return 1;
  }
  return period.includes('Q') ? 3 : 12;
}

function isPeriod(text: string): boolean {
  const [, year = '', next = ''] = financialYear.exec(text) ?? [];
  const isWellFormed = year === '' ? month.test(text) || parseDay(text) !== null : followsYear(year, next);
  return isWellFormed && parseDay(firstDayOf(text)) !== null && parseDay(lastDayOf(text)) !== null;
}

const followsYear = (year: string, next: string) => (Number(year) + 1) % 100 === Number(next);

/** Null for what is no financial year, or two years that do not follow each other. */
function financialPeriod(text: string): string | null {
  const read = /^(?:q([1-4]) )?(\d{4}|\d{2})[/-](\d{4}|\d{2})(?: q([1-4]))?$/.exec(plain(text));
  const [, before, typedYear = '', typedNext = '', after] = read ?? [];
  const year = typedYear.length === 2 ? `20${typedYear}` : typedYear;
  const quarter = before ?? after;
  const period = `${year}/${typedNext.slice(-2)}${quarter === undefined ? '' : ` Q${quarter}`}`;
  const isWritten = read !== null && (before === undefined || after === undefined) && !isMonthOfYear(text);
  return isWritten && isFollowed(year, typedNext) && isPeriod(period) ? period : null;
}

const isFollowed = (year: string, next: string) => next.length === 2 || Number(next) === Number(year) + 1;

/** `2011-12` is how a month is kept; the financial year is then written with a stroke. */
const isMonthOfYear = (text: string) => /^\s*\d{4}-(?:0\d|1[0-2])\s*$/.test(text);

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s,]+/g, ' ')
    .replaceAll(/\bquarter /g, 'q')
    .replaceAll(/\bq ([1-4])\b/g, 'q$1');
}

function monthTyped(text: string): string | null {
  const first = readTypedDay(`1 ${text}`, '2018-03-31');
  return 'day' in first && first.day.endsWith('-01') ? first.day.slice(0, 7) : null;
}

function dayTyped(text: string): string | null {
  const read = readTypedDay(text, '2018-03-31');
  return 'day' in read ? read.day : null;
}
