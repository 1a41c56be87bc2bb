import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { at, findMode, findNameOfProgramme, placeOf, startCommand } from '../features/mode/index.ts';
import { findInstallation } from '../platform/database/server/postgres-installation.ts';
import { findRunningServer } from '../platform/database/server/running-server.ts';
import type { Command, ExitCode, Terminal } from './command.ts';
import { withDatabaseAsItIs } from './with-database.ts';

const help = `Usage: ldr demo reset --yes | --dry-run

Throws the demonstration's database away, with everything that visitors did in it. The next start makes it anew.

  --yes      it is meant: nothing of it can be got back
  --dry-run  says what would be done, and changes nothing

Works on the database of the service's own in DATA_DIR, and only where that says itself that it is a demonstration. Stop the
service first. A demonstration on DATABASE_URL is thrown away by whoever runs that server.

Exit code: 0 done, 1 refused and nothing was changed, 2 something given is wrong, or there is no database.

Example: ldr demo reset --yes`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = { yes: { type: 'boolean' }, 'dry-run': { type: 'boolean' } } as const;
  const { yes: isMeant = false, 'dry-run': isDryRun = false } = parseArgs({ args: [...args], options }).values;
  // Unless somebody says otherwise, the folder of the demonstration is meant.
  const inDemonstration = { ...terminal, environment: { DEMO: '1', ...terminal.environment } };
  const { mode, named, config } = await withDatabaseAsItIs(inDemonstration, async (database, config) => ({
    mode: (await findMode(database))?.mode ?? null,
    named: await findNameOfProgramme(database),
    config,
  }));
  const folderOfServer = path.join(config.dataDir, 'postgres');
  const isOwn = config.databaseUrl === null;
  const isRunning = isOwn && (await findRunningServer(folderOfServer)) !== null;
  const place = at(placeOf(config));
  const refusal = reasonToRefuse({ mode, isRunning, isOwn, place });
  if (refusal !== null) {
    terminal.complain(`${refusal} Nothing was changed.`);
    return 1;
  }
  if (isDryRun || !isMeant) {
    const words = `Would throw away the demonstration ${place}.`;
    terminal.print(
      isDryRun ? `${words} Nothing was changed.` : `${words} Say --yes if that is meant. Nothing was changed.`,
    );
    return isDryRun ? 0 : 1;
  }
  const { folder } = await findInstallation(path.resolve(folderOfServer));
  // Moved first: one that is cut short leaves no half of a database where the next start looks.
  const gone = `${folder}.thrown-away-${randomUUID()}`;
  await rename(folder, gone);
  await rm(gone, { recursive: true });
  terminal.print(
    `The demonstration ${place} is thrown away. To begin it anew: ${startCommand(placeOf(config), 'demonstration', named)}`,
  );
  return 0;
}

interface Found {
  readonly mode: string | null;
  readonly isRunning: boolean;
  readonly isOwn: boolean;
  readonly place: string;
}

function reasonToRefuse({ mode, isRunning, isOwn, place }: Found): string | null {
  if (mode !== 'demonstration') {
    return `The database ${place} ${mode === null ? 'does not say that it is a demonstration' : 'holds real data'}.`;
  }
  if (!isOwn) {
    return 'The database is not one of the service’s own: whoever runs its server throws it away.';
  }
  return isRunning ? `The service is running on the database ${place}. Stop it first.` : null;
}

export const demoResetCommand: Command = { help, run };
