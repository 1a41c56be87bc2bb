import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type HistoryLine, historyLine, listPersonEvents } from '../../features/people/index.ts';
import { writeCsv } from '../../platform/csv-table.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { withDatabaseThere } from '../with-database.ts';
import { requirePerson } from './user-context.ts';

const help = `Usage: ldr user history <address>

Prints what happened to the access of somebody, newest first, as CSV: when, what, reason, by whom. Roles that have ended are among
it.

  <address>    the address the person signs in with; --email <address> does as well

Uses the service's settings, DATABASE_URL or DATA_DIR among them. The service may be running.

Exit code: 0 done, 2 something given is wrong.

Example: ldr user history a.sample@example.nhs.uk`;

const table = {
  columns: ['when', 'what', 'reason', 'by'],
  rowsOf: ({ at, what, why, by }: HistoryLine) => [[at.toISOString(), what, why, by]],
} as const;

function readAddress(args: readonly string[]): string {
  const options = { email: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [address, ...others] = [...(values.email === undefined ? [] : [values.email]), ...positionals];
  const email = z.email().safeParse(address);
  if (!email.success || others.length > 0) {
    throw new UsageError('Give one address, such as a.sample@example.nhs.uk');
  }
  return email.data;
}

function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const email = readAddress(args);
  return withDatabaseThere(terminal, async (database, _config, { pack }): Promise<ExitCode> => {
    const { personId } = await requirePerson(database, email);
    const reach = [{ scopeKind: 'nation', scopeId: '' }] as const;
    const { rows } = await listPersonEvents(
      database,
      { personId, reach, day: pack.positionOn },
      { after: null, limit: null },
    );
    terminal.print(writeCsv(table, rows.map(historyLine)).trimEnd());
    return 0;
  });
}

export const userHistoryCommand: Command = { help, run };
