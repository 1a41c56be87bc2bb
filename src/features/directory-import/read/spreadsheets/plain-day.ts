import { dayOfDigits, dayOfIso } from '../calendar-day.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const timeOfDay = '(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?: ?[AaPp][Mm])?Z?)?';
const asNumber = /^(\d{8})\.0+$/;
const yearFirst = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${timeOfDay}$`);
const dayFirst = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${timeOfDay}$`);
const named = new RegExp(`^(\\d{1,2})[- ]([A-Za-z]{3,9})[- ](\\d{4})${timeOfDay}$`);

export interface WrittenDay {
  /** ISO day; null where what is written is no day. */
  readonly day: string | null;
  /** Whether day and month could be taken for each other: 04/05/2013. */
  readonly isDayFirst: boolean;
}

/**
 * A day in any of the ways in which programs write days again: 20130401, 20130401.0, 2013-04-01, 2013-04-01 00:00:00, 01/04/2013,
 * 1-Apr-2013. Of numbers alone with the year last, the first is the day, as in this country. Two digits are no year.
 */
export function writtenDay(text: string): WrittenDay {
  const digits = asNumber.exec(text)?.[1] ?? text;
  const plain = dayOfDigits(digits) ?? dayOfIso(text);
  if (plain !== null) {
    return { day: plain, isDayFirst: false };
  }
  const [, year, month, day] = yearFirst.exec(text) ?? [];
  if (year !== undefined) {
    return { day: iso(year, month, day), isDayFirst: false };
  }
  const [, first, , second, last] = dayFirst.exec(text) ?? [];
  if (last !== undefined) {
    return { day: iso(last, second, first), isDayFirst: true };
  }
  const [, dayOfMonth, name = '', namedYear] = named.exec(text) ?? [];
  const number = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return { day: number === 0 ? null : iso(namedYear, String(number), dayOfMonth), isDayFirst: false };
}

function iso(year = '', month = '', day = ''): string | null {
  return dayOfIso(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** What a program seems to have made of a day that cannot be read any more, in words; null where nothing tells. */
export function spoiltDay(text: string): string | null {
  if (/^\d(?:\.\d+)?E\+?\d+$/i.test(text)) {
    return 'a spreadsheet seems to have rounded it as a number';
  }
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    return 'it seems to be the number by which a spreadsheet keeps a day';
  }
  if (/^\d{1,2}[-/. ][\dA-Za-z]{1,9}[-/. ]\d{2}$/.test(text)) {
    return 'its year has two digits, and the century cannot be told';
  }
  return /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(text) ? 'days are read as day, month, year' : null;
}
