import { timeZone } from '../platform/days.ts';
import { rounded } from '../platform/rounding.ts';

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone,
});
const timeFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone,
});
const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone });
const clockFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
const numberFormat = new Intl.NumberFormat('en-GB');
const andFormat = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const orFormat = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** `2016-06-30` or an instant -> `30 June 2016`: the day on which it falls where the programme is. */
export function formatDate(date: string | Date): string {
  return dateFormat.format(typeof date === 'string' ? new Date(`${date}T12:00:00Z`) : date);
}

/** A period as it is kept: `2018-03-31` -> `31 March 2018`, `2018-03` -> `March 2018`; quarters and financial years are words already. */
export function formatPeriod(period: string): string {
  if (period.includes('/')) {
    return period;
  }
  return period.length === 'YYYY-MM'.length
    ? monthFormat.format(new Date(`${period}-01T12:00:00Z`))
    : formatDate(period);
}

/** An instant -> `30 June 2016 at 14:05`, in the same zone. */
export function formatTime(instant: Date): string {
  return timeFormat.format(instant);
}

/** Two instants -> `30 June 2016, 14:05 to 14:31`, each with its day where they have two; within one minute, as one. */
export function formatTimeSpan(from: Date, to: Date): string {
  if (formatTime(from) === formatTime(to)) {
    return formatTime(from);
  }
  return formatDate(from) === formatDate(to)
    ? `${formatDate(from)}, ${formatTimeOfDay(from)} to ${formatTimeOfDay(to)}`
    : `${formatTime(from)} to ${formatTime(to)}`;
}

/** An instant that is just past -> `14:05`. */
export function formatTimeOfDay(instant: Date): string {
  return clockFormat.format(instant);
}

/** 1234567 -> `1,234,567`. */
export function formatNumber(value: number): string {
  return numberFormat.format(value);
}

/**
 * A score of a trajectory, be it measured or meant: always with one decimal place, which targets may have, so that those beside each
 * other can be compared.
 */
export function formatTrajectoryScore(score: number): string {
  return rounded(score, 1).toFixed(1);
}

/** `3 organisations`, `1 organisation`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}

/** 40 -> `40 seconds`, 90 -> `2 minutes`, 7200 -> `2 hours`: rounded up, so that whoever waits as long has waited enough. */
export function formatDuration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (seconds < 60) {
    return countOf(Math.ceil(seconds), 'second');
  }
  return minutes % 60 === 0 ? countOf(minutes / 60, 'hour') : countOf(minutes, 'minute');
}

/** `A, B and C`. */
export function listInWords(items: readonly string[]): string {
  return andFormat.format(items);
}

/** `A, B or C`. */
export function orInWords(items: readonly string[]): string {
  return orFormat.format(items);
}

/** The same words at the beginning of a sentence or line. */
export function sentenceStart(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/**
 * A label as it stands within a sentence, its first letter small: `Acute trust` as `acute trust`. Abbreviations and names of more
 * than one capital stay: `GP federation`, `Sustainability and Transformation Plan area`.
 */
export function inSentence(label: string): string {
  const isName = /\s[A-Z][a-z]/.test(label);
  return /^[A-Z][a-z]/.test(label) && !isName ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
