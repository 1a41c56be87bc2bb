import { parseArgs } from 'node:util';
import { lastDayOf, listPeople, type PersonRow } from '../../features/people/index.ts';
import { writeCsv } from '../../platform/csv-table.ts';
import { dayOf } from '../../platform/days.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { withDatabaseThere } from '../with-database.ts';

const help = `Usage: ldr user list [--find <words>]

Prints who has which role where, as CSV: e-mail address, name, role, place, since, until, last seen, whether they can sign in and
have a second factor.

  --find       only those whose name or address holds these words

Uses the service's settings, DATABASE_URL or DATA_DIR among them. The service may be running.

Exit code: 0 done, 2 something given is wrong.

Example: ldr user list --find sample`;

const table = {
  columns: ['email', 'name', 'role', 'place', 'since', 'until', 'last seen', 'can sign in', 'second factor'],
  rowsOf: (row: PersonRow) => [
    [
      row.email,
      row.name,
      row.role,
      row.scopeName,
      dayOf(row.grantedAt),
      row.endsAt === null ? '' : lastDayOf(row.endsAt),
      row.lastSeenAt === null ? '' : dayOf(row.lastSeenAt),
      row.canSignIn,
      row.hasSecondFactor,
    ],
  ],
} as const;

function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { find = '' } = parseArgs({ args: [...args], options: { find: { type: 'string' } } }).values;
  return withDatabaseThere(terminal, async (database, _config, { pack }): Promise<ExitCode> => {
    const everybody = [{ scopeKind: 'nation', scopeId: '' }] as const;
    const wanted = { reach: everybody, words: find, role: null, place: null, day: pack.positionOn };
    const { rows } = await listPeople(database, wanted, { after: null, limit: null });
    terminal.print(writeCsv(table, rows).trimEnd());
    return 0;
  });
}

export const userListCommand: Command = { help, run };
