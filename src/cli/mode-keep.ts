import { parseArgs } from 'node:util';
import type { Store } from '../compose.ts';
import {
  at,
  besides,
  checkKeeping,
  command,
  countHoldings,
  holdingLines,
  type KeepOutcome,
  keepMode,
  listed,
  type Mode,
  modeWords,
  namedIn,
  type Place,
  placeOf,
  startCommand,
} from '../features/mode/index.ts';
import { systemClock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { prepareDatabase } from '../platform/database/prepare-database.ts';
import { projectFolder } from '../project-folder.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { withDatabaseAsItIs } from './with-database.ts';

const help = `Usage: ldr mode keep demonstration|real [--dry-run]

Says for good what a database is that holds invented and real data together, so that the service starts on it.

  demonstration  always possible. Anybody who reaches it can sign in as any persona and read what is in it, real people's
                 work included
  real           only where nothing is invented but personas, who cannot sign in then. Other invented data cannot be taken
                 out: histories, endorsements and publications are never deleted
  --dry-run      says what would be done, and changes nothing

A database that says already what it is keeps to that. Copy its folder first if you may need it as it was.

Uses the service's settings, DATABASE_URL, DATA_DIR and DEMO among them. The service must not be running.

Exit code: 0 done, or so already; 1 it cannot be that and nothing was changed; 2 something given is wrong.

Example: DATA_DIR=./.data ldr mode keep demonstration`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { mode, isDryRun } = readArguments(args);
  return withDatabaseAsItIs(terminal, async (database, config, store) => {
    const place = placeOf(config);
    terminal.print([`The database ${at(place)} holds`, ...holdingLines(await countHoldings(database))].join('\n'));
    const expected = await checkKeeping(database, mode);
    const isRefused = expected.kind !== 'allowed';
    const outcome = isDryRun || isRefused ? expected : await migrateAndKeep(database, store, mode);
    return report(outcome, { mode, place, isDryRun, named: namedIn(config) }, terminal);
  });
}

interface Keep {
  readonly mode: Mode;
  readonly isDryRun: boolean;
}

function readArguments(args: readonly string[]): Keep {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [mode] = positionals;
  if (positionals.length !== 1 || (mode !== 'demonstration' && mode !== 'real')) {
    throw new UsageError('Say what the database is: demonstration or real.');
  }
  return { mode, isDryRun: values['dry-run'] };
}

async function migrateAndKeep(database: Database, store: Store, mode: Mode): Promise<KeepOutcome> {
  await prepareDatabase(store, projectFolder('migrations'));
  return keepMode(database, { mode, onBehalfOf: 'whoever runs the service', at: systemClock() });
}

function report(
  outcome: KeepOutcome,
  { mode, place, isDryRun, named }: Keep & { readonly place: Place; readonly named: string | null },
  terminal: Terminal,
): ExitCode {
  const start = `Start it with: ${startCommand(place, mode, named)}`;
  switch (outcome.kind) {
    case 'allowed':
      terminal.print(
        isDryRun
          ? `It would be kept as ${modeWords[mode]}. Nothing was changed.`
          : `It is kept as ${modeWords[mode]}. ${start}`,
      );
      return 0;
    case 'recorded':
    case 'other':
      if (outcome.mode === mode) {
        terminal.print(`It is kept as ${modeWords[mode]} already. ${start}`);
        return 0;
      }
      terminal.complain(
        outcome.kind === 'recorded'
          ? `It says that it is ${modeWords[outcome.mode]}, and keeps to that. Nothing was changed.`
          : `By what it holds it is ${modeWords[outcome.mode]}, and nothing else. Nothing was changed.`,
      );
      terminal.complain(`Start it with: ${startCommand(place, outcome.mode, named)}`);
      return 1;
    case 'invented':
      terminal.complain(
        [
          `It cannot be real while this is in it: ${listed(outcome.holdings, 'invented')}. Nothing was changed.`,
          'Invented data cannot be taken out: histories, endorsements and publications are never deleted. Go back to a copy of the',
          'database from before there was any, or start a real service with a database of its own and copy from this one:',
          `  ${startCommand(besides(place, 'real'), 'real', named)}`,
          `  ${command(place, 'npm run ldr -- mode keep demonstration')}`,
        ].join('\n'),
      );
      return 1;
  }
}

export const modeKeepCommand: Command = { help, run };
