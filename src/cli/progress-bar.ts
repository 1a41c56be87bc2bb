import type { Terminal } from './command.ts';

const WIDTH = 24;
const SECOND = 1000;

/** Shows how far long work has come, where a person is looking: what is piped on stays free of it. */
export interface ProgressBar {
  readonly show: (done: number, rows: number) => void;
  readonly end: () => void;
}

/** A bar over `total` bytes, with the rows taken in so far and how many a second. `now` is in milliseconds. */
export function progressBar(terminal: Terminal, total: number, now: () => number): ProgressBar {
  const started = now();
  return {
    show: (done, rows) => terminal.status?.(progressLine(total === 0 ? 1 : done / total, rows, now() - started)),
    end: () => terminal.status?.(''),
  };
}

/** `[######------] 50%  6,000 rows, 4,000 a second`. */
export function progressLine(share: number, rows: number, milliseconds: number): string {
  const filled = Math.round(Math.min(share, 1) * WIDTH);
  const perSecond = milliseconds === 0 ? 0 : Math.round((rows * SECOND) / milliseconds);
  const bar = `${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}`;
  const percent = `${Math.floor(Math.min(share, 1) * 100)}%`.padStart(4);
  return `[${bar}] ${percent}  ${rows.toLocaleString('en-GB')} rows, ${perSecond.toLocaleString('en-GB')} a second`;
}
