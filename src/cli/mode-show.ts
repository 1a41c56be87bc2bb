import { parseArgs } from 'node:util';
import { at, countHoldings, findMode, holdingLines, modeWords, placeOf } from '../features/mode/index.ts';
import { dayOf } from '../platform/days.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { withDatabaseAsItIs } from './with-database.ts';

const help = `Usage: ldr mode show

Says whether the database is a demonstration or holds real data, and how much it holds that is invented, that is real, and that
either may hold. Changes nothing; a database of an earlier version is read as it is.

Uses the service's settings, DATABASE_URL, DATA_DIR and DEMO among them. The service may be running.

Exit code: 0 it says what it is, 1 it does not say so yet, 2 something given is wrong.

Example: DATA_DIR=./.data ldr mode show`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  // It never writes; whoever says so anyway is right.
  const { positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' } },
  });
  if (positionals.length > 0) {
    throw new UsageError(`“${positionals[0]}” is one word too many.`);
  }
  return withDatabaseAsItIs(terminal, async (database, config) => {
    const recorded = await findMode(database);
    const place = at(placeOf(config));
    terminal.print(
      recorded === null
        ? `The database ${place} does not say yet what it is for.`
        : `The database ${place} is for ${modeWords[recorded.mode]}, since ${dayOf(recorded.decidedAt)}.`,
    );
    terminal.print(holdingLines(await countHoldings(database)).join('\n'));
    return recorded === null ? 1 : 0;
  });
}

export const modeShowCommand: Command = { help, run };
