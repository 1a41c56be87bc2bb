import type { Curves, Point } from './measure.ts';

export interface Growth {
  readonly what: string;
  readonly curves: Curves;
}

interface Machine {
  readonly cores: number;
  /** Processes that wanted to run in the quarter of an hour before. */
  readonly load: number;
}

/** `docs/performance.md`, as it is written by the benchmark. */
export function performancePage(measured: readonly Growth[], { cores, load }: Machine): string {
  return `# Performance

How long each kind of public page takes as the service holds more, written by \`npm run bench -- growth\`. Do not edit it.

Each figure is the middle of nine readings in milliseconds, service and database on one machine of ${cores} cores whose load average was
${load.toFixed(1)} at the end. *Made anew* is the first reading after something public has changed; all others are answered
[from memory](adr/0016-answers-from-memory.md). The size is that of the page, not packed. The database is the demonstration's, filled
up with made-up footprints of ten members, providers with submitted scores, and organisations of which a fifth are providers.
${measured.map(section).join('')}${signedIn}`;
}

/** Measured by hand, when the pages were made cheaper: the benchmark of these pages says how fast they are. */
const signedIn = `
## Pages of those who are signed in

They are made anew for each reader, and a large part of what one costs is that it asks the database. A test holds four of them, on which
people are while they work, to so many questions (\`test/project/requests/page-queries.http.test.ts\`).

| Page | Questions | Waits one after another | Before: questions | Before: waits | Processor time beside before: service | Database |
|---|--:|--:|--:|--:|--:|--:|
| My work of a coordinator | 10 | 4 | 17 | 7 | 0.77 | 0.46 |
| List of sections | 8 | 6 | 15 | 14 | 0.69 | 0.37 |
| Section | 8 | 6 | 16 | 12 | 0.69 | 0.51 |
| Overview of a roadmap | 7 | 4 | 7 | 4 | 0.99 | 0.96 |

*Before* is the version in which the list of sections worked out at each visit how all scores of the nation spread. Both were run by
turns in one process on one database of the demonstration, a page at a time; the times are ratios of the middle of 25 turns.
`;

function section({ what, curves }: Growth): string {
  const sizes = [...curves.values()][0]?.map(({ size }) => size.toLocaleString('en-GB')) ?? [];
  const row = ([name, points]: readonly [string, readonly Point[]]) =>
    `| ${[name, ...points.map(({ firstMilliseconds: first }) => milliseconds(first)), fromMemory(points), kilobytes(points)].join(' | ')} |`;
  return `
## With ${what}

![Milliseconds a page takes, by the number of ${what}; both scales are logarithmic](images/growth-${what}.svg)

| Page, made anew | ${sizes.map((size) => `${size} ${what}`).join(' | ')} | From memory, at most | Size in kB, least to most |
|---|${sizes.map(() => '--:|').join('')}--:|--:|
${[...curves].map(row).join('\n')}
`;
}

function milliseconds(taken: number): string {
  return taken < 10 ? taken.toFixed(1) : taken.toFixed(0);
}

function fromMemory(points: readonly Point[]): string {
  return Math.max(...points.map(({ keptMilliseconds }) => keptMilliseconds)).toFixed(1);
}

function kilobytes(points: readonly Point[]): string {
  const sizes = points.map(({ kilobytes: size }) => Math.round(size));
  return `${Math.min(...sizes)} to ${Math.max(...sizes)}`;
}
