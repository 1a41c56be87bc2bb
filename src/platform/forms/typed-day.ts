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
 * The day comes before the month where both are numbers. A year has four digits: two could be anything.
 */
export function readTypedDay(text: string): TypedDay {
  const parts = partsOf(text);
  const [month, ...otherMonths] = parts.named;
  const wanted = month === undefined ? 2 : 1;
  if (parts.unread.length > 0 || parts.years.length > 1 || otherMonths.length > 0 || parts.numbers.length > wanted) {
    return notADay;
  }
  const missing = missingIn(parts);
  if (missing.length > 0) {
    return { wrong: `must have a ${missing.join(' and a ')}` };
  }
  const [year = ''] = parts.years;
  const [first = '', second = ''] = startsWithYear(text) ? parts.numbers.toReversed() : parts.numbers;
  const day = isoDay(Number(year), month ?? Number(second), Number(first));
  return day === null ? notADay : { day };
}

/** The same, or the text as it was typed where it is no day. */
export function asIsoDay(text: string): string {
  const read = readTypedDay(text);
  return 'day' in read ? read.day : text;
}

const notADay: TypedDay = { wrong: 'must be a real day, like 30 6 2016 or 30 June 2016' };

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
