import type { ReleaseDetails } from '../../features/directory-import/index.ts';
import {
  importRelease,
  parseResults,
  type ReleaseOutcome,
  type ReleaseReport,
  refusalInWords,
} from '../../features/official-results/index.ts';
import { dayOf, today } from '../../platform/days.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { withDatabase } from '../with-database.ts';
import { printSome } from './print-some.ts';
import { readReleaseTable } from './read-release-table.ts';
import { readReleaseArguments, refuseDayToCome } from './release-arguments.ts';

const help = `Usage: ldr import results <file.csv> --series <name> --release-version <number> --title <title> --publisher <publisher> --published-on <YYYY-MM-DD> [options]

Brings in results that somebody else published of organisations: all of the file, or nothing. Scores are kept digit for
digit and never worked out again. The header names organisation_code, organisation_name, care_setting, year, each measure
in words of its own, and note where there are notes; docs/import.md has the layout.

  --series          what all versions of the publication have in common, in small letters, e.g. dma-2024-2025
  --release-version counts from 1; a later version takes the place of an earlier one, which stays readable
  --title, --publisher, --published-on
                    the publication; pages show its results from that day on
  --url, --licence, --note
                    where it is, under which terms it may be used, and what readers should know of it
  --standing        official (the usual), stated or inferred
  --dry-run         says what would be added, and adds nothing

Codes that the directory does not know are told and kept. The same file again changes nothing; a version that is on record
does not change.

Uses the service's settings, DATABASE_URL or DATA_DIR among them. The service may be running.

Exit code: 0 done (or nothing to do), 1 the file has faults or cannot be taken in, 2 something given is wrong.

Example: ldr import results results.csv --series dma-2026 --release-version 1 --title "Results of 2026"
  --publisher "NHS England" --published-on 2027-03-26 --dry-run`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { file, details, isDryRun } = readReleaseArguments(args);
  const parsed = await readReleaseTable(file, terminal, parseResults);
  if (parsed === null) {
    return 1;
  }
  const outcome = await withDatabase(terminal, (database, _config, { clock, realClock }) => {
    refuseDayToCome(details, today(realClock));
    return importRelease(database, {
      details,
      content: parsed,
      isShipped: false,
      personId: null,
      onBehalfOf: 'whoever runs the service',
      now: clock(),
      isDryRun,
    });
  });
  return report(outcome, { details, notes: [`Measures: ${parsed.measures.join(', ')}.`, ...parsed.notes] }, terminal);
}

interface Told {
  readonly details: ReleaseDetails;
  readonly notes: readonly string[];
}

function report(outcome: ReleaseOutcome, { details, notes }: Told, terminal: Terminal): ExitCode {
  const release = `Version ${details.version} of ${details.series}`;
  switch (outcome.kind) {
    case 'known':
      terminal.print(`${release} was brought in on ${dayOf(outcome.recordedAt)}. Nothing to do.`);
      return 0;
    case 'differs':
    case 'out-of-order':
      terminal.complain(refusalInWords(outcome, details));
      return 1;
    case 'checked':
    case 'imported':
      printReport(outcome, notes, terminal);
      terminal.print(outcome.kind === 'checked' ? 'Nothing was changed.' : 'Done.');
      return 0;
  }
}

function printReport(report: ReleaseReport, notes: readonly string[], terminal: Terminal): void {
  const figures = (count: number) => count.toLocaleString('en-GB');
  terminal.print(`${figures(report.rowCount)} rows with ${figures(report.scoreCount)} scores read.`);
  for (const note of notes) {
    terminal.print(note);
  }
  if (report.supersedes !== null) {
    terminal.print(`It takes the place of version ${report.supersedes}, which stays readable.`);
  }
  const groups = [
    ['Codes that the directory does not know, kept as published', report.unknownCodes],
    ['Names without a code, kept as published', report.namesWithoutCode],
  ] as const;
  for (const [heading, listed] of groups.filter(([, { length }]) => length > 0)) {
    terminal.print(`${heading}: ${listed.length}`);
    printSome(listed, terminal.print);
  }
}

export const importResultsCommand: Command = { help, run };
