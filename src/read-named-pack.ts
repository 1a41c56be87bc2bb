import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { type ProgrammePack, readProgrammePack } from './features/programme/index.ts';
import { type Config, ConfigError } from './platform/config.ts';
import { projectFolder } from './project-folder.ts';

type Named = Pick<Config, 'programme' | 'isDemonstration'>;

/** The programme that the settings name. One that a demonstration is asked of must have something to show. */
export async function readNamedPack(config: Named): Promise<ProgrammePack> {
  const folder = namedPackFolder(config);
  const pack = await readProgrammePack(folder);
  if (config.isDemonstration && !existsSync(path.join(folder, 'illustration'))) {
    throw new ConfigError(
      `The programme “${pack.id}” in ${folder} has no illustration folder, so there is nothing to demonstrate.\n` +
        'Start it for real with DEMO=0, or give it one as docs/how-to/add-a-programme-pack.md says.',
    );
  }
  return pack;
}

/** A word is the name of a programme that comes with the service; anything with a slash in it is a path. */
export function namedPackFolder({ programme }: Pick<Config, 'programme'>): string {
  const isPath = path.isAbsolute(programme);
  const folder = isPath ? programme : projectFolder('programmes', programme);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new ConfigError(
      isPath
        ? `The configuration is wrong.\n  PROGRAMME: there is no folder ${folder}`
        : `The configuration is wrong.\n  PROGRAMME: must be the name of a programme that comes with the service (${shipped().join(', ')}), or the path of a folder with a slash in it, such as ./${programme}`,
    );
  }
  return folder;
}

/** Where the facts of a programme lie: those that hold whatever the programme is, and those that its pack adds, where it has any. */
export function referenceFolders(config: Named): string[] {
  const own = path.join(namedPackFolder(config), 'reference');
  return [projectFolder('reference'), ...(existsSync(own) ? [own] : [])];
}

function shipped(): string[] {
  const entries = readdirSync(projectFolder('programmes'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
