import { parseArgs } from 'node:util';
import { findNameOfProgramme, namedIn, placeOf, startCommand, withSame } from '../../features/mode/index.ts';
import { checkBackup } from '../../platform/backup/read-backup.ts';
import { asOwner } from '../../platform/database/prepare-database.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { progressBar } from '../progress-bar.ts';
import { withNamedStore } from '../with-database.ts';
import { backupLines, oneFile, orDamaged } from './backup-words.ts';
import { restoreInto } from './restore-into.ts';

const help = `Usage: ldr restore <file> [--dry-run]

Puts a backup into an empty database: a new folder (DATA_DIR), or an empty database of your own (DATABASE_URL and
DATABASE_OWNER_URL). A backup of either kind may go into either. Every digest is compared before, and again with what
the database holds afterwards; the audit trail is verified. A backup of an earlier version is restored as it was, and
brought up to date then.

All or nothing: whatever ends the command before leaves the database empty, and it may be begun again.

  --dry-run  checks the backup, and changes nothing

The secret that signs cookies and seals second factors is not in a backup: start with the same SESSION_SECRET, or put the
file session-secret into the new DATA_DIR first. E-mails that waited when the backup was made are sent once the
service is started, those that have been sent since too.

Exit code: 0 done, 1 the backup is not whole, 2 it could not be tried: nothing was restored.

Example: DATA_DIR=./.data-again ldr restore /safe/place/ldr-2026-03-01T020000Z.backup.gz`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const { file, bytes } = oneFile(positionals, terminal);
  const bar = progressBar(terminal, bytes, Date.now);
  const facts = await orDamaged(checkBackup(file), terminal);
  if (facts === null) {
    return 1;
  }
  if (values['dry-run']) {
    terminal.print(
      ['WHOLE: it could be tried. Nothing was changed.', ...backupLines(file, facts.header, facts.whole)].join('\n'),
    );
    return 0;
  }
  return withNamedStore(terminal, async (store, config) => {
    const header = await orDamaged(restoreInto(store, file, bar.show), terminal);
    if (header === null) {
      return 1;
    }
    bar.end();
    const mode = header.about.mode === 'real' ? 'real' : 'demonstration';
    const named = (await asOwner(store, findNameOfProgramme)) ?? namedIn(config);
    terminal.print(['RESTORED, and compared', ...backupLines(file, header, facts.whole)].join('\n'));
    const place = placeOf(config);
    terminal.print(`Start it${withSame(place)}, with: ${startCommand(place, mode, named)}`);
    return 0;
  });
}

export const restoreCommand: Command = { help, run };
