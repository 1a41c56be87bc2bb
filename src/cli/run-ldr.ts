import { ExplainedError } from '../platform/explained-error.ts';
import { UnavailableError } from '../platform/http/problem.ts';
import { type Command, type CommandEntry, type ExitCode, type Terminal, UsageError } from './command.ts';

/** Every command, in the order the overview lists them. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'verify',
    summary: 'Check a downloaded roadmap, without a network',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  {
    name: 'pack check',
    summary: 'Check a programme pack',
    load: async () => (await import('./pack-check.ts')).packCheckCommand,
  },
  {
    name: 'import ods',
    summary: 'Bring a file of organisations into the directory',
    load: async () => (await import('./imports/import-ods.ts')).importOdsCommand,
  },
  {
    name: 'import fetch',
    summary: 'Ask the registry for organisations, and write its answer to a file',
    load: async () => (await import('./imports/import-fetch.ts')).importFetchCommand,
  },
  {
    name: 'import areas',
    summary: 'Bring in areas, how they lie in each other, or boundaries for the maps',
    load: async () => (await import('./imports/import-area-files.ts')).importAreasCommand,
  },
  {
    name: 'import memberships',
    summary: 'Bring the members of footprints into the directory',
    load: async () => (await import('./imports/import-memberships.ts')).importMembershipsCommand,
  },
  {
    name: 'import results',
    summary: 'Bring in results of organisations that somebody else published',
    load: async () => (await import('./imports/import-results.ts')).importResultsCommand,
  },
  {
    name: 'import indicators',
    summary: 'Bring in figures of organisations that an official body published',
    load: async () => (await import('./imports/import-indicators.ts')).importIndicatorsCommand,
  },
  {
    name: 'succession plan',
    summary: 'Say what a merge, split, closure or the like would do',
    load: async () => (await import('./succession-plan.ts')).successionPlanCommand,
  },
  {
    name: 'succession apply',
    summary: 'Apply such an event, with two persons',
    load: async () => (await import('./succession-apply.ts')).successionApplyCommand,
  },
  {
    name: 'setup link',
    summary: 'Print the link by which the first administrator sets up the service',
    load: async () => (await import('./set-up/setup-link.ts')).setupLinkCommand,
  },
  {
    name: 'setup check',
    summary: 'Say what is still missing until the programme runs',
    load: async () => (await import('./set-up/setup-check.ts')).setupCheckCommand,
  },
  {
    name: 'user invite',
    summary: 'Give a person an account and a role',
    load: async () => (await import('./users/user-invite.ts')).userInviteCommand,
  },
  {
    name: 'user list',
    summary: 'Print who has which role where',
    load: async () => (await import('./users/user-list.ts')).userListCommand,
  },
  {
    name: 'user history',
    summary: 'Print what happened to the access of somebody',
    load: async () => (await import('./users/user-history.ts')).userHistoryCommand,
  },
  {
    name: 'user end',
    summary: 'End a role of somebody',
    load: async () => (await import('./users/user-end.ts')).userEndCommand,
  },
  {
    name: 'user reset',
    summary: 'Help somebody back into their account',
    load: async () => (await import('./users/user-reset.ts')).userResetCommand,
  },
  {
    name: 'user sign-out',
    summary: 'Sign somebody out everywhere',
    load: async () => (await import('./users/user-sign-out.ts')).userSignOutCommand,
  },
  {
    name: 'demo reset',
    summary: 'Throw the demonstration away, to begin it anew',
    load: async () => (await import('./demo-reset.ts')).demoResetCommand,
  },
  {
    name: 'mode show',
    summary: 'Say whether the database is a demonstration or real, and what it holds of each',
    load: async () => (await import('./mode-show.ts')).modeShowCommand,
  },
  {
    name: 'mode keep',
    summary: 'Say what a database is that holds both',
    load: async () => (await import('./mode-keep.ts')).modeKeepCommand,
  },
  {
    name: 'backup check',
    summary: 'Check that a backup is whole and unchanged, without a database',
    load: async () => (await import('./backup/backup-check.ts')).backupCheckCommand,
  },
  {
    name: 'backup try',
    summary: 'Try a backup by restoring it for a moment, and put on record that it was tried',
    load: async () => (await import('./backup/backup-try.ts')).backupTryCommand,
  },
  {
    name: 'backup',
    summary: 'Write all that the database holds to a file, while the service runs',
    load: async () => (await import('./backup/backup.ts')).backupCommand,
  },
  {
    name: 'restore',
    summary: 'Put a backup into an empty database',
    load: async () => (await import('./backup/restore.ts')).restoreCommand,
  },
  {
    name: 'recompute',
    summary: 'Work out every score anew from its answers, and say which differ',
    load: async () => (await import('./recompute.ts')).recomputeCommand,
  },
  {
    name: 'audit verify',
    summary: 'Check that the audit trail is whole and unchanged',
    load: async () => (await import('./audit-verify.ts')).auditVerifyCommand,
  },
  {
    name: 'audit digest',
    summary: 'Print one digest of the audit trail, to be kept elsewhere',
    load: async () => (await import('./audit-digest.ts')).auditDigestCommand,
  },
  {
    name: 'audit export',
    summary: 'Write the audit trail to a file that can be checked anywhere',
    load: async () => (await import('./audit-export.ts')).auditExportCommand,
  },
];

/** Finds the command, runs it, and answers with the exit code. Faults of ours are thrown on, with their stack. */
export async function runLdr(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const entry = commands.find(({ name }) => startsWith(args, name.split(' ')));
  if (entry === undefined) {
    return explainCommands(args, terminal);
  }
  const rest = args.slice(entry.name.split(' ').length);
  const command = await entry.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(command.help);
    return 0;
  }
  return runCommand(entry, command, rest, terminal);
}

async function runCommand(entry: CommandEntry, command: Command, args: readonly string[], terminal: Terminal) {
  try {
    return await command.run(args, terminal);
  } catch (error) {
    if (isUsageProblem(error)) {
      terminal.complain(`${error.message}\nSee: ldr ${entry.name} --help`);
      return 2;
    }
    if (error instanceof ExplainedError) {
      terminal.complain(error.message);
      return 2;
    }
    if (error instanceof UnavailableError) {
      terminal.complain(unavailableWords(error));
      return 2;
    }
    throw error;
  }
}

function unavailableWords({ message, isOutcomeUnknown }: UnavailableError): string {
  return isOutcomeUnknown
    ? `${message} What this was to change may or may not have been changed: look before you try again.`
    : `${message} Nothing was changed. Try again.`;
}

function startsWith(args: readonly string[], words: readonly string[]): boolean {
  return words.every((word, index) => args[index] === word);
}

/** Ours, or one of those that `parseArgs` throws. */
function isUsageProblem(error: unknown): error is Error {
  const isParsing = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return error instanceof UsageError || isParsing;
}

function explainCommands(args: readonly string[], terminal: Terminal): ExitCode {
  const asked = args.findIndex((arg) => arg === '--help' || arg === '-h');
  const listed = asked === -1 ? [] : commands.filter(({ name }) => startsWith(name.split(' '), args.slice(0, asked)));
  if (listed.length > 0) {
    terminal.print(overview(listed));
    return 0;
  }
  if (args.length > 0) {
    terminal.complain(`There is no command “${args.slice(0, 2).join(' ')}”.\n`);
  }
  terminal.complain(overview(commands));
  return 2;
}

function overview(listed: readonly CommandEntry[]): string {
  const width = Math.max(...listed.map(({ name }) => name.length));
  return [
    'Usage: ldr <command> [options]',
    '',
    ...listed.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Each command explains itself with --help.',
  ].join('\n');
}
