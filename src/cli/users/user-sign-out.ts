import { endSessions } from '../../features/people/index.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { withDatabaseThere } from '../with-database.ts';
import { readUserArguments } from './user-arguments.ts';
import { byOperator, requirePerson, userContext } from './user-context.ts';

const help = `Usage: ldr user sign-out --email <address> [--dry-run]

Signs somebody out everywhere at once. They may sign in again; to keep somebody out, end their roles.

  --email      the address the person signs in with
  --dry-run    says what would be done, but changes nothing

Uses the service's settings, DATABASE_URL or DATA_DIR among them. The service may be running.

Exit code: 0 done, 2 something given is wrong.

Example: ldr user sign-out --email a.sample@example.nhs.uk`;

function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { email, isDryRun } = readUserArguments(args);
  return withDatabaseThere(terminal, async (database, config, time): Promise<ExitCode> => {
    const { personId, name } = await requirePerson(database, email);
    if (isDryRun) {
      terminal.print(`Would sign ${name} <${email}> out everywhere. Nothing was changed.`);
      return 0;
    }
    await endSessions(await userContext(database, config, time), personId, byOperator());
    terminal.print(`${name} <${email}> is signed out everywhere.`);
    return 0;
  });
}

export const userSignOutCommand: Command = { help, run };
