import type { FormReader } from '../../../platform/forms/form-reader.ts';

export const dateParts = ['day', 'month', 'year'] as const;

/** The field of one part of a date; the day carries the name of the whole, where an error leads. */
export function datePartField(name: string, part: (typeof dateParts)[number]): string {
  return part === 'day' ? name : `${name}-${part}`;
}

const EARLIEST = '1990-01-01';
const LATEST = '2100-12-31';

/** Reads day, month and year; null when all three are empty, or with an error when together they are no date. */
export function readDate(reader: FormReader, name: string, label: string): string | null {
  const [day = '', month = '', year = ''] = dateParts.map((part) =>
    reader.line(datePartField(name, part), { label: `${label}: ${part}`, limit: 10 }),
  );
  if (day === '' && month === '' && year === '') {
    return null;
  }
  const date = isoDate(day, month, year);
  if (date === null || date < EARLIEST || date > LATEST) {
    reader.fail(name, `${label} must be a real date, like 30 6 2016`);
    return null;
  }
  return date;
}

/** `30`, `6`, `2016` as `2016-06-30`; null when there is no such day. */
export function isoDate(day: string, month: string, year: string): string | null {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) {
    return null;
  }
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}
