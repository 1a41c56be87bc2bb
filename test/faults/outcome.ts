import type { Observed } from './load.ts';

/** A line of the table. */
export interface Outcome {
  readonly fault: string;
  readonly acknowledged: number;
  readonly lost: number;
  /** The longest time in which nobody had a good answer. */
  readonly secondsWithout: number | null;
  /** From the moment the database, or the service, was there again to the next good answer. */
  readonly secondsAfter: number | null;
  readonly longestAnswerSeconds: number;
  readonly answers: string;
  /** What the process of the service did. */
  readonly process: string;
  /** What did not hold, in words. */
  readonly complaints: readonly string[];
}

const isGood = ({ status }: Observed) => status === 200 || status === 303;

/** The longest gap between good answers from a moment on. */
export function secondsWithout(observed: readonly Observed[], since: number): number {
  const times = observed.filter(isGood).map(({ endedAt }) => endedAt);
  const after = times.filter((time) => time >= since).toSorted((a, b) => a - b);
  const gaps = after.map((time, index) => time - (after[index - 1] ?? since));
  return Math.max(0, ...gaps) / 1000;
}

/** How long after a moment the next good answer came; null when none did. */
export function secondsUntilGood(observed: readonly Observed[], since: number): number | null {
  const times = observed.filter((each) => isGood(each) && each.endedAt >= since).map(({ endedAt }) => endedAt);
  return times.length === 0 ? null : (Math.min(...times) - since) / 1000;
}

export function longestSeconds(observed: readonly Observed[]): number {
  return Math.max(0, ...observed.map(({ begunAt, endedAt }) => endedAt - begunAt)) / 1000;
}

export function countByStatus(observed: readonly Observed[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { status } of observed) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return new Map([...counts].toSorted(([a], [b]) => (a || 1000) - (b || 1000)));
}

export function answersText(observed: readonly Observed[]): string {
  return [...countByStatus(observed)]
    .map(([status, count]) => `${status === 0 ? 'none' : status}: ${count.toLocaleString('en-GB')}`)
    .join(', ');
}

/** The table as Markdown, with what did not hold below it. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const seconds = (value: number | null) => (value === null ? '–' : value.toFixed(1));
  const lines = outcomes.map((outcome) =>
    [
      outcome.fault,
      outcome.acknowledged.toLocaleString('en-GB'),
      outcome.lost,
      seconds(outcome.secondsWithout),
      seconds(outcome.secondsAfter),
      seconds(outcome.longestAnswerSeconds),
      outcome.answers,
      outcome.process,
    ].join(' | '),
  );
  return [
    '| Fault | Saves acknowledged | Lost | Seconds without service | Of these after it was back | Longest answer (s) | Answers by status | Process of the service |',
    '|---|---|---|---|---|---|---|---|',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}
