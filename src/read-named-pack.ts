import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { type ProgrammePack, readProgrammePack } from './features/programme/index.ts';
import { partTables } from './features/roadmap/index.ts';
import { type Config, ConfigError } from './platform/config.ts';
import { projectFolder, shippedProgrammes } from './project-folder.ts';

type Named = Pick<Config, 'programme'>;

/** The programme that the settings name. */
export function readNamedPack(config: Named): Promise<ProgrammePack> {
  return readPack(namedPackFolder(config));
}

/** The programme of a folder, checked against everything that the service knows. */
export function readPack(folder: string): Promise<ProgrammePack> {
  return readProgrammePack(folder, partTables());
}

/** A word is the name of a programme that comes with the service; anything with a slash in it is a path. */
export function namedPackFolder({ programme }: Named): string {
  const isPath = path.isAbsolute(programme);
  const folder = isPath ? programme : projectFolder('programmes', programme);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ConfigError(
      isPath
        ? `The configuration is wrong.\n  PROGRAMME: there is no folder ${folder}`
        : `The configuration is wrong.\n  PROGRAMME: must be the name of a programme that comes with the service (${shippedProgrammes().join(', ')}), or the path of a folder with a slash in it, such as ./${programme}`,
    );
  }
  return folder;
}

/** Where the facts of a programme lie: those that hold whatever the programme is, and those that its pack adds, where it has any. */
export function referenceFolders(config: Named): string[] {
  return referenceFoldersOf(namedPackFolder(config));
}

/** The same for a pack by its folder. */
export function referenceFoldersOf(packFolder: string): string[] {
  const own = path.join(packFolder, 'reference');
  return [projectFolder('reference'), ...(existsSync(own) ? [own] : [])];
}
