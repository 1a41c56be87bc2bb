const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function exists(year: number, month: number, day: number): boolean {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = (daysOfMonth[month - 1] ?? 0) + (month === 2 && isLeapYear ? 1 : 0);
  return year >= 1800 && year < 2200 && day >= 1 && day <= days;
}

/** The number written in digits from `start` up to `end`; NaN where anything else stands there. */
function numberAt(text: string, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at += 1) {
    const value = text.charCodeAt(at) - 48;
    number = value >= 0 && value <= 9 ? number * 10 + value : Number.NaN;
  }
  return number;
}

/** Whether text such as `20130401` is a day of the years 1800 to 2199. */
export function isDayOfDigits(text: string): boolean {
  return text.length === 8 && exists(numberAt(text, 0, 4), numberAt(text, 4, 6), numberAt(text, 6, 8));
}

/** `20130401` as `2013-04-01`; null where it is not a day of the years 1800 to 2199. */
export function dayOfDigits(text: string): string | null {
  return isDayOfDigits(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : null;
}

/** `2013-04-01` as it is, also where a time of day follows; null where it is not a day of the years 1800 to 2199. */
export function dayOfIso(text: string): string | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/.exec(text) ?? [];
  return exists(Number(year), Number(month), Number(day)) ? text.slice(0, 10) : null;
}
