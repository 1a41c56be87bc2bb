import { parseArgs } from 'node:util';
import { readProgrammeNow } from '../../features/rounds/index.ts';
import { readSetUp } from '../../features/set-up/index.ts';
import { publicUrlOf } from '../../platform/config.ts';
import { getSettingsInForce } from '../../platform/settings/settings-repository.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { withDatabaseThere } from '../with-database.ts';

const help = `Usage: ldr setup check

Says what is still missing until the programme runs, as the page Set-up does: a line for each thing, done or missing, and below
what is missing the address where it is mended.

Uses the service's settings, DATABASE_URL or DATA_DIR among them, and PUBLIC_URL for the addresses. The service may be running.

Exit code: 0 nothing is missing, 1 something is, 2 something given is wrong.

Example: DEMO=0 ldr setup check`;

function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  // It changes nothing; whoever says so anyway is right.
  parseArgs({ args: [...args], options: { 'dry-run': { type: 'boolean' } } });
  return withDatabaseThere(terminal, async (database, config, { pack, clock, realClock }) => {
    const steps = await readSetUp({
      database,
      config,
      clock,
      realClock,
      settings: await getSettingsInForce(database, config.given, pack.serviceName),
      pack: await readProgrammeNow(database, pack),
    });
    for (const { isDone, text, state, href } of steps) {
      terminal.print(`${isDone ? 'Done   ' : 'Missing'}  ${text}: ${state}`);
      if (!isDone && href !== null) {
        terminal.print(`         ${publicUrlOf(config)}${href}`);
      }
    }
    return steps.every(({ isDone }) => isDone) ? 0 : 1;
  });
}

export const setupCheckCommand: Command = { help, run };
