import type { FormReader } from '../../../platform/forms/form-reader.ts';
import { readTypedDay } from '../../../platform/forms/typed-day.ts';

export const dateParts = ['day', 'month', 'year'] as const;

/** The field of one part of a date; the day carries the name of the whole, where an error leads. */
export function datePartField(name: string, part: (typeof dateParts)[number]): string {
  return part === 'day' ? name : `${name}-${part}`;
}

const EARLIEST = '1990-01-01';
const LATEST = '2100-12-31';

/** Reads day, month and year; null when all three are empty, or with an error when together they are no date. `today`: an ISO date. */
export function readDate(
  reader: FormReader,
  name: string,
  { label, today }: { readonly label: string; readonly today: string },
): string | null {
  const typed = dateParts.map((part) =>
    reader.line(datePartField(name, part), { label: `${label}: ${part}`, limit: 10 }),
  );
  if (typed.every((part) => part === '')) {
    return null;
  }
  const read = readTypedDay(typed.join(' '), today);
  if ('wrong' in read) {
    reader.fail(name, `${label} ${read.wrong}`);
    return null;
  }
  if (read.day < EARLIEST || read.day > LATEST) {
    reader.fail(name, `${label} must be between 1990 and 2100`);
    return null;
  }
  return read.day;
}
