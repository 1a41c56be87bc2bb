import { beginRecovery } from '../../features/people/index.ts';
import { formatTime } from '../../views/format.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { withDatabaseThere } from '../with-database.ts';
import { readUserArguments } from './user-arguments.ts';
import { byOperator, requirePerson, userContext } from './user-context.ts';

const help = `Usage: ldr user reset --email <address> [--dry-run]

Helps somebody back into their account when nobody else can: takes off their second factor, signs them out everywhere and prints a
link by which they choose a password. Links from before stop working; a password they have works until they follow the link.

  --email      the address the person signs in with
  --dry-run    says what would be done, but changes nothing

Uses the service's settings, DATABASE_URL or DATA_DIR among them, and PUBLIC_URL for the link. The service may be running.

Exit code: 0 done, 1 the person is invented and has no password, 2 something given is wrong.

Example: ldr user reset --email a.sample@example.nhs.uk`;

function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { email, isDryRun } = readUserArguments(args);
  return withDatabaseThere(terminal, async (database, config, time) => {
    const { personId, name } = await requirePerson(database, email);
    if (isDryRun) {
      terminal.print(`Would make a link for ${name} <${email}>, take off a second factor and end every session.`);
      terminal.print('Nothing was changed.');
      return 0;
    }
    const wanted = { personId, takesFactorOff: true };
    const outcome = await beginRecovery(await userContext(database, config, time), wanted, byOperator());
    if (outcome.kind === 'persona') {
      terminal.complain(`${email} is the address of an invented person, who has no password. Nothing was changed.`);
      return 1;
    }
    terminal.print(`${name} <${email}> is signed out everywhere, and has no second factor.`);
    terminal.print(`Link to choose a password, shown this once, until ${formatTime(outcome.link.expiresAt)}:`);
    terminal.print(outcome.link.address);
    return 0;
  });
}

export const userResetCommand: Command = { help, run };
