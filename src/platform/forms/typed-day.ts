import { parseDay } from '../days.ts';

/** A day as it was typed: as an ISO date, or what is wrong with it, to be said after what the day is of. */
export type TypedDay = { readonly day: string } | { readonly wrong: string };

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** What a part of a date can be, by the look of it. */
interface Parts {
  readonly years: readonly string[];
  /** Months by name, as numbers. */
  readonly named: readonly number[];
  /** One or two digits. */
  readonly numbers: readonly string[];
  readonly unread: readonly string[];
}

/**
 * Reads a day the ways people write one: `30 6 2016`, `30/06/2016`, `2016-06-30`, `30 June 2016`, `June 30th, 2016`, `30 Jun 2016`.
 * The day comes before the month where both are numbers. A year has four digits: two could be anything. `like`: an ISO date near what
 * is asked for, to show whoever typed none how one is written.
 */
export function readTypedDay(text: string, like: string): TypedDay {
  const read = readDay(text);
  if (read === null) {
    return { wrong: `must be a real day, like ${inBothWays(like)}` };
  }
  return 'day' in read && parseDay(read.day) === null ? { wrong: 'must be between 1900 and 2100' } : read;
}

/** The same, or the text as it was typed where it is no day. */
export function asIsoDay(text: string): string {
  const read = readDay(text);
  return read !== null && 'day' in read ? read.day : text;
}

/** Null where what is there makes no day, rather than that some of it is missing. */
function readDay(text: string): TypedDay | null {
  const parts = partsOf(text);
  const [month, ...otherMonths] = parts.named;
  const wanted = month === undefined ? 2 : 1;
  if (parts.unread.length > 0 || parts.years.length > 1 || otherMonths.length > 0 || parts.numbers.length > wanted) {
    return null;
  }
  const missing = missingIn(parts);
  if (missing.length > 0) {
    return { wrong: `must have a ${missing.join(' and a ')}` };
  }
  const [year = ''] = parts.years;
  const [first = '', second = ''] = startsWithYear(text) ? parts.numbers.toReversed() : parts.numbers;
  const day = isoDay(Number(year), month ?? Number(second), Number(first));
  return day === null ? null : { day };
}

/** E.g. `30 6 2016 or 30 June 2016`. */
function inBothWays(day: string): string {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const name = months[month - 1] ?? '';
  return `${dayOfMonth} ${month} ${year} or ${dayOfMonth} ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year}`;
}

function partsOf(text: string): Parts {
  const words = text
    .trim()
    .toLowerCase()
    .split(/[\s/.,-]+/)
    .filter((word) => word !== '' && word !== 'of');
  const numbers = words.map((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]);
  const named = words.map(monthOf);
  const isYear = (word: string) => /^\d{4}$/.test(word);
  return {
    years: words.filter(isYear),
    named: named.filter((month) => month !== null),
    numbers: numbers.filter((number) => number !== undefined),
    unread: words.filter((word, index) => !isYear(word) && numbers[index] === undefined && named[index] === null),
  };
}

/** `jun`, `june` or `sept` as a number; three letters at least, as fewer are those of several. */
function monthOf(word: string): number | null {
  const index = months.findIndex((month) => word.length >= 3 && month.startsWith(word));
  return index < 0 ? null : index + 1;
}

function missingIn({ years, named, numbers }: Parts): string[] {
  const hasMonth = named.length > 0 || numbers.length > 1;
  return [
    ...(numbers.length === 0 ? ['day'] : []),
    ...(hasMonth ? [] : ['month']),
    ...(years.length === 0 ? ['year'] : []),
  ];
}

const startsWithYear = (text: string) => /^\s*\d{4}\b/.test(text);

function isoDay(year: number, month: number, day: number): string | null {
  const text = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}
