import { createReadStream } from 'node:fs';
import path from 'node:path';
import {
  countUndecidedContradictions,
  describeDifference,
  describeFault,
  differenceKinds,
  differenceWords,
  type FileReport,
  type ImportOutcome,
  importFile,
  layouts,
} from '../../features/directory-import/index.ts';
import { type Difference, organisationTypes } from '../../features/register/index.ts';
import { paths } from '../../paths.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { dayOf } from '../../platform/days.ts';
import { newId } from '../../platform/ids.ts';
import { keepRegister } from '../../register-listeners.ts';
import { countOf } from '../../views/format.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { progressBar } from '../progress-bar.ts';
import { type StoryTime, withDatabase } from '../with-database.ts';
import { differencesFile } from './differences-file.ts';
import { type ImportArguments, readImportArguments } from './import-arguments.ts';

const help = `Usage: ldr import ods <file> --dated <YYYY-MM-DD> [--layout <layout>] [--dry-run] [--differences <file.csv>] [--reopen <codes>]

Brings a file of organisations into the directory: all of it, or nothing. What the file says held on its day; an older file
adds what was so before and changes nothing that a newer one says, and the same file again changes nothing. Organisations
that the file does not name stay as they are and are listed.

  --dated        the day whose state of affairs the file gives: files do not say it themselves
  --layout       what kind of file it is, where its name and beginning do not tell:
${layouts.map(({ id, label }) => `                   ${id.padEnd(24)}${label}`).join('\n')}
  --dry-run      says what would change, and changes nothing
  --reopen       codes (A1,B2) that the file may open again although others are on record to have taken their place;
                 without it that is told as a contradiction, and what is known is kept until somebody decides on screen;
                 what it opens is on record as taken, and it says which codes are not in the file or were not opened by it
  --differences  writes every difference to a CSV file; the screen shows the first of each kind

Uses the service's settings, DATABASE_URL or DATA_DIR among them. The service may be running.

Exit code: 0 done (or nothing to do), 1 the file has faults and nothing was changed, 2 something given is wrong.

Example: ldr import ods epraccur.csv --dated 2016-02-29 --dry-run`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const wanted = await readImportArguments(args, terminal);
  return withDatabase(terminal, (database, _config, time) => bringIn(database, time, wanted, terminal));
}

const SHOWN_OF_EACH = 5;

async function bringIn(
  database: Database,
  { pack, clock }: StoryTime,
  wanted: ImportArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const shown: Difference[] = [];
  const counts = new Map<string, number>();
  const differences = differencesFile(wanted.differencesFile);
  const bar = progressBar(terminal, wanted.size, () => systemClock().getTime());
  let isDone = false;
  try {
    const outcome = await importFile(database, organisationTypes(pack.organisationTypes), {
      fileName: path.basename(wanted.file),
      layout: wanted.layout,
      datedOn: wanted.datedOn,
      open: () => createReadStream(wanted.file),
      importId: newId(),
      personId: null,
      onBehalfOf: 'whoever runs the service',
      now: clock(),
      register: keepRegister(pack),
      reopened: wanted.reopened,
      isWanted: () => !wanted.isDryRun,
      onDifference: (difference) => {
        const count = (counts.get(difference.kind) ?? 0) + 1;
        counts.set(difference.kind, count);
        differences.write(difference);
        if (count <= SHOWN_OF_EACH) {
          shown.push(difference);
        }
      },
      onProgress: bar.show,
    });
    isDone = outcome.kind !== 'refused';
    bar.end();
    const exitCode = report(outcome, shown, terminal);
    await reportUndecided(database, outcome, terminal);
    return exitCode;
  } finally {
    differences.end(isDone);
  }
}

function report(outcome: ImportOutcome, shown: readonly Difference[], terminal: Terminal): ExitCode {
  switch (outcome.kind) {
    case 'known':
      terminal.print(`This file of this day was brought in on ${dayOf(outcome.importedAt)}. Nothing to do.`);
      return 0;
    case 'refused':
      terminal.complain(`The file is not as it should be (${countOf(outcome.total, 'fault')}). Nothing was changed.`);
      for (const fault of outcome.faults) {
        terminal.complain(`  ${describeFault(fault)}`);
      }
      return 1;
    case 'imported':
    case 'checked':
      reportDifferences(outcome, shown, terminal);
      return 0;
  }
}

function reportDifferences(
  outcome: ImportOutcome & FileReport,
  shown: readonly Difference[],
  terminal: Terminal,
): void {
  const isChecked = outcome.kind === 'checked';
  const rows = countOf(outcome.rowCount, 'row');
  terminal.print(isChecked ? `${rows} read. Nothing was changed; this would:` : `${rows} brought in.`);
  const kinds = differenceKinds.filter((kind) => (outcome.counts[kind] ?? 0) > 0);
  if (kinds.length === 0) {
    terminal.print('No differences: the directory knew all of it.');
  }
  for (const kind of kinds) {
    terminal.print(`${differenceWords[kind]}: ${(outcome.counts[kind] ?? 0).toLocaleString('en-GB')}`);
    for (const difference of shown.filter((each) => each.kind === kind)) {
      terminal.print(`  ${describeDifference(difference)}`);
    }
  }
  for (const note of outcome.notes) {
    terminal.print(note);
  }
  const { total, codes } = outcome.absent;
  if (total > 0) {
    const more = total > codes.length ? ` and ${total - codes.length} more` : '';
    terminal.print(`Not in this file, though not known to be closed, and left as they are: ${codes.join(', ')}${more}`);
  }
}

/** What waits is decided on screen, whichever file said it. */
async function reportUndecided(database: Database, { kind }: ImportOutcome, terminal: Terminal): Promise<void> {
  const waiting = kind === 'imported' ? await countUndecidedContradictions(database) : 0;
  if (waiting > 0) {
    const many = countOf(waiting, 'contradiction waits', 'contradictions wait');
    terminal.print(`${many} for a decision: see Directory files, Contradictions (${paths.contradictions()}).`);
  }
}

export const importOdsCommand: Command = { help, run };
