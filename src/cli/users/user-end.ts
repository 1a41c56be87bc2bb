import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Role, roleLabels, scopeOfRole } from '../../features/identity/index.ts';
import { endRole, findGrantOf } from '../../features/people/index.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts';
import { withDatabaseThere } from '../with-database.ts';
import { requireScope } from './find-scope.ts';
import { roles } from './invite-arguments.ts';
import { byOperator, requirePerson, userContext } from './user-context.ts';

const help = `Usage: ldr user end --email <address> --role <role> [--scope <code>] --reason <text> [--dry-run]

Ends a role of somebody and signs them out everywhere. What they did stays on record. The last administrator who can sign in keeps
the role.

  --email      the address the person signs in with
  --role       the role that ends, as for ldr user invite
  --scope      where it is held, as for ldr user invite
  --reason     why it ends; kept with it
  --dry-run    checks everything and says what would be done, but changes nothing

Uses the service's settings, DATABASE_URL or DATA_DIR among them. The service may be running. Nobody is written to.

Exit code: 0 done, 1 the person does not hold that role, or is the last administrator, 2 something given is wrong.

Example: ldr user end --email a.sample@example.nhs.uk --role coordinator --scope RL4 --reason "Has left"`;

const schema = z.object({
  email: z.email('--email must be an address such as a.sample@example.nhs.uk'),
  role: z.enum(roles, `--role must be one of: ${roles.join(', ')}`),
  scope: z.string().trim().default(''),
  reason: z.string('--reason must say why').trim().min(1, '--reason must say why').max(500, '--reason is too long'),
  'dry-run': z.boolean().default(false),
});

function readArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { email: text, role: text, scope: text, reason: text, 'dry-run': { type: 'boolean' } } as const;
  const parsed = schema.safeParse(parseArgs({ args: [...args], options }).values);
  if (!parsed.success) {
    throw new UsageError(parsed.error.issues.map(({ message }) => message).join('\n'));
  }
  return parsed.data;
}

function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { email, role, scope, reason, 'dry-run': isDryRun } = readArguments(args);
  return withDatabaseThere(terminal, async (database, config, { pack }) => {
    const person = await requirePerson(database, email);
    const { scopeId, name: place } = await requireScope(database, scopeOfRole[role], scope, pack.positionOn);
    const grantId = await findGrantOf(database, person.personId, { role, scopeKind: scopeOfRole[role], scopeId });
    const asWhat = wordsOf(role, place);
    if (grantId === null) {
      terminal.complain(`${email} is not ${asWhat}. Nothing was changed.`);
      return 1;
    }
    const context = await userContext(database, config, { pack });
    const { kind } = await endRole(context, { grantId, reason, isDryRun }, byOperator());
    if (kind === 'ended') {
      terminal.print(
        isDryRun
          ? `Would end the role of ${person.name} <${email}> as ${asWhat}. Nothing was changed.`
          : `${person.name} <${email}> is no longer ${asWhat}, and is signed out everywhere.`,
      );
      return 0;
    }
    terminal.complain(
      kind === 'gone'
        ? `${email} is not ${asWhat} any more. Nothing was changed.`
        : `${email} is the only administrator who can sign in and whose role has no end. Invite another first. Nothing was changed.`,
    );
    return 1;
  });
}

function wordsOf(role: Role, place: string): string {
  return `${roleLabels[role]}, ${place}`;
}

export const userEndCommand: Command = { help, run };
