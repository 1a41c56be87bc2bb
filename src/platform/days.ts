import { z } from 'zod';
import type { Clock } from './clock.ts';

/**
 * The zone in which days and times are counted and shown. A programme pack names its own and is refused when it is another: a
 * deadline in one zone beside times in a second would be wrong for an hour or more each day.
 */
export const timeZone = 'Europe/London';

export const DAY_MILLISECONDS = 86_400_000;
const HOUR = 3_600_000;

// The Canadian form of a date is the ISO one.
const isoDays = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
const hours = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });

/** The day on which an instant falls, as an ISO date. Not the UTC day, which is another for an hour of each summer night. */
export function dayOf(instant: Date): string {
  return isoDays.format(instant);
}

const EARLIEST = '1900-01-01';
const LATEST = '2100-12-31';

const isoDate = z.iso.date().refine((date) => date >= EARLIEST && date <= LATEST);

/** A day as an ISO date, from 1900 to 2100; null for anything else. */
export function parseDay(text: string): string | null {
  const parsed = isoDate.safeParse(text);
  return parsed.success ? parsed.data : null;
}

/** The present day, as an ISO date. */
export function today(clock: Clock): string {
  return dayOf(clock());
}

/** The instant at which a day begins. */
export function startOfDay(day: string): Date {
  const inWinter = new Date(`${day}T00:00:00Z`);
  const inSummer = new Date(inWinter.getTime() - DAY_MILLISECONDS / 24);
  return dayOf(inSummer) === day ? inSummer : inWinter;
}

/** The next instant, later than `now`, at which it is this full hour of the day; `hour` as for `timeAt`. */
export function nextTimeAt(now: Date, hour: number): Date {
  const at = timeAt(dayOf(now), hour);
  return at > now ? at : timeAt(dayAfter(dayOf(now)), hour);
}

/** The instant at which it is a full hour of a day; `hour` is one at which no clock is put forward. */
export function timeAt(day: string, hour: number): Date {
  const inWinter = new Date(Date.parse(`${day}T00:00:00Z`) + hour * HOUR);
  return Number(hours.format(inWinter)) === hour ? inWinter : new Date(inWinter.getTime() - HOUR);
}

/** Whole days from one ISO date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS);
}

/** The day so many days after another; before it where `days` is negative. */
export function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** The day after an ISO date, as an ISO date. */
export function dayAfter(day: string): string {
  return dayFrom(day, 1);
}

/** The day before an ISO date, as an ISO date: the last day of a half-open period that ends with it. */
export function dayBefore(day: string): string {
  return dayFrom(day, -1);
}

/** The first day of the month in which an ISO date falls, or of one so many months later. */
export function firstOfMonth(day: string, monthsLater: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + monthsLater, 1)).toISOString().slice(0, 10);
}

/** The later of two ISO dates. */
export function laterOf(day: string, other: string): string {
  if (day > other) {
    return day;
  }
  return other;
}

/**
 * The day by which what a page shows is on record: that which it is asked for, or today where it is asked for none, or for one to come, of which
 * nothing is on record yet.
 */
export function recordedUntil(recordedBy: string | null, clock: Clock): string {
  const now = today(clock);
  return recordedBy === null ? now : earlierOf(recordedBy, now);
}

/** The earlier of two ISO dates. */
export function earlierOf(day: string, other: string): string {
  if (day < other) {
    return day;
  }
  return other;
}
