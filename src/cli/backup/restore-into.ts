import type { Store } from '../../compose.ts';
import type { BackupHeader } from '../../platform/backup/backup-format.ts';
import { restoreBackup } from '../../platform/backup/restore-backup.ts';
import { ConfigError } from '../../platform/config.ts';
import { prepareDatabase } from '../../platform/database/prepare-database.ts';
import { projectFolder } from '../../project-folder.ts';

/** Facts that migrations put there, or note that they did. */
const filledByMigrations = ['public.source', 'public.directory_change'];

/** Puts a backup into an empty database, compares all of it, and brings its tables up to date. */
export async function restoreInto(
  store: Store,
  file: string,
  onProgress: (bytes: number, rows: number) => void,
): Promise<BackupHeader> {
  const { ownerUrl } = store;
  if (ownerUrl === null) {
    throw new ConfigError('DATABASE_OWNER_URL: is needed to restore, for tables are made and filled by their owner.');
  }
  const migrationsFolder = projectFolder('migrations');
  const header = await restoreBackup({ file, ownerUrl, migrationsFolder, filledByMigrations, onProgress });
  await prepareDatabase(store, migrationsFolder);
  return header;
}
