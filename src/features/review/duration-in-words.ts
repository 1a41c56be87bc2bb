import { DAY_MILLISECONDS } from '../../platform/days.ts';
import { countOf } from '../../views/format.ts';

/** How long something has waited, as coarsely as a person would say it: `less than a day`, `12 days`, `5 weeks`, `4 months`. */
export function durationInWords(from: Date, to: Date): string {
  const days = Math.floor((to.getTime() - from.getTime()) / DAY_MILLISECONDS);
  if (days < 1) {
    return 'less than a day';
  }
  if (days < 21) {
    return inUnits(days, 1, 'day');
  }
  if (days < 63) {
    return inUnits(days, 7, 'week');
  }
  return days < 730 ? inUnits(days, 30.44, 'month') : inUnits(days, 365.25, 'year');
}

function inUnits(days: number, unitDays: number, unit: string): string {
  return countOf(Math.floor(days / unitDays), unit);
}
