import { parseArgs } from 'node:util';
import { readProgrammeNow } from '../features/rounds/index.ts';
import { planInWords, readPlan } from '../features/succession/index.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { proposalFileHelp, readProposalFile } from './read-proposal-file.ts';
import { withDatabase } from './with-database.ts';

const help = `Usage: ldr succession plan <file>

Says what an event would do to members, assessments, roadmaps in hand, endorsements and roles, with the totals before and
after, and what stands in its way. Changes nothing. Use - to read standard input.

${proposalFileHelp}

Uses the service's settings, DATABASE_URL or DATA_DIR among them. The service may be running.

Exit code: 0 sound, 1 something stands in the way, 2 something given is wrong.

Example: ldr succession plan merge.yaml`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    // It never writes; whoever says so anyway is right.
    options: { 'dry-run': { type: 'boolean' } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new UsageError('Name the one file that says what is to happen.');
  }
  const event = await readProposalFile(file, terminal);
  return withDatabase(terminal, async (database, _config, { pack: fixed, clock }) => {
    const pack = await readProgrammeNow(database, fixed);
    const plan = await readPlan({ pack, clock }, database, event);
    terminal.print(planInWords(plan, pack).join('\n'));
    return plan.check.blockers.length === 0 ? 0 : 1;
  });
}

export const successionPlanCommand: Command = { help, run };
