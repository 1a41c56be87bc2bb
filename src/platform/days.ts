const DAY = 86_400_000;

/** The day after an ISO date, as an ISO date. */
export function dayAfter(day: string): string {
  return shifted(day, 1);
}

/** The day before an ISO date, as an ISO date: the last day of a half-open period that ends with it. */
export function dayBefore(day: string): string {
  return shifted(day, -1);
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** The later of two ISO dates. */
export function laterOf(day: string, other: string): string {
  if (day > other) {
    return day;
  }
  return other;
}

/** The earlier of two ISO dates. */
export function earlierOf(day: string, other: string): string {
  if (day < other) {
    return day;
  }
  return other;
}
