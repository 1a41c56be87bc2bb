import { parseArgs } from 'node:util';
import { beginSetUp, hasAdministrator } from '../../features/identity/index.ts';
import { systemClock } from '../../platform/clock.ts';
import { publicUrlOf } from '../../platform/config.ts';
import { formatTime } from '../../views/format.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { withDatabase } from '../with-database.ts';

const help = `Usage: ldr setup link [--dry-run]

Prints the link by which the first administrator makes their account and sets the service up. It works once and for three days;
one that was printed before, at the start of the service too, stops working. While nobody administers the service every start
prints one. Once somebody does, there is none.

  --dry-run  says what would be done, and changes nothing

Uses the service's settings, DATABASE_URL or DATA_DIR among them, and PUBLIC_URL for the link. The service may be running.

Exit code: 0 done, 1 somebody administers the service already, 2 something given is wrong.

Example: DEMO=0 ldr setup link`;

function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { 'dry-run': isDryRun = false } = parseArgs({
    args: [...args],
    options: { 'dry-run': { type: 'boolean' } },
  }).values;
  return withDatabase(terminal, async (database, config) => {
    if (isDryRun && !(await hasAdministrator(database))) {
      terminal.print('Would make a link to set up the service, and void the one before. Nothing was changed.');
      return 0;
    }
    const link = isDryRun ? null : await beginSetUp(database, { publicUrl: publicUrlOf(config), at: systemClock() });
    if (link === null) {
      terminal.complain(
        'Somebody administers this service already. For another administrator: ldr user invite --help. For one who cannot sign in: ' +
          'ldr user reset --help. Nothing was changed.',
      );
      return 1;
    }
    terminal.print(`Link to set up the service, once, until ${formatTime(link.expiresAt)}:`);
    terminal.print(link.address);
    return 0;
  });
}

export const setupLinkCommand: Command = { help, run };
