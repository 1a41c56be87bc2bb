import { parseArgs } from 'node:util';
import { type Checkpoint, readCheckpoint } from '../platform/audit/checkpoint.ts';
import { type TrailReport, verifyTrail } from '../platform/audit/verify-trail.ts';
import { discrepancyLines, extentOf } from './audit-report.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { readLimitedText } from './read-limited.ts';
import { readTrailFrom } from './read-trail.ts';

/** A line for each chain; far above any that a service comes to. */
const limitBytes = 500_000_000;

const PROGRESS_EVENTS = 1000;

const help = `Usage: ldr audit verify [--against <checkpoint>] [--file <export>]

Forms the hash of every audit event anew and says, by chain and place, what was changed, removed, put in or moved.

  --against  a checkpoint made with ldr audit digest: everything it names must still be there, unchanged; the trail may
             only have grown. Without it, events cut off at the end of a chain do not show
  --file     an export made with ldr audit export, instead of the database; - reads standard input

Reads only. Needs the database (DATABASE_URL or DATA_DIR) or an export, and no running service.

Exit code: 0 sound, 1 not sound, 2 could not be read.

Example: ldr audit verify --against /safe/place/checkpoint-2026-03-01.json`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const text = { type: 'string' } as const;
  const { against, file } = parseArgs({ args: [...args], options: { against: text, file: text } }).values;
  const checkpoint = against === undefined ? null : await openCheckpoint(against, terminal);
  const report = await readTrailFrom(terminal, file, (items) => verifyTrail(items, checkpoint, progressTo(terminal)));
  terminal.status?.('');
  for (const line of reportLines(report, checkpoint)) {
    terminal.print(line);
  }
  return report.discrepancyCount === 0 ? 0 : 1;
}

async function openCheckpoint(file: string, terminal: Terminal): Promise<Checkpoint> {
  const read = await readLimitedText(file, limitBytes, terminal);
  if (read.kind === 'unreadable') {
    throw new UsageError(`${file}: ${read.reason}`);
  }
  const checkpoint = readCheckpoint(read.text);
  if (checkpoint === null) {
    throw new UsageError(
      `${file}: This is no checkpoint, or it was changed. Make one with: ldr audit digest --write <file>`,
    );
  }
  return checkpoint;
}

/** Shows how many events were read, where somebody is looking. */
export function progressTo(terminal: Terminal): (events: number) => void {
  return (events) => {
    if (events % PROGRESS_EVENTS === 0) {
      terminal.status?.(`${events.toLocaleString('en-GB')} events read`);
    }
  };
}

function reportLines(report: TrailReport, checkpoint: Checkpoint | null): string[] {
  const heading = report.discrepancyCount === 0 ? 'SOUND' : 'NOT SOUND';
  const facts = [`  ${extentOf(report)}`, `  Digest: ${report.digest}`];
  return [
    heading,
    ...facts,
    ...discrepancyLines(report),
    ...(report.discrepancyCount === 0 ? [comparison(checkpoint)] : []),
  ];
}

function comparison(checkpoint: Checkpoint | null): string {
  return checkpoint === null
    ? '  Compared with no checkpoint: events cut off at the end of a chain would not show. See ldr audit digest --help'
    : `  Everything that the checkpoint of ${checkpoint.at.toISOString()} names is there, unchanged.`;
}

export const auditVerifyCommand: Command = { help, run };
