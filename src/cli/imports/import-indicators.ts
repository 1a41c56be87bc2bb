import type { ReleaseDetails } from '../../features/directory-import/index.ts';
import { type FiguresOutcome, importFigures, parseFigures } from '../../features/indicators/index.ts';
import { refusalInWords } from '../../features/official-results/index.ts';
import { dayOf, today } from '../../platform/days.ts';
import { countOf } from '../../views/format.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { withDatabase } from '../with-database.ts';
import { printSome } from './print-some.ts';
import { readReleaseTable } from './read-release-table.ts';
import { readReleaseArguments, refuseDayToCome } from './release-arguments.ts';

const help = `Usage: ldr import indicators <file.csv> --series <indicator> --release-version <number> --title <title> --publisher <publisher> --published-on <YYYY-MM-DD> [options]

Brings in the figures of an indicator that an official body published of organisations: all of the file, or nothing. Figures are
kept digit for digit. The header is organisation_code,from,to,value,numerator,denominator,note; docs/import.md has the layout.

  --series          the id of the indicator in the programme's indicators.yaml, e.g. main-patient-record
  --release-version counts from 1; a later version takes the place of an earlier one, which is kept
  --title, --publisher, --published-on
                    the publication; pages show its figures from that day on
  --url, --licence, --note
                    where it is, under which terms it may be used, and what readers should know of it
  --standing        official (the usual), stated or inferred
  --dry-run         says what would be added, and adds nothing

Codes that the directory does not know are told and kept. The same file again changes nothing; a version that is on record
does not change.

Uses the service's settings, DATABASE_URL or DATA_DIR among them. The service may be running.

Exit code: 0 done (or nothing to do), 1 the file has faults or cannot be taken in, 2 something given is wrong.

Example: ldr import indicators record.csv --series main-patient-record --release-version 2 --title "Main patient records, 2026"
  --publisher "NHS England" --published-on 2026-10-01 --dry-run`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { file, details, isDryRun } = readReleaseArguments(args);
  const parsed = await readReleaseTable(file, terminal, parseFigures);
  if (parsed === null) {
    return 1;
  }
  const { figures, notes } = parsed;
  const outcome = await withDatabase(terminal, (database, _config, { clock, realClock, pack }) => {
    refuseDayToCome(details, today(realClock));
    if (!pack.indicators.some(({ id }) => id === details.series)) {
      throw new UsageError(`The programme has no indicator ${details.series}. ${known(pack.indicators)}`);
    }
    const request = {
      details,
      figures,
      isShipped: false,
      onBehalfOf: 'whoever runs the service',
      now: clock(),
      isDryRun,
    };
    return importFigures(database, request);
  });
  return report(outcome, details, notes, terminal);
}

function known(indicators: readonly { readonly id: string }[]): string {
  return indicators.length === 0 ? 'It has none.' : `It has ${indicators.map(({ id }) => id).join(', ')}.`;
}

function report(
  outcome: FiguresOutcome,
  details: ReleaseDetails,
  notes: readonly string[],
  terminal: Terminal,
): ExitCode {
  switch (outcome.kind) {
    case 'known':
      terminal.print(
        `Version ${details.version} of ${details.series} was brought in on ${dayOf(outcome.recordedAt)}. Nothing to do.`,
      );
      return 0;
    case 'differs':
    case 'out-of-order':
      terminal.complain(refusalInWords(outcome, details));
      return 1;
    case 'checked':
    case 'imported': {
      const lines = [
        `${countOf(outcome.count, 'figure')} read.`,
        ...notes,
        ...(outcome.supersedes === null
          ? []
          : [`They take the place of version ${outcome.supersedes}, which is kept.`]),
      ];
      lines.forEach(terminal.print);
      if (outcome.unknownCodes.length > 0) {
        terminal.print(`Codes that the directory does not know, kept as published: ${outcome.unknownCodes.length}`);
        printSome(outcome.unknownCodes, terminal.print);
      }
      terminal.print(outcome.kind === 'checked' ? 'Nothing was changed.' : 'Done.');
      return 0;
    }
  }
}

export const importIndicatorsCommand: Command = { help, run };
