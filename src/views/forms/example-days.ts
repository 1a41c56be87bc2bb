import { dayBefore, firstOfMonth } from '../../platform/days.ts';
import { formatDate } from '../format.ts';
import { usePageContext } from '../page/page-context.ts';

/** What may be typed as a day, in the words of a form, around the day that it is. */
export interface ExampleDays {
  readonly today: string;
  /** When something is planned to begin: on the first of the next month. */
  readonly beginning: string;
  /** When something planned is due, or ends: with a financial year, at least two months after the beginning. */
  readonly end: string;
  /** The financial year that ends then, such as `2026/27`. */
  readonly years: string;
  /** A day just past: the last of the month before. */
  readonly past: string;
}

/** `today`: an ISO date. */
export function exampleDays(today: string): ExampleDays {
  const beginning = firstOfMonth(today, 1);
  const later = firstOfMonth(beginning, 2);
  // A financial year ends with March.
  const endYear = Number(later.slice(0, 4)) + (later.slice(5) < '04-01' ? 0 : 1);
  return {
    today: formatDate(today),
    beginning: formatDate(beginning),
    end: formatDate(`${endYear}-03-31`),
    years: `${endYear - 1}/${String(endYear % 100).padStart(2, '0')}`,
    past: formatDate(dayBefore(firstOfMonth(today, 0))),
  };
}

/** The last day of the month after the one in which a deadline falls: such as it is extended to. */
export function exampleExtension(dueOn: string): string {
  return formatDate(dayBefore(firstOfMonth(dueOn, 2)));
}

/** Examples for the forms of a page, by the clock that its dates go by. */
export function useExampleDays(): ExampleDays {
  return exampleDays(usePageContext().today());
}
