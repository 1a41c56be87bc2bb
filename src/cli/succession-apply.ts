import { parseArgs } from 'node:util';
import { type ActingPerson, type Actor, acting, can, findActorByEmail } from '../features/identity/index.ts';
import { readProgrammeNow } from '../features/rounds/index.ts';
import {
  confirmSuccession,
  type ProposedEvent,
  planInWords,
  proposeSuccession,
  readPlan,
  type SuccessionContext,
} from '../features/succession/index.ts';
import { newId } from '../platform/ids.ts';
import { keepRegister } from '../register-listeners.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { proposalFileHelp, readProposalFile } from './read-proposal-file.ts';
import { withDatabase } from './with-database.ts';

const help = `Usage: ldr succession apply <file> --proposed-by <address> --confirmed-by <address> [--dry-run]

Applies an event with everything that its plan says: all of it, or nothing. Two persons stand behind it, both with an account
and the role for it; they are named on the record. Read the plan first: ldr succession plan <file>.

  --proposed-by   address of the programme manager who proposes it
  --confirmed-by  address of another programme manager or an administrator, who has read the plan
  --dry-run       checks everything and prints the plan, but changes nothing

${proposalFileHelp}

Uses the service's settings, DATABASE_URL or DATA_DIR among them. The service may be running.

Exit code: 0 applied, 1 something stands in the way and nothing was changed, 2 something given is wrong.

Example: ldr succession apply merge.yaml --proposed-by a.sample@example.nhs.uk --confirmed-by b.sample@example.nhs.uk`;

interface ApplyArguments {
  readonly file: string;
  readonly proposedBy: string;
  readonly confirmedBy: string;
  readonly isDryRun: boolean;
}

function readArguments(args: readonly string[]): ApplyArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'proposed-by': { type: 'string' },
      'confirmed-by': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  const { 'proposed-by': proposedBy, 'confirmed-by': confirmedBy, 'dry-run': isDryRun } = values;
  const [file] = positionals;
  if (file === undefined || positionals.length > 1 || proposedBy === undefined || confirmedBy === undefined) {
    throw new UsageError('Name the file, and both persons with --proposed-by and --confirmed-by.');
  }
  if (proposedBy.toLowerCase() === confirmedBy.toLowerCase()) {
    throw new UsageError('--confirmed-by must be another person than --proposed-by.');
  }
  return { file, proposedBy, confirmedBy, isDryRun };
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const wanted = readArguments(args);
  const event = await readProposalFile(wanted.file, terminal);
  return withDatabase(terminal, async (database, config, { pack: fixed, clock }) => {
    const pack = await readProgrammeNow(database, fixed);
    const context = { database, pack, clock, newId, config, register: keepRegister(pack) };
    const proposer = await findPerson(context, '--proposed-by', wanted.proposedBy, 'succession.propose');
    const confirmer = await findPerson(context, '--confirmed-by', wanted.confirmedBy, 'succession.confirm');
    return wanted.isDryRun
      ? printPlan(context, event, terminal)
      : apply(context, event, { proposer, confirmer }, terminal);
  });
}

type SuccessionAction = 'succession.propose' | 'succession.confirm';

async function findPerson(
  { database, pack, clock }: SuccessionContext,
  option: string,
  email: string,
  action: SuccessionAction,
): Promise<ActingPerson> {
  const actor: Actor | null = await findActorByEmail(database, email, pack.positionOn);
  if (actor === null) {
    throw new UsageError(`${option}: ${email} has no account`);
  }
  if (!can(actor, action)) {
    throw new UsageError(`${option}: ${email} does not have the role for it`);
  }
  return acting(actor, action, {}, clock());
}

async function printPlan(context: SuccessionContext, event: ProposedEvent, terminal: Terminal): Promise<ExitCode> {
  const plan = await readPlan(context, context.database, event);
  terminal.print([...planInWords(plan, context.pack), 'Nothing was changed.'].join('\n'));
  return plan.check.blockers.length === 0 ? 0 : 1;
}

interface Persons {
  readonly proposer: ActingPerson;
  readonly confirmer: ActingPerson;
}

async function apply(
  context: SuccessionContext,
  event: ProposedEvent,
  { proposer, confirmer }: Persons,
  terminal: Terminal,
): Promise<ExitCode> {
  const proposed = await proposeSuccession(context, event, proposer);
  terminal.print(planInWords(proposed.plan, context.pack).join('\n'));
  if (proposed.kind === 'blocked') {
    terminal.complain('Nothing was changed.');
    return 1;
  }
  const { proposalId, plan } = proposed;
  const outcome = await confirmSuccession(context, { proposalId, digest: plan.digest }, confirmer);
  switch (outcome.kind) {
    case 'ok':
      terminal.print(`Applied as event ${outcome.eventId}. It can be taken back by that id, from a later day on.`);
      return 0;
    case 'changed':
      terminal.complain('Something changed in this very moment. Nothing was applied; the proposal waits on its page.');
      return 1;
    case 'refused':
      terminal.complain(`${outcome.reason}. Nothing was applied; the proposal waits on its page.`);
      return 1;
  }
}

export const successionApplyCommand: Command = { help, run };
