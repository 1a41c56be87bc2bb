import { roleLabels, scopeOfRole } from '../../features/identity/index.ts';
import {
  findInvitationRefusal,
  type InvitationOutcome,
  invitePeople,
  type PeopleContext,
} from '../../features/people/index.ts';
import type { ProgrammePack } from '../../features/programme/index.ts';
import { formatTime } from '../../views/format.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { withDatabase } from '../with-database.ts';
import { requireScope } from './find-scope.ts';
import { type InviteArguments, readInviteArguments, roles } from './invite-arguments.ts';
import { byOperator, userContext } from './user-context.ts';

const help = `Usage: ldr user invite --email <address> --name <name> --role <role> [--scope <code>] [--job-title <title>] [--dry-run]

Gives a person a role, and an account first where the address has none. A link by which a new person chooses a password is shown
once; pass it on in a safe way. An address that has an account keeps its password and gains the role.

  --email      the address the person signs in with
  --name       how the person is named on what they sign
  --job-title  stands beside the name; may be left out
  --role       one of: ${roles.slice(0, 5).join(', ')},
               ${roles.slice(5).join(', ')}
  --scope      for whom: the code of an organisation (contributor, coordinator, executive, signatory), the last part of the address
               of a footprint's page (editor, lead), or the code of a region (reviewer); the others act for the nation
  --dry-run    checks everything and says what would be done, but changes nothing

Uses the service's settings, DATABASE_URL or DATA_DIR among them, and PUBLIC_URL for the link. The service may be running.

Exit code: 0 done, 1 the person holds that role already, 2 something given is wrong.

Example: ldr user invite --email a.sample@example.nhs.uk --name "Alex Sample" --role coordinator --scope RL4`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const wanted = readInviteArguments(args);
  return withDatabase(terminal, async (database, config, { pack }) =>
    invite({ ...(await userContext(database, config, { pack })), pack }, wanted, terminal),
  );
}

async function invite(
  { pack, ...context }: PeopleContext & { readonly pack: ProgrammePack },
  wanted: InviteArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const { email, name, jobTitle, role } = wanted;
  const scope = await requireScope(context.database, scopeOfRole[role], wanted.scope, pack.positionOn);
  const asWhat = `${roleLabels[role]}, ${scope.name}`;
  const held = { role, scopeKind: scopeOfRole[role], scopeId: scope.scopeId };
  if (wanted.isDryRun) {
    const refusal = await findInvitationRefusal(context.database, { email, held });
    if (refusal !== null) {
      return refuse(refusal, { email, asWhat }, terminal);
    }
    terminal.print(`Would invite ${name} <${email}> as ${asWhat}. Nothing was changed.`);
    return 0;
  }
  const [outcome] = await invitePeople(context, [{ email, name, jobTitle, held, endsAt: null }], byOperator());
  return outcome === undefined ? 2 : report(outcome, { email, name, asWhat }, terminal);
}

interface Invited {
  readonly email: string;
  readonly name: string;
  readonly asWhat: string;
}

function report(outcome: InvitationOutcome, { email, name, asWhat }: Invited, terminal: Terminal): ExitCode {
  switch (outcome.kind) {
    case 'invited':
      terminal.print(`${name} <${email}> has an account now, as ${asWhat}.`);
      terminal.print(`Link to choose a password, shown this once, until ${formatTime(outcome.link.expiresAt)}:`);
      terminal.print(outcome.link.address);
      return 0;
    case 'granted':
      terminal.print(`${email} had an account already. It has one role more now: ${asWhat}.`);
      return 0;
    case 'held-already':
    case 'persona':
      return refuse(outcome.kind, { email, asWhat }, terminal);
  }
}

function refuse(
  kind: 'held-already' | 'persona',
  { email, asWhat }: Omit<Invited, 'name'>,
  terminal: Terminal,
): ExitCode {
  if (kind === 'held-already') {
    terminal.complain(`${email} is ${asWhat} already. Nothing was changed.`);
    return 1;
  }
  terminal.complain(
    `${email} is the address of an invented person. Give that of the person you mean. Nothing was changed.`,
  );
  return 2;
}

export const userInviteCommand: Command = { help, run };
