import { daysBetween } from '../../../../platform/days.ts';
import { financialYearOf, firstDayOf, lastDayOf } from '../../../../platform/forms/typed-period.ts';

type Timed = Readonly<{ id: string; starts: string | null; goesLive: string | null }>;

/** Deployments on a scale of whole financial years, from 0 to 100 across. */
export interface Timeline {
  readonly years: readonly { readonly label: string; readonly across: number }[];
  /** Of those with a time to go live. Without a start, a bar is as long as that time is inexact. */
  readonly bars: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
}

/** Null where no row has a time to go live. */
export function timelineOf(rows: readonly Timed[]): Timeline | null {
  const spans = rows.flatMap(({ id, starts, goesLive }) => {
    return goesLive === null ? [] : [{ id, from: firstDayOf(starts ?? goesLive), to: lastDayOf(goesLive) }];
  });
  const days = spans.flatMap(({ from, to }) => [from, to]).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) {
    return null;
  }
  const [begins, ends] = [firstDayOf(financialYearOf(first)), lastDayOf(financialYearOf(last))];
  const across = (day: string) => (100 * daysBetween(begins, day)) / (daysBetween(begins, ends) + 1);
  const ordered = (from: string, to: string) => ({ from: across(from), to: Math.max(across(from), across(to)) });
  return {
    years: yearsFrom(begins, ends).map((label) => ({ label, across: across(firstDayOf(label)) })),
    bars: new Map(spans.map(({ id, from, to }) => [id, ordered(from, to)])),
  };
}

function yearsFrom(begins: string, ends: string): string[] {
  const [from, to] = [begins, ends].map((day) => Number(financialYearOf(day).slice(0, 4))) as [number, number];
  return Array.from({ length: to - from + 1 }, (_, index) => financialYearOf(`${from + index}-04-01`));
}
